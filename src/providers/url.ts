/**
 * Writes a query in which values that were escaped by hand keep their escapes: a valid `%XX` is left as it is, every other
 * character that is special in a URL is percent-encoded, a space as `%20`.
 */
export function encodeQuery(parameters: URLSearchParams): string {
  return parameters
    .toString()
    .replaceAll('+', '%20')
    .replace(/%25([\da-f]{2})/gi, '%$1');
}

/** Parses an absolute http(s) URL; anything else is `undefined`. */
export function parseWebUrl(text = ''): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url && /^https?:$/.test(url.protocol) ? url : undefined;
}

/**
 * Parses a URL that must be secure. A development server on this machine needs no https.
 *
 * @throws TypeError for any other URL
 */
export function secureUrl(name: string, value: string): URL {
  const url = parseWebUrl(value);
  if (!url || !/^https:|^http:\/\/(localhost|127\.0\.0\.1|\[::1])[:/]/.test(url.href)) {
    throw new TypeError(`${name} must be a full https URL, not "${value}".`);
  }
  return url;
}
