import { parseJson, textAt } from '../json.js';
import { callApi } from './account.js';
import { tokenHostOf } from './api-hosts.js';
import type { Client } from './client.js';
import { sendAsClient, shownSecrets, type TokenRequestOptions } from './client-request.js';
import { readRefusal } from './token-error.js';
import type { TokenSet } from './token-set.js';

/**
 * Ends a grant at the CRM, with all of its tokens, where the CRM has a way. Remove the tokens from your store in any case.
 *
 * @returns whether the grant has ended, also if it had before; `false` if only the person can end it, at the CRM
 * @throws TokenError if the CRM did not do it
 * @throws CallbackError if the tokens are not of the client's provider, before any request
 * @see https://www.rfc-editor.org/rfc/rfc7009#section-2
 */
export async function revokeTokens(
  client: Client,
  tokens: TokenSet,
  options: TokenRequestOptions = {},
): Promise<boolean> {
  const { revocation } = client.tokenEndpoint;
  if (!revocation) return false;
  const host = tokenHostOf(client.tokenEndpoint, tokens.host);
  const { accessToken, refreshToken } = tokens;
  // A revoked refresh token takes the access tokens with it (RFC 7009, section 2.1).
  const token = refreshToken ?? accessToken;
  const { status, text } =
    revocation.by === 'bearer'
      ? await callApi(client, tokens, revocation.url, options, { method: revocation.method ?? 'POST' })
      : await sendAsClient(client, host, revocation.url, { token }, options);
  // A token that is not good any more: the grant has ended.
  const isGone = status === 401 && revocation.by === 'bearer';
  if (isGone || (status >= 200 && status < 300)) return true;
  const body = parseJson(text);
  if (textAt(body, 'error') === 'invalid_token') return true;
  throw readRefusal(client.tokenEndpoint, host, { status, body }, [
    ...shownSecrets(client, host),
    accessToken,
    refreshToken ?? '',
  ]);
}
