import { own } from '../../providers/own.js';
import { Sealing, type SealingOptions } from './sealing.js';
import { SqlConnections } from './sql-connections.js';
import { SqlSecrets } from './sql-secrets.js';
import { SqlStates } from './sql-states.js';
import { type Query, type Row, schemaOf, type SqlDatabase, tablesOf } from './sql.js';
import { openSqlite, type SqliteDatabase, type SqliteStatement } from './sqlite-drivers.js';
import type { Store } from './store.js';

/** Settings of `SqliteStore`. */
export interface SqliteStoreOptions extends SealingOptions {
  /** In front of the tables' names. Default `crm_`. */
  readonly prefix?: string | undefined;
}

/**
 * Keeps everything in a file of SQLite, for one process: another one that refreshes the same tokens at the same time is not kept
 * from it. The tables are created as it starts.
 */
export class SqliteStore implements Store {
  readonly states: SqlStates;
  readonly secrets: SqlSecrets;
  readonly connections: SqlConnections;
  readonly #database: SqliteDatabase;

  /**
   * @param database - an open database
   * @throws TypeError for a key that has not 32 bytes, and for a prefix that would have to be quoted
   */
  constructor(database: SqliteDatabase, options?: SqliteStoreOptions) {
    const { prefix, keys } = own(options);
    const sealing = new Sealing({ keys });
    const tables = tablesOf(prefix);
    for (const statement of schemaOf(tables)) database.exec(statement);
    const adapted = adapt(database);
    this.states = new SqlStates(adapted, tables.states, sealing);
    this.secrets = new SqlSecrets(adapted, tables.secrets, sealing);
    this.connections = new SqlConnections(adapted, tables.connections, sealing);
    this.#database = database;
  }

  /**
   * Opens a file, with `node:sqlite` where the Node has it (22.13 and newer), otherwise with the package `node-sqlite3-wasm`.
   *
   * @param file - its path; `:memory:` is none
   * @throws Error if there is neither
   */
  static async open(file: string, options?: SqliteStoreOptions): Promise<SqliteStore> {
    return new SqliteStore(await openSqlite(file), options);
  }

  /** Closes the database. */
  close(): void {
    this.#database.close();
  }
}

function adapt(database: SqliteDatabase): SqlDatabase {
  const statements = new Map<string, SqliteStatement>();
  const prepare = (text: string): SqliteStatement => {
    // The same parameter may stand in a statement twice.
    const statement = statements.get(text) ?? database.prepare(text.replaceAll('$', '?'));
    statements.set(text, statement);
    return statement;
  };
  const query: Query = (text, values = []) =>
    new Promise((resolve) => {
      resolve(prepare(text).all(...(values as (string | number | null)[])) as readonly Row[]);
    });
  return {
    query,
    // Each statement by itself is all or nothing, and a transaction would keep everybody from writing while the CRM answers.
    transact: (task) => task(query),
    lock: '',
  };
}
