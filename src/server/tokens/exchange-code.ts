import { isCodeVerifier } from '../../providers/encoding.js';
import { own } from '../../providers/own.js';
import { CallbackError } from '../callback-error.js';
import type { Client } from './client.js';
import type { CallbackResponse } from './read-authorization-response.js';
import type { TokenRequestOptions } from './client-request.js';
import { requestTokens } from './token-request.js';
import type { TokenSet } from './token-set.js';

/** Settings of `exchangeCode()`. */
export interface ExchangeOptions extends TokenRequestOptions {
  /** The PKCE code verifier to the challenge of this attempt (RFC 7636). A client without a secret needs one. */
  readonly codeVerifier?: string | undefined;
}

/**
 * Exchanges an authorization code for tokens. A code works once, so there is no second try: after a `timeout` the person has
 * to connect again.
 *
 * @param response - from `readAuthorizationResponse()`; the host is checked once more
 * @throws CallbackError before any request: `invalid_referer` or `invalid_host` if the host is not one of the provider's;
 *   `invalid_response` for a malformed verifier
 * @throws TypeError before any request: if a verifier is missing that the client or the provider needs, or the provider takes none
 * @throws TokenError
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-4.1.3
 * @see https://www.rfc-editor.org/rfc/rfc7636#section-4.5
 */
export async function exchangeCode(
  client: Client,
  { code, host }: Pick<CallbackResponse, 'code' | 'host'>,
  options: ExchangeOptions = {},
): Promise<TokenSet> {
  const { codeVerifier } = own(options);
  const { provider, pkce } = client.tokenEndpoint;
  if (codeVerifier === undefined) {
    if (pkce === 'must') throw new TypeError(`${provider} asks for PKCE: pass codeVerifier.`);
    // RFC 9700, section 2.1.1.
    if (client.authentication === 'none') {
      throw new TypeError('A client without a secret uses PKCE: pass codeVerifier.');
    }
  } else if (pkce === 'never') {
    throw new TypeError(`${provider} takes no code verifier: leave codeVerifier out.`);
  } else if (!isCodeVerifier(codeVerifier)) {
    throw new CallbackError('invalid_response', 'The code verifier is not well-formed.');
  }
  const proof = codeVerifier === undefined ? {} : { code_verifier: codeVerifier };
  return requestTokens(client, host, { grant_type: 'authorization_code', code, ...proof }, options);
}
