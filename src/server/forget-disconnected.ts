import type { FreshTokensOptions } from './fresh-tokens.js';
import { refreshTokens } from './refresh-tokens.js';
import { type TokenRequestOptions, TIMEOUT } from './request-tokens.js';
import { send } from './send.js';
import { TokenError } from './token-error.js';
import { tokenServer } from './token-server.js';
import type { TokenSet } from './token-set.js';

/** How long the access token has to be good for, in ms: the API refuses one that has expired, connected or not. */
const LEEWAY = 60_000;

/**
 * Removes an account's tokens if the CRM no longer takes them, and leaves them where they are if it does. For the disconnect
 * hook, once `verifyDisconnect()` has passed: its URL is good for ever, and whoever saw it may send it again after the person
 * has connected anew.
 *
 * It asks the API with the access token, refreshed first where need be, and removes the tokens on 401, or where the refresh
 * is refused as `invalid_grant`. Tokens that replace them meanwhile stay.
 *
 * @throws TokenError where the CRM gives no answer to that: then nothing is removed
 */
export async function forgetDisconnected(
  account: string,
  { client, store, ...options }: Omit<FreshTokensOptions, 'leeway' | 'refused'>,
): Promise<void> {
  let failure = undefined as Error | undefined;
  await store.update(account, async (current) => {
    let tokens = current;
    try {
      if (current.expiresAt <= Date.now() + LEEWAY) tokens = await refreshTokens(client, current, options);
      return (await isAccepted(tokens, options)) ? tokens : null;
    } catch (error) {
      if (error instanceof TokenError && error.code === 'invalid_grant') return null;
      // Not thrown yet: what was refreshed has to be kept first.
      failure = error as Error;
      return tokens;
    }
  });
  if (failure) throw failure;
}

async function isAccepted({ host, accessToken }: TokenSet, options: TokenRequestOptions): Promise<boolean> {
  const url = `${tokenServer(host, options)}/api/v4/account`;
  const headers = { authorization: `Bearer ${accessToken}`, accept: 'application/json' };
  const { status } = await send(url, { headers }, host, options.timeout ?? TIMEOUT);
  return status !== 401;
}
