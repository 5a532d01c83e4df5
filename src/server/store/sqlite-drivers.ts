type Value = string | number | null;

/** A prepared statement. */
export interface SqliteStatement {
  all(...values: Value[]): unknown[];
}

/** The part of a database of SQLite that the store uses: `node:sqlite`, `bun:sqlite` and `better-sqlite3` have it. */
export interface SqliteDatabase {
  exec(sql: string): unknown;
  prepare(sql: string): SqliteStatement;
  close(): unknown;
}

/** `node-sqlite3-wasm`, whose statements have to be given back, so that its short form is the one to use. */
interface WasmDatabase {
  exec(sql: string): unknown;
  all(sql: string, values: Value[]): unknown[];
  close(): unknown;
}

const DRIVERS: readonly {
  readonly name: string;
  readonly open: (module: never, file: string) => SqliteDatabase;
}[] = [
  {
    name: 'node:sqlite',
    open: ({ DatabaseSync }: { DatabaseSync: new (file: string) => SqliteDatabase }, file) =>
      new DatabaseSync(file),
  },
  {
    name: 'node-sqlite3-wasm',
    open: ({ default: { Database } }: { default: { Database: new (file: string) => WasmDatabase } }, file) =>
      fromWasm(new Database(file)),
  },
];

/**
 * Opens a file with the first driver that is there, for one writer at a time and many readers.
 *
 * @throws Error if there is none
 */
export async function openSqlite(file: string): Promise<SqliteDatabase> {
  for (const { name, open } of DRIVERS) {
    // By a name that bundlers do not follow: a worker has neither.
    const module: unknown = await import(name).catch(() => undefined);
    if (!module) continue;
    const database = open(module as never, file);
    database.exec('PRAGMA busy_timeout = 5000');
    database.exec('PRAGMA journal_mode = WAL');
    return database;
  }
  throw new Error('There is no SQLite: use Node 22.13 or newer, or npm install node-sqlite3-wasm.');
}

function fromWasm(database: WasmDatabase): SqliteDatabase {
  return {
    exec: (sql) => database.exec(sql),
    prepare: (sql) => ({ all: (...values) => database.all(sql, values) }),
    close: () => database.close(),
  };
}
