import { Turns } from '../tokens/token-store.js';
import type { Query, Row } from './sql.js';
import { SqlTable } from './sql-table.js';
import type { ConnectionChange, ConnectionRecord, ConnectionStore } from './store.js';

/**
 * Keeps connections in a database. While one is being changed its row is locked, where the database can; everywhere, a change
 * counts only if the row is still the one that it began with.
 */
export class SqlConnections extends SqlTable implements ConnectionStore {
  /** One connection of this process to the database waits for a row, not all of them. */
  readonly #turns = new Turns();

  async get(id: string): Promise<ConnectionRecord | undefined> {
    const [record] = await this.#select('id = $1', [id]);
    return record;
  }

  list(user: string): Promise<readonly ConnectionRecord[]> {
    return this.#select('user_id = $1', [user]);
  }

  find(client: string, account: string): Promise<readonly ConnectionRecord[]> {
    return this.#select('client = $1 AND account = $2', [client, account]);
  }

  async put(record: ConnectionRecord): Promise<ConnectionRecord> {
    const { id, user, client, account, since } = record;
    const text = await this.#seal(record);
    const insert = `INSERT INTO ${this.table} (id, user_id, client, account, since, record) VALUES ($1, $2, $3, $4, $5, $6)`;
    const upsert = `${insert} ON CONFLICT (user_id, client, account) DO UPDATE SET record = excluded.record RETURNING id, since`;
    const [row] = await this.database.transact((query) =>
      query(upsert, [id, user, client, account, since, text]),
    );
    return { ...record, id: row?.id as string, since: Number(row?.since) };
  }

  update(id: string, change: ConnectionChange): Promise<ConnectionRecord | undefined> {
    return this.#turns.take(id, () => this.database.transact((query) => this.#change(query, id, change)));
  }

  async delete(id: string): Promise<void> {
    await this.database.transact((query) =>
      query(`DELETE FROM ${this.table} WHERE id = $1 RETURNING id`, [id]),
    );
  }

  async #change(query: Query, id: string, change: ConnectionChange): Promise<ConnectionRecord | undefined> {
    const row = await this.#row(query, id, this.database.lock);
    if (!row) return undefined;
    const current = await this.#read(row);
    const [outcome] = await Promise.allSettled([change(current)]);
    const changed = outcome.status === 'fulfilled' ? outcome.value : undefined;
    if (changed !== undefined && (await this.#write(query, row, changed))) {
      return changed ? { ...changed, id, since: current.since } : undefined;
    }
    const again = await this.#row(query, id);
    // Replaced or removed meanwhile: the outcome for the older one no longer matters.
    if (outcome.status === 'rejected' && again?.record === row.record) throw outcome.reason;
    return again && this.#read(again);
  }

  async #row(query: Query, id: string, lock = ''): Promise<Row | undefined> {
    const [row] = await query(`SELECT * FROM ${this.table} WHERE id = $1${lock}`, [id]);
    return row;
  }

  /** Writes the outcome of a change, unless somebody else has written meanwhile. */
  async #write(query: Query, { id, record: old }: Row, record: ConnectionRecord | null): Promise<boolean> {
    const where = 'WHERE id = $1 AND record = $2 RETURNING id';
    if (!record) return (await query(`DELETE FROM ${this.table} ${where}`, [id, old])).length === 1;
    const set = 'SET user_id = $3, client = $4, account = $5, record = $6';
    const { user, client, account } = record;
    const values = [id, old, user, client, account, await this.#seal(record)];
    return (await query(`UPDATE ${this.table} ${set} ${where}`, values)).length === 1;
  }

  async #select(where: string, values: readonly unknown[]): Promise<ConnectionRecord[]> {
    const rows = await this.database.query(
      `SELECT * FROM ${this.table} WHERE ${where} ORDER BY since, id`,
      values,
    );
    return Promise.all(rows.map((row) => this.#read(row)));
  }

  /** Sealed for its user and its account: a row that somebody gives to another user does not open. */
  #seal({ user, client, account, ...rest }: ConnectionRecord): Promise<string> {
    const text = JSON.stringify({ ...rest, id: undefined, since: undefined });
    return this.sealing.seal(text, [this.table, user, client, account]);
  }

  async #read(row: Row): Promise<ConnectionRecord> {
    const { id, user_id: user, client, account } = row as Readonly<Record<string, string>>;
    const context = [this.table, user, client, account] as string[];
    const rest = JSON.parse(await this.sealing.open(row.record as string, context)) as object;
    return { ...rest, id, user, client, account, since: Number(row.since) } as ConnectionRecord;
  }
}
