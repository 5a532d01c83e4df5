import { callApi } from '../tokens/account.js';
import { type FreshTokensOptions, refreshTokens } from '../tokens/refresh-tokens.js';
import { TokenError } from '../tokens/token-error.js';
import type { TokenSet } from '../tokens/token-set.js';

/** How long the access token has to be good for, in ms: the API refuses an expired one, connected or not. */
const LEEWAY = 60_000;

/**
 * Removes an account's tokens if the CRM no longer takes them, and leaves them if it does. For the disconnect hook, once
 * `verifyDisconnect()` has passed: the hook's URL stays good, and whoever saw it may send it again after the person has
 * connected anew.
 *
 * It asks the API with the access token, refreshed first if necessary, and removes the tokens on 401, or if the refresh is
 * refused as `invalid_grant`. Tokens that replace them meanwhile stay.
 *
 * @throws TokenError if the CRM does not answer that: then nothing is removed
 * @throws TypeError for a provider whose definition names no call that any good access token may make
 */
export async function forgetDisconnected(
  account: string,
  options: Omit<FreshTokensOptions, 'leeway' | 'refused'>,
): Promise<void> {
  const { client, store, ...request } = options;
  const { provider, account: source } = client.tokenEndpoint;
  const url = typeof source === 'object' && source.url;
  if (!url) throw new TypeError(`${provider} has no account.url, which tells whether a token is good.`);

  const isAccepted = async (tokens: TokenSet): Promise<boolean> => {
    const { status } = await callApi(client, tokens, url, request);
    return status !== 401;
  };
  let failure = undefined as Error | undefined;
  await store.update(account, async (current) => {
    let tokens = current;
    try {
      if (current.expiresAt <= Date.now() + LEEWAY) tokens = await refreshTokens(client, current, request);
      return (await isAccepted(tokens)) ? tokens : null;
    } catch (error) {
      if (error instanceof TokenError && error.code === 'invalid_grant') return null;
      // Not thrown yet: refreshed tokens have to be kept first.
      failure = error as Error;
      return tokens;
    }
  });
  if (failure) throw failure;
}
