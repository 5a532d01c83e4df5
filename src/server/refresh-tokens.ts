import type { Client } from './client.js';
import { requestTokens, type TokenRequestOptions } from './request-tokens.js';
import { TokenError } from './token-error.js';
import type { TokenSet } from './token-set.js';

/** Refreshes that are under way, by refresh token. */
const underway = new Map<string, Promise<TokenSet>>();

/**
 * Exchanges a refresh token for new tokens; keep them before using them. `freshTokens()` does that with a store.
 *
 * The vendor keeps the old refresh token valid until the new one is first used. So a response that was lost on its way does
 * no harm, and there is one more try with the old token where nothing was answered; none after an answer.
 *
 * Calls with the same refresh token at the same time share one request, in this process.
 *
 * @throws TokenError `invalid_grant` where the person has to connect again: the token is 3 months old, or the integration
 *   was disconnected
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-6
 */
export function refreshTokens(
  client: Client,
  tokens: TokenSet,
  options: TokenRequestOptions = {},
): Promise<TokenSet> {
  const { host, refreshToken } = tokens;
  const key = JSON.stringify([client.clientId, host, options.server, refreshToken]);
  const shared = underway.get(key);
  if (shared) return shared;
  const refreshed = request(client, tokens, options).finally(() => underway.delete(key));
  underway.set(key, refreshed);
  return refreshed;
}

async function request(
  client: Client,
  { host, refreshToken }: TokenSet,
  options: TokenRequestOptions,
): Promise<TokenSet> {
  const send = () =>
    requestTokens(client, host, { grant_type: 'refresh_token', refresh_token: refreshToken }, options);
  try {
    return await send();
  } catch (error) {
    if (error instanceof TokenError && error.isTransport) return send();
    throw error;
  }
}
