import { invalidConfiguration } from './invalid-configuration.js';

/**
 * Checks a PKCE code verifier. A wrong one is noticed by RingCentral alone, and told in the widget's console alone.
 *
 * @throws AuthorizationError `invalid_configuration` where it is missing, or none
 * @see https://www.rfc-editor.org/rfc/rfc7636#section-4.1
 */
export function checkVerifier(name: string, verifier: string | undefined): void {
  if (/^[\w.~-]{43,128}$/.test(verifier ?? '')) return;
  throw invalidConfiguration(
    `${name} must be the code verifier with whose challenge the code was issued: 43 to 128 characters (RFC 7636).`,
  );
}
