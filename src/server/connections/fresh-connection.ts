import type { ConnectionRecord } from '../store/store.js';
import type { Client } from '../tokens/client.js';
import type { TokenRequestOptions } from '../tokens/client-request.js';
import { findCurrentHost } from '../tokens/current-host.js';
import { type FreshTokensOptions, isFresh, refreshTokens } from '../tokens/refresh-tokens.js';
import { TokenError } from '../tokens/token-error.js';
import { type TokenRecord, TokenSet } from '../tokens/token-set.js';
import { untilOf } from './connect.js';
import { ended, type FreshConnection, type Life } from './life.js';

/** Settings of `accessToken()`. */
export type AccessTokenOptions = Pick<FreshTokensOptions, 'leeway' | 'refused'>;

/** What the CRM says of a grant that is over, or of an account that is blocked or not paid for: only the person can change that. */
const OVER: readonly string[] = ['invalid_grant', 'access_denied'];
/** What a CRM says that can't be asked anything now, and one to which this client is not known. */
const BUSY: readonly string[] = ['timeout', 'temporarily_unavailable', 'server_error', 'invalid_client'];

/**
 * Gives a user's connection with tokens that are good for a request to the API, refreshed first if they are about to expire. However
 * many ask at once, there is one refresh, and all get its tokens. Those who ask this process for the same share its failure, too.
 *
 * @throws TokenError `reconnect` if there is no such connection of this user, or if the person has to authorize again: then it is marked;
 *   any other if the CRM does not answer: then it is as it was
 */
export async function freshConnection(
  life: Life,
  user: string,
  id: string,
  options: AccessTokenOptions = {},
): Promise<FreshConnection> {
  const kept = await life.connections.get(id);
  const good = kept && usable(kept, user, options);
  if (good) return good;
  // All that the outcome depends on: nobody gets another user's tokens, nor the one that they were refused.
  const key = JSON.stringify([user, id, options.refused, String(options.leeway)]);
  const shared = life.refreshes.get(key);
  if (shared) return shared;
  // In turns, each would wait for a CRM that does not answer.
  const refreshed = refreshInTurn(life, user, id, options).finally(() => life.refreshes.delete(key));
  life.refreshes.set(key, refreshed);
  return refreshed;
}

/** Refreshes a connection while no other caller, in any process, does the same. */
async function refreshInTurn(
  life: Life,
  user: string,
  id: string,
  options: AccessTokenOptions,
): Promise<FreshConnection> {
  let told = undefined as ConnectionRecord | undefined;
  const record = await life.connections.update(id, async (current) => {
    // Another caller may have refreshed it while this one waited for its turn.
    if (usable(current, user, options) || !current.tokens) return undefined;
    const changed = await refresh(life, current, current.tokens);
    if (changed.status !== 'connected') told = changed;
    return changed;
  });
  if (told) await life.tell(told);
  const refreshed = record && usable(record, user, {});
  if (refreshed) return refreshed;
  throw over(record?.host ?? '');
}

/**
 * A connection with its tokens, if they are good; `undefined` if they have to be refreshed.
 *
 * @throws TokenError `reconnect` if they can't be
 */
function usable(
  record: ConnectionRecord,
  user: string,
  options: AccessTokenOptions,
): FreshConnection | undefined {
  const { tokens, status } = record;
  if (!user || record.user !== user || status !== 'connected' || !tokens) throw over(record.host);
  const fresh = new TokenSet(tokens);
  return isFresh(fresh, options) ? { ...record, fresh } : undefined;
}

async function refresh(life: Life, record: ConnectionRecord, given: TokenRecord): Promise<ConnectionRecord> {
  const client = life.clients.of(record);
  const options = life.requestOptions(record.provider);
  try {
    const tokens = await refreshAnywhere(client, new TokenSet(given), options);
    return { ...record, host: tokens.host, until: untilOf(tokens), tokens: tokens.toRecord() };
  } catch (error) {
    if (error instanceof TokenError && OVER.includes(error.code)) return ended(record, 'reconnect');
    throw error;
  }
}

/** The old host of a renamed account may be nobody's, or somebody else's: before a grant counts as over, the CRM tells where it is. */
async function refreshAnywhere(
  client: Client,
  tokens: TokenSet,
  options: TokenRequestOptions,
): Promise<TokenSet> {
  try {
    return await refreshTokens(client, tokens, options);
  } catch (error) {
    if (error instanceof TokenError && BUSY.includes(error.code)) throw error;
    const host = await findCurrentHost(client, tokens, options).catch(() => undefined);
    if (!host || host === tokens.host) throw error;
    return refreshTokens(client, new TokenSet({ ...tokens.toRecord(), host }), options);
  }
}

function over(host: string): TokenError {
  return new TokenError('reconnect', { host, reason: 'The person has to connect again' });
}
