import type { Client } from './client.js';
import { refreshTokens } from './refresh-tokens.js';
import type { TokenRequestOptions } from './request-tokens.js';
import type { TokenSet } from './token-set.js';
import type { TokenStore } from './token-store.js';

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

/**
 * The tokens of an account, good for a request to the API: from the store, and refreshed first where they are about to
 * expire. However many ask at once, in however many processes, there is one refresh, and all get its tokens.
 *
 * @returns `undefined` where the store has none for this account, or they were removed meanwhile. Where they were replaced
 *   meanwhile, as the person has connected anew, what has taken their place
 * @throws TokenError `invalid_grant` where the person has to connect again; the store keeps what it has
 */
export async function freshTokens(
  account: string,
  { client, store, leeway = LEEWAY, refused, ...options }: FreshTokensOptions,
): Promise<TokenSet | undefined> {
  const isFresh = ({ accessToken, expiresAt }: TokenSet) =>
    accessToken !== refused && expiresAt > Date.now() + leeway;
  const kept = await store.get(account);
  if (!kept || isFresh(kept)) return kept;
  return store.update(account, async (current) =>
    // Somebody else may have refreshed them while this one waited for its turn.
    isFresh(current) ? current : refreshTokens(client, current, options),
  );
}
