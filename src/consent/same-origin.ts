import { parseWebUrl } from '../providers/url.js';
import { ofDocument, tryTo } from './platform.js';

/**
 * Resolves a URL that must be of this page's origin.
 *
 * @param name - the attribute or option, for the error
 * @throws TypeError for any other URL, and for one with credentials
 */
export function sameOriginUrl(name: string, value: string): string {
  const url = parseWebUrl(tryTo(() => new URL(value, ofDocument('baseURI')).href));
  // Not the value itself: it may have credentials.
  if (url?.origin !== self.origin) throw new TypeError(`${name} must be a URL of this origin: write a path.`);
  return url.href;
}
