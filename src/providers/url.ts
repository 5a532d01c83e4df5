/**
 * Writes a query in which hand-escaped values keep their escapes: a valid `%XX` stays, every other special character is
 * percent-encoded, a space as `%20`.
 */
export function encodeQuery(parameters: URLSearchParams): string {
  return parameters
    .toString()
    .replaceAll('+', '%20')
    .replace(/%25([\da-f]{2})/gi, '%$1');
}

/** Parses an absolute http(s) URL without credentials; gives `undefined` for anything else. */
export function parseWebUrl(text = ''): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url && /^https?:$/.test(url.protocol) && !url.username && !url.password ? url : undefined;
}

/** Whether a parsed hostname is a loopback address (RFC 8252, section 8.3). */
function isLoopback(hostname: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}

/**
 * Parses a URL that must be https, or http on a loopback host, for development.
 *
 * @param name - the attribute or option, for the error
 * @throws TypeError for any other URL, and for one with credentials: `http://localhost:x@evil.example` is no loopback host
 */
export function secureUrl(name: string, value: string): URL {
  const url = parseWebUrl(value);
  if (!url || (url.protocol === 'http:' && !isLoopback(url.hostname))) {
    // Keep credentials out of the console; the host follows them.
    const shown = value.replace(/.*@/, '');
    throw new TypeError(`${name} must be a full https URL without credentials, not "${shown}".`);
  }
  return url;
}
