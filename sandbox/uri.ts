import { isLoopbackHost } from './hosts.js';

/** Whether a URL points at this very machine. */
export function isLoopback(url: string): boolean {
  return URL.canParse(url) && isLoopbackHost(new URL(url).hostname);
}

/**
 * Why the CRM would not accept this redirect or secrets URI, or `undefined` when it would: absolute, https (http on a
 * loopback host only, which the sandbox adds for local work), no fragment.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-3.1.2
 */
export function uriFault(uri: string): string | undefined {
  if (!URL.canParse(uri)) return `“${uri}” is not an absolute URL.`;
  const { protocol } = new URL(uri);
  if (protocol !== 'https:' && !(protocol === 'http:' && isLoopback(uri)))
    return `“${uri}” is not an https URL.`;
  if (uri.includes('#')) return `“${uri}” has a fragment.`;
  return undefined;
}
