import { sayOnce } from '../button/console.js';
import { readList } from '../button/attribute-values.js';
import { SERVERS } from '../providers/kommo/request.js';
import { parseWebUrl } from '../providers/url.js';

/**
 * What gives an origin a voice: its pages may say how an authorization went. Whoever adds a setting that does so, or that
 * sends the page somewhere, adds it here.
 */
const VOICES = ['data-server', 'data-authorization-endpoint', 'data-allowed-origins', 'data-redirect_uri'];

/**
 * The attributes of a marker that must not count. Sanitizers let a class and `data-` attributes through, so that a marker
 * which is no script may be a stranger's text: it gives a voice to no origin but the page's, the CRM's, and those that a
 * script of the page lists in `data-trusted-origins`. The console names each that is refused.
 */
export function refusedAttributes(marker: HTMLElement): readonly string[] {
  if (isScript(marker)) return [];
  return VOICES.flatMap((name) => {
    const value = marker.getAttribute(name) ?? '';
    if (!isForeign(name, value)) return [];
    // Without a client id the CRM needs the redirect URI, whosever it is. Then no function of the page hears its pages.
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
}

/** In any realm: a marker may come from a frame's document. No sanitizer lets one through, whatever its type. */
function isScript({ localName, namespaceURI }: Element): boolean {
  return localName === 'script' && /(xhtml|svg)$/.test(namespaceURI ?? '');
}

/** What cannot be parsed is foreign, for it may be escaped by hand; so is a URL with credentials, which unescaped may end in them. */
function isForeign(name: string, value: string): boolean {
  const urls = name === 'data-allowed-origins' ? readList(name, value) : [value].filter(Boolean);
  return urls.some((url) => {
    const parsed = parseWebUrl(url);
    return !parsed?.href.startsWith(`${parsed.origin}/`) || !trustedOrigins().includes(parsed.origin);
  });
}

/** Asked past the markup, which may have an image of that name. */
const PAGE = Document.prototype as { querySelectorAll: (selectors: string) => NodeListOf<HTMLElement> };

function trustedOrigins(): (string | undefined)[] {
  const scripts = [...PAGE.querySelectorAll.call(document, '[data-trusted-origins]')].filter(isScript);
  const listed = scripts.flatMap(({ dataset }) =>
    readList('data-trusted-origins', dataset.trustedOrigins ?? ''),
  );
  return [self.origin, ...SERVERS, ...listed.map((url) => parseWebUrl(url)?.origin)];
}
