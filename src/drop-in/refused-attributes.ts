import { sayOnce } from '../button/console.js';
import { readList } from '../button/attribute-values.js';
import { SERVERS } from '../providers/kommo/request.js';
import { parseWebUrl } from '../providers/url.js';

/** The attributes that ask this origin for something, or go somewhere in it: only the page may say where. */
const PATHS = ['data-state-url', 'data-return-to'];
/**
 * The attributes that let another origin report an outcome, or send the page somewhere. Add any new setting that does either.
 */
const VOICES = ['data-server', 'data-authorization-endpoint', 'data-allowed-origins', 'data-redirect_uri'];

/**
 * The attributes of a marker to ignore. Sanitizers let classes and `data-` attributes through, so any marker other than a script
 * may be user HTML, whose state would be the visitor's own if it named the URL of states. Such a marker can name only the page's own origin, the CRM's, and those that a script of the page lists in
 * `data-trusted-origins`. The console names each attribute that is refused.
 */
export function refusedAttributes(marker: HTMLElement): readonly string[] {
  if (isScript(marker)) return [];
  const paths = PATHS.filter((name) => marker.hasAttribute(name));
  for (const name of paths) {
    sayOnce(
      'error',
      `${name} is ignored on <${marker.localName}>: write it on a <script> or a <crm-oauth-button>.`,
    );
  }
  const voices = VOICES.flatMap((name) => {
    const value = marker.getAttribute(name) ?? '';
    if (!isForeign(name, value)) return [];
    // Without a client id the CRM needs the redirect URI, foreign or not. Then the page's error callback is off instead.
    const isNeeded = name === 'data-redirect_uri' && !marker.dataset.clientId;
    const refused = isNeeded ? 'data-error-callback' : name;
    if (marker.hasAttribute(refused)) {
      sayOnce(
        'error',
        `${refused} is ignored: ${name}="${value}" is of another origin. List that in data-trusted-origins of a <script>.`,
      );
    }
    return refused;
  });
  return [...paths, ...voices];
}

/** Across realms, since a marker may come from a frame's document. No sanitizer lets a script through, whatever its type. */
function isScript({ localName, namespaceURI }: Element): boolean {
  return localName === 'script' && /(xhtml|svg)$/.test(namespaceURI ?? '');
}

/** Treats as foreign any URL that does not parse, since it may be escaped by hand, and any with credentials. */
function isForeign(name: string, value: string): boolean {
  const urls = name === 'data-allowed-origins' ? readList(name, value) : [value].filter(Boolean);
  return urls.some((url) => {
    const parsed = parseWebUrl(url);
    return !parsed?.href.startsWith(`${parsed.origin}/`) || !trustedOrigins().includes(parsed.origin);
  });
}

/** The prototype's method: markup such as `<img name="querySelectorAll">` can hide the document's. */
const PAGE = Document.prototype as { querySelectorAll: (selectors: string) => NodeListOf<HTMLElement> };

function trustedOrigins(): (string | undefined)[] {
  const scripts = [...PAGE.querySelectorAll.call(document, '[data-trusted-origins]')].filter(isScript);
  const listed = scripts.flatMap(({ dataset }) =>
    readList('data-trusted-origins', dataset.trustedOrigins ?? ''),
  );
  return [self.origin, ...SERVERS, ...listed.map((url) => parseWebUrl(url)?.origin)];
}
