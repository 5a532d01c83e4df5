import type { ConnectionRecord } from '../store/store.js';
import { askWhetherOver } from '../status/forget-disconnected.js';
import { revokeTokens } from '../tokens/revoke-tokens.js';
import { TokenSet } from '../tokens/token-set.js';
import { ended, type Life } from './life.js';

/**
 * Forgets a user's connection, and ends its grant at the CRM, where the CRM has a way. It is forgotten in any case.
 *
 * @returns whether there was one
 */
export async function disconnect(life: Life, user: string, id: string): Promise<boolean> {
  const kept = await life.connections.get(id);
  if (!user || kept?.user !== user) return false;
  let taken = undefined as ConnectionRecord | undefined;
  // After a refresh that is under way, whose tokens are then the ones to revoke.
  await life.connections.update(id, (current) => {
    if (current.user === user) taken = current;
    return Promise.resolve(taken && null);
  });
  if (!taken) return false;
  await revoke(life, taken).catch(() => undefined);
  if (taken.status !== 'disconnected') await life.tell(ended(taken, 'disconnected'));
  return true;
}

async function revoke(life: Life, record: ConnectionRecord): Promise<void> {
  if (!record.tokens) return;
  const options = life.requestOptions(record.provider);
  await revokeTokens(life.clients.of(record), new TokenSet(record.tokens), options);
}

/**
 * Marks everybody's connections to an account that has been disconnected at the CRM.
 *
 * @param isMeant - tells those of one integration from others of the same client
 * @param isCertain - whether the CRM has shown a secret. If not, its API is asked: a signed URL can be sent again by whoever saw it
 * @throws TokenError if the API does not answer: then the connection stays, and the CRM may tell again
 */
export async function markDisconnected(
  life: Life,
  client: string,
  account: string,
  isMeant: (record: ConnectionRecord) => boolean,
  isCertain: boolean,
): Promise<void> {
  const records = await life.connections.find(client, account);
  let failure: Error | undefined;
  for (const { id } of records.filter(isMeant)) {
    let told = undefined as ConnectionRecord | undefined;
    await life.connections.update(id, async (current) => {
      const { tokens } = current;
      if (!tokens || isCertain) return (told = ended(current, 'disconnected'));
      const options = life.requestOptions(current.provider);
      const asked = await askWhetherOver(life.clients.of(current), new TokenSet(tokens), options);
      failure ??= asked.failure;
      if (asked.isOver) return (told = ended(current, 'disconnected'));
      return { ...current, tokens: asked.tokens.toRecord() };
    });
    if (told) await life.tell(told);
  }
  if (failure) throw failure;
}
