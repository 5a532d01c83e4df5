/**
 * Appends a query to a URL: the parameters in their order, a list as one parameter for each of its values.
 *
 * Values that were escaped by hand keep their escapes: a valid `%XX` is left as it is, every other character is
 * percent-encoded, a space as `%20`. An absent value is written as an empty one, a name as it stands.
 */
export function withQuery(
  base: string,
  parameters: Readonly<Record<string, string | readonly string[] | undefined>>,
): string {
  const pairs = Object.entries(parameters).flatMap(([name, values]) =>
    [values ?? ''].flat().map((value) => `${name}=${encodeValue(value)}`),
  );
  return `${base}${base.includes('?') ? '&' : '?'}${pairs.join('&')}`;
}

function encodeValue(value: string): string {
  // A lone surrogate has no UTF-8 form, and `encodeURIComponent` throws on it.
  return encodeURIComponent(value.toWellFormed()).replace(/%25([\da-f]{2})/gi, '%$1');
}

/** Parses an absolute http(s) URL; anything else is `undefined`. */
export function parseWebUrl(text: string | null | undefined): URL | undefined {
  try {
    const url = new URL(text ?? '');
    return /^https?:$/.test(url.protocol) ? url : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Parses a URL that must be secure. A development server on this machine needs no https.
 *
 * @throws TypeError for any other URL
 */
export function secureUrl(name: string, value: string | null): URL {
  const url = parseWebUrl(value);
  if (!url || !/^https:|^http:\/\/(localhost|127\.0\.0\.1|\[::1])[:/]/.test(url.href)) {
    throw new TypeError(`${name} must be a full https URL, not "${value}".`);
  }
  return url;
}
