/**
 * Gives the path, query and fragment of a URL if it is one of this site; anything else would make an open redirector of the callback
 * (RFC 9700, section 4.11).
 *
 * @param redirectUri - of a client, whose origin is this site's
 * @param given - from outside: absolute, or from its path on
 */
export function pathAt(redirectUri: string, given: string): string | undefined {
  const { origin } = new URL(redirectUri);
  const url = URL.canParse(given, origin) ? new URL(given, origin) : undefined;
  if (url?.origin !== origin) return undefined;
  // Without its origin, a path with two slashes would name a host: `/a/..//evil.example` is one.
  return url.pathname.replace(/^\/+/, '/') + url.search + url.hash;
}
