import { callApi } from '../tokens/account.js';
import type { Client } from '../tokens/client.js';
import type { TokenRequestOptions } from '../tokens/client-request.js';
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
  accountUrlOf(client);
  let failure = undefined as Error | undefined;
  await store.update(account, async (current) => {
    const asked = await askWhetherOver(client, current, request);
    failure = asked.failure;
    return asked.isOver ? null : asked.tokens;
  });
  if (failure) throw failure;
}

/** What the CRM says about tokens. */
export interface Asked {
  readonly isOver: boolean;
  /** The same, or newer ones, which have to be kept before anything is thrown. */
  readonly tokens: TokenSet;
  /** Why it is not known. */
  readonly failure?: Error;
}

/** Asks the CRM whether tokens are over, by a call that any good access token may make. It does not reject. */
export async function askWhetherOver(
  client: Client,
  current: TokenSet,
  options: TokenRequestOptions,
): Promise<Asked> {
  let tokens = current;
  try {
    if (current.expiresAt <= Date.now() + LEEWAY) tokens = await refreshTokens(client, current, options);
    const { status } = await callApi(client, tokens, accountUrlOf(client), options);
    return { isOver: status === 401, tokens };
  } catch (error) {
    if (error instanceof TokenError && error.code === 'invalid_grant') return { isOver: true, tokens };
    return { isOver: false, tokens, failure: error as Error };
  }
}

/** The URL of that call. */
function accountUrlOf({ tokenEndpoint }: Client): string {
  const { provider, account } = tokenEndpoint;
  const url = typeof account === 'object' && account.url;
  if (!url) throw new TypeError(`${provider} has no account.url, which tells whether a token is good.`);
  return url;
}
