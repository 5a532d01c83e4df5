import type { ConnectionRecord } from '../store/store.js';
import type { Life } from './life.js';

/**
 * Gives a widget's install, which belongs to nobody, to a user who has shown that the account is theirs.
 *
 * @param client - name of the client whose widget it is
 * @returns the user's connection; `undefined` if there is no such install
 */
export async function claim(
  life: Life,
  user: string,
  client: string,
  account: string,
): Promise<ConnectionRecord | undefined> {
  const all = await life.connections.find(client, account);
  const own = all.find((record) => record.user === user);
  const unclaimed = all.find((record) => !record.user);
  if (!unclaimed) return own;
  if (own) {
    const kept = await life.connections.put({ ...unclaimed, user });
    await life.connections.delete(unclaimed.id);
    return kept;
  }
  const claimed = await life.connections.update(unclaimed.id, (current) =>
    // Somebody else may have been faster.
    Promise.resolve(current.user ? undefined : { ...current, user }),
  );
  return claimed?.user === user ? claimed : undefined;
}
