import { tokenHostOf } from './api-hosts.js';
import type { Client } from './client.js';
import { TokenError } from './token-error.js';
import type { TokenRequestOptions } from './client-request.js';
import { requestTokens } from './token-request.js';
import { TokenSet } from './token-set.js';
import type { TokenStore } from './token-store.js';

/** Refreshes under way, by refresh token. */
const underway = new Map<string, Promise<TokenSet>>();

/**
 * Exchanges a refresh token for new tokens; keep them before using them. `freshTokens()` does that with a store.
 *
 * Kommo and amoCRM keep the old refresh token valid until the new one is first used. So a lost answer does no harm there, and
 * if none came, the request is sent once more; never after an answer, and never to another provider.
 *
 * Calls with the same refresh token at the same time share one request, in this process.
 *
 * @throws TokenError `invalid_grant` if the person has to connect again: the token has expired, the integration was
 *   disconnected, or there is no refresh token
 * @throws CallbackError `invalid_referer` or `invalid_host` if the tokens are not of the client's provider, before any request
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-6
 */
export function refreshTokens(
  client: Client,
  tokens: TokenSet,
  options: TokenRequestOptions = {},
): Promise<TokenSet> {
  const { host, refreshToken } = tokens;
  const key = JSON.stringify([
    client.tokenEndpoint.tokenUrl,
    client.clientId,
    host,
    options.server,
    refreshToken,
  ]);
  const shared = underway.get(key);
  if (shared) return shared;
  const refreshed = refresh(client, tokens, options).finally(() => underway.delete(key));
  underway.set(key, refreshed);
  return refreshed;
}

async function refresh(client: Client, tokens: TokenSet, options: TokenRequestOptions): Promise<TokenSet> {
  const { host, refreshToken } = tokens;
  if (!refreshToken) throw new TokenError('invalid_grant', { host, reason: 'There is no refresh token' });
  const tokenHost = tokenHostOf(client.tokenEndpoint, host);
  const send = async () => {
    const grant = { grant_type: 'refresh_token', refresh_token: refreshToken } as const;
    return withOldEnd(await requestTokens(client, tokenHost, grant, options), tokens);
  };
  try {
    return await send();
  } catch (error) {
    const isLost = error instanceof TokenError && error.isTransport;
    if (isLost && client.tokenEndpoint.keepsOldRefreshToken) return send();
    throw error;
  }
}

/** A refresh token that stays (RFC 6749, section 6) ends when it would have. */
function withOldEnd(tokens: TokenSet, { refreshToken, refreshExpiresAt }: TokenSet): TokenSet {
  const isKnown = Number.isFinite(tokens.refreshExpiresAt) || !Number.isFinite(refreshExpiresAt);
  if (isKnown || tokens.refreshToken !== refreshToken) return tokens;
  return new TokenSet({ ...tokens.toRecord(), refreshExpiresAt });
}

/** Settings of `freshTokens()`. */
export interface FreshTokensOptions extends TokenRequestOptions {
  readonly client: Client;
  readonly store: TokenStore;
  /** How long the access token has to be good for, in ms. Default 5 minutes. */
  readonly leeway?: number | undefined;
  /** An access token that the API has refused with 401: the account's tokens are refreshed, unless they are newer. */
  readonly refused?: string | undefined;
}

/** How long the access token has to be good for by default, in ms. */
const LEEWAY = 5 * 60_000;

/** Whether tokens are good for a request to the API. Without a refresh token, they are until they expire. */
export function isFresh(
  { accessToken, refreshToken, expiresAt }: TokenSet,
  { leeway = LEEWAY, refused }: Pick<FreshTokensOptions, 'leeway' | 'refused'>,
): boolean {
  return accessToken !== refused && expiresAt > Date.now() + (refreshToken ? leeway : 0);
}

/**
 * Gives an account's tokens, good for a request to the API: from the store, and refreshed first if they are about to expire.
 * However many ask at once, in however many processes, there is one refresh, and all get its tokens. Without a refresh token,
 * the access token is given until it expires.
 *
 * @returns `undefined` if the store has none for this account, or they were removed meanwhile. If they were replaced
 *   meanwhile, since the person has connected anew, the tokens that took their place
 * @throws TokenError `invalid_grant` if the person has to connect again; the store keeps what it has
 */
export async function freshTokens(
  account: string,
  { client, store, leeway, refused, ...options }: FreshTokensOptions,
): Promise<TokenSet | undefined> {
  const needed = { leeway, refused };
  const kept = await store.get(account);
  if (!kept || isFresh(kept, needed)) return kept;
  return store.update(account, async (current) =>
    // Another caller may have refreshed them while this one waited for its turn.
    isFresh(current, needed) ? current : refreshTokens(client, current, options),
  );
}
