import { STATE_KEPT, type StateRecord, type StateStore } from '../state/state-store.js';
import { OWN } from '../stores.js';
import { SqlTable } from './sql-table.js';
import { Sweep } from './sweep.js';

/** Keeps states in a database. A session has 20 of them, and the oldest goes. */
export class SqlStates extends SqlTable implements StateStore {
  readonly #sweep = new Sweep();

  async add(digest: string, record: StateRecord, now: number): Promise<void> {
    const table = this.table;
    const { session, client = null, expires, data } = record;
    const sealed = data === undefined ? null : await this.sealing.seal(data, [table, digest]);
    await this.#sweep.run(now, () =>
      this.#run(`DELETE FROM ${table} WHERE expires < $1`, [now - STATE_KEPT]),
    );
    await this.#run(
      `INSERT INTO ${table} (digest, session, client, expires, is_used, data) VALUES ($1, $2, $3, $4, 0, $5)`,
      [digest, session, client, expires, sealed],
    );
    const older = `SELECT digest FROM ${table} WHERE session = $1 ORDER BY expires DESC, digest LIMIT ${OWN}`;
    await this.#run(`DELETE FROM ${table} WHERE session = $1 AND digest NOT IN (${older})`, [session]);
  }

  async get(digest: string): Promise<StateRecord | undefined> {
    const [row] = await this.#run(`SELECT * FROM ${this.table} WHERE digest = $1`, [digest], false);
    if (!row) return undefined;
    const { client, data } = row;
    return {
      session: row.session as string,
      expires: Number(row.expires),
      isUsed: Number(row.is_used) === 1,
      ...(typeof client === 'string' && { client }),
      ...(typeof data === 'string' && { data: await this.sealing.open(data, [this.table, digest]) }),
    };
  }

  async use(digest: string): Promise<boolean> {
    const used = await this.#run(`UPDATE ${this.table} SET is_used = 1 WHERE digest = $1 AND is_used = 0`, [
      digest,
    ]);
    return used.length === 1;
  }

  /** Not every driver of SQLite runs a statement that gives no rows in the same way as one that does. */
  #run(text: string, values: readonly unknown[], isWrite = true) {
    return this.database.query(isWrite ? `${text} RETURNING digest` : text, values);
  }
}
