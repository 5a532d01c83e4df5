import type { AuthorizationResponse } from './read-authorization-response.js';
import type { Client } from './client.js';
import { requestTokens, type TokenRequestOptions } from './request-tokens.js';
import type { TokenSet } from './token-set.js';

/**
 * Exchanges an authorization code for tokens. A code lasts 20 minutes and works once, so there is no second try: after a
 * `timeout` the person has to connect again.
 *
 * @param response - from `readAuthorizationResponse()`; the host is checked once more
 * @throws CallbackError `invalid_referer` for a host that is not the CRM's, before any request
 * @throws TokenError
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-4.1.3
 * @see https://developers.kommo.com/docs/oauth-20
 */
export function exchangeCode(
  client: Client,
  { code, host }: Pick<AuthorizationResponse, 'code' | 'host'>,
  options: TokenRequestOptions = {},
): Promise<TokenSet> {
  return requestTokens(client, host, { grant_type: 'authorization_code', code }, options);
}
