const NAMES = [
  'code',
  'client_secret',
  'access_token',
  'refresh_token',
  // The parameters of RingCentral's widget.
  'authorizationCode',
  'authorizationCodeVerifier',
  'clientSecret',
  'jwt',
];
const SECRET = new RegExp(`\\b(${NAMES.join('|')})(=|%3D)([^&%\\s]{1,4})[^&\\s]*`, 'g');

/** Shortens codes, tokens and secrets, so that a log can be passed on. */
export function redact(line: string): string {
  return line.replace(SECRET, '$1$2$3…');
}
