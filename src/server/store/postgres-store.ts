import { own } from '../../providers/own.js';
import { type PostgresPool, transact } from './postgres.js';
import { Sealing, type SealingOptions } from './sealing.js';
import { SqlConnections } from './sql-connections.js';
import { SqlSecrets } from './sql-secrets.js';
import { SqlStates } from './sql-states.js';
import { schemaOf, type Row, type SqlDatabase, type Tables, tablesOf } from './sql.js';
import type { Store } from './store.js';

/** Settings of `PostgresStore`. */
export interface PostgresStoreOptions extends SealingOptions {
  /** In front of the tables' names, with a schema if needed: `shop.crm_`. Default `crm_`. */
  readonly prefix?: string | undefined;
}

/**
 * Keeps everything in PostgreSQL, for any number of processes. While a connection's tokens are being refreshed its row is locked
 * (`SELECT … FOR UPDATE`): one process refreshes, and the others get its tokens. Replacing or removing the row waits for the
 * refresh, and comes after it. Other rows, and reading, never wait.
 *
 * @example
 * ```ts
 * const store = new PostgresStore(new Pool(), { keys: [process.env.CRM_KEY] });
 * await store.createTables();
 * ```
 */
export class PostgresStore implements Store {
  readonly states: SqlStates;
  readonly secrets: SqlSecrets;
  readonly connections: SqlConnections;
  readonly #database: SqlDatabase;
  readonly #tables: Tables;

  /**
   * @param pool - of `pg`, or of anything that works like one
   * @throws TypeError for a key that has not 32 bytes, and for a prefix that would have to be quoted
   */
  constructor(pool: PostgresPool, options?: PostgresStoreOptions) {
    const { prefix, keys } = own(options);
    const sealing = new Sealing({ keys });
    const tables = tablesOf(prefix);
    const database = databaseOf(pool);
    this.states = new SqlStates(database, tables.states, sealing);
    this.secrets = new SqlSecrets(database, tables.secrets, sealing);
    this.connections = new SqlConnections(database, tables.connections, sealing);
    this.#database = database;
    this.#tables = tables;
  }

  /** Creates the tables that do not exist. It can be called at each start. */
  async createTables(): Promise<void> {
    for (const statement of schemaOf(this.#tables)) await this.#database.query(statement);
  }
}

function databaseOf(pool: PostgresPool): SqlDatabase {
  const queryOf =
    (client: Pick<PostgresPool, 'query'>) =>
    async (text: string, values: readonly unknown[] = []): Promise<readonly Row[]> =>
      (await client.query(text, [...values])).rows as readonly Row[];
  return {
    query: queryOf(pool),
    transact: (task) => transact(pool, (client) => task(queryOf(client))),
    lock: ' FOR UPDATE',
  };
}
