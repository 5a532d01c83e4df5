import { randomText } from '../crypto.js';
import type { ConnectionRecord } from '../store/store.js';
import { type Account, fetchAccount } from '../tokens/account.js';
import type { Client, ClientCredentials } from '../tokens/client.js';
import { TokenError } from '../tokens/token-error.js';
import type { TokenSet } from '../tokens/token-set.js';
import type { Life } from './life.js';

/** New tokens, and whose they are. */
export interface NewConnection {
  /** Empty if nobody is known to own them yet. */
  readonly user: string;
  readonly client: Client;
  readonly tokens: TokenSet;
  /** Those of an integration that the consent has created. */
  readonly credentials?: ClientCredentials | undefined;
}

/**
 * Keeps new tokens under the account that the CRM's API names. A user who has connected the account before keeps that connection,
 * and its id.
 *
 * @throws TokenError if the CRM does not tell the account
 */
export async function connect(life: Life, given: NewConnection): Promise<ConnectionRecord> {
  const { user, client, tokens, credentials } = given;
  const { id: account, name: accountName } = await learnAccount(life, client, tokens);
  const others = await life.connections.find(client.name, account);
  const record = await life.connections.put({
    id: randomText(),
    user,
    client: client.name,
    provider: tokens.provider,
    account,
    ...(accountName !== undefined && { accountName }),
    host: tokens.host,
    status: 'connected',
    since: Date.now(),
    until: untilOf(tokens),
    tokens: tokens.toRecord(),
    ...(credentials && { credentials }),
  });
  // A widget's install of the same account: its person has just shown that it is theirs.
  const unclaimed = others.filter((other) => user && !other.user);
  for (const { id } of unclaimed) await life.connections.delete(id);
  const old = others.find((other) => other.user === user);
  if (old?.status !== 'connected') await life.tell(record);
  return record;
}

/** A code works once, so a lost answer must not end the attempt. */
async function learnAccount(life: Life, client: Client, tokens: TokenSet): Promise<Account> {
  const options = life.requestOptions(tokens.provider);
  return fetchAccount(client, tokens, options).catch((error: unknown) => {
    if (error instanceof TokenError && error.isTransport) return fetchAccount(client, tokens, options);
    throw error;
  });
}

/** When the person has to authorize again at the latest, if anybody tells. */
export function untilOf({ refreshToken, refreshExpiresAt, expiresAt }: TokenSet): number | undefined {
  const until = refreshToken ? refreshExpiresAt : expiresAt;
  return Number.isFinite(until) ? until : undefined;
}
