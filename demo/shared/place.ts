import { PRIVATE_CLIENT } from '../stories/harbor-shop.js';
import type { Settings } from '../stories/story.js';

/** Where a studio runs, and the sandbox that it talks to. */
export interface Place {
  /** The address of the folder that holds the studio, without a slash at its end. */
  readonly site: string;
  /** The sandbox, or the page that stands in for it, without a slash at its end. */
  readonly sandbox: string;
  /** Whether there is a back end and a sandbox. Without them the studio is static files. */
  readonly isServed: boolean;
}

/** The build of the package that a studio shows. */
export interface Release {
  readonly version: string;
  /** Subresource Integrity of `cdn/button-VERSION.js`. */
  readonly integrity: string;
  /** Of `cdn/locales-VERSION.js`. */
  readonly localesIntegrity: string;
}

/** The place of this page: the build has written it on the root element. */
export function readPlace(): Place {
  const { sandbox = '', served = '' } = document.documentElement.dataset;
  const absolute = (url: string): string => new URL(url, location.href).href.replace(/\/$/, '');
  return { site: absolute('.'), sandbox: absolute(sandbox), isServed: served === 'true' };
}

/** The release of this page, which stands on the root element as well. */
export function readRelease(): Release {
  const { version = '', integrity = '', localesIntegrity = '' } = document.documentElement.dataset;
  return { version, integrity, localesIntegrity };
}

/** The names under which every machine knows itself, each with another. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ['localhost', '127.0.0.1'],
  ['127.0.0.1', 'localhost'],
]);

/** The same site under this machine's other name, which makes it another origin. Under any other name it is the site itself. */
export function otherOriginOf(site: string): string {
  const url = new URL(site);
  url.hostname = OTHER_NAMES.get(url.hostname) ?? url.hostname;
  return url.href.replace(/\/$/, '');
}

/** Puts the addresses of a place into a story's settings. */
export function resolve(settings: Settings, { site, sandbox, isServed }: Place): Settings {
  const fill = (text: string): string => {
    // Without a back end, pages stand in for its redirect URI and webhook.
    const known = isServed
      ? text
      : text
          .replace(`{site}/crm/callback/${PRIVATE_CLIENT}`, '{site}/callback.html')
          .replace(/^\{site\}\/crm\/callback\/\w+$/, '{site}/redirect.html');
    return known.replaceAll('{site}', site).replaceAll('{sandbox}', sandbox);
  };
  return Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [name, typeof value === 'string' ? fill(value) : value]),
  );
}
