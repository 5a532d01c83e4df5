import { own } from '../../providers/own.js';
import { parseJson } from '../json.js';
import type { CurrentState } from '../state/session-state.js';
import { DELIVERY_KEPT, type SecretsStore } from '../secrets/secrets-store.js';
import { OWN } from '../stores.js';
import type { ClientCredentials } from '../tokens/client.js';
import { SqlTable } from './sql-table.js';
import { Sweep } from './sweep.js';

/** Keeps the secrets of new integrations in a database until they are collected. An owner has 20 of them, and the oldest goes. */
export class SqlSecrets extends SqlTable implements SecretsStore {
  readonly #sweep = new Sweep();

  async deliver(
    digest: string,
    given: ClientCredentials,
    { owner, remaining }: CurrentState,
  ): Promise<boolean> {
    const [table, now] = [this.table, Date.now()];
    const { clientId, clientSecret } = given;
    const sealed = await this.sealing.seal(JSON.stringify({ clientId, clientSecret }), [table, digest]);
    const { query } = this.database;
    await this.#sweep.run(now, () =>
      query(`DELETE FROM ${table} WHERE expires < $1 RETURNING digest`, [now - DELIVERY_KEPT]),
    );
    const added = await query(
      `INSERT INTO ${table} (digest, owner, expires, credentials) VALUES ($1, $2, $3, $4) ON CONFLICT (digest) DO NOTHING RETURNING digest`,
      [digest, owner, now + remaining, sealed],
    );
    const newest = `SELECT digest FROM ${table} WHERE owner = $1 ORDER BY expires DESC, digest LIMIT ${OWN}`;
    await query(`DELETE FROM ${table} WHERE owner = $1 AND digest NOT IN (${newest}) RETURNING digest`, [
      owner,
    ]);
    return added.length === 1;
  }

  async collect(digest: string): Promise<ClientCredentials | undefined> {
    const table = this.table;
    return this.database.transact(async (query) => {
      const select = `SELECT credentials FROM ${table} WHERE digest = $1 AND credentials IS NOT NULL`;
      const [row] = await query(`${select}${this.database.lock}`, [digest]);
      if (!row) return undefined;
      const text = row.credentials as string;
      // The row stays, so that nothing else is delivered for this state. Of two who collect at once, one changes it.
      const update = `UPDATE ${table} SET credentials = NULL WHERE digest = $1 AND credentials = $2 RETURNING digest`;
      const taken = await query(update, [digest, text]);
      if (taken.length === 0) return undefined;
      const opened = own(parseJson(await this.sealing.open(text, [table, digest])));
      return { clientId: String(opened.clientId), clientSecret: String(opened.clientSecret) };
    });
  }
}
