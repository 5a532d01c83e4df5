import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pool } from 'pg';
import {
  MemoryStore,
  PostgresStore,
  SqliteStore,
  type Store,
  type SealingOptions,
} from '../../src/server.js';
import { test as base } from './postgres-fixtures.js';

/** The stores that every promise about a back end has to hold with. */
export const STORES = ['MemoryStore', 'SqliteStore', 'PostgresStore'] as const;
export type StoreName = (typeof STORES)[number];

/** The key of these tests, in base64. */
export const KEY = Buffer.alloc(32, 7).toString('base64');

/** The statements of PostgreSQL that wait for a lock. */
export const POSTGRES_WAITING = "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'";

/** A place that outlives the stores that are opened on it, as a file does, or a database. */
export interface Place {
  open(options?: SealingOptions): Promise<Store>;
  /** Runs a statement on the tables, whose names begin with `crm_` in the text; gives the rows. */
  query(text: string, values?: (string | number)[]): Promise<Record<string, unknown>[]>;
  /** Gives a row for each statement that waits for another's lock, where rows are locked. */
  readonly waiting?: string;
}

interface Fixtures {
  /** Makes a new, empty place for a store. */
  newPlace: (name: StoreName) => Promise<Place>;
}

/** Tests that run with each store. */
export const test = base.extend<Fixtures>({
  newPlace: async ({ openPool }, use) => {
    const ends: (() => void)[] = [];
    const directory = mkdtempSync(join(tmpdir(), 'crm-'));
    await use(async (name) => {
      // PostgreSQL is one database for all tests of a worker.
      const prefix = `t${randomBytes(6).toString('hex')}_`;
      if (name === 'SqliteStore') return sqlitePlace(join(directory, `${prefix}.db`), ends);
      if (name === 'PostgresStore') return postgresPlace(await openPool(), prefix);
      const store = new MemoryStore();
      return { open: () => Promise.resolve(store), query: () => Promise.reject(new Error('no tables')) };
    });
    for (const end of ends.reverse()) end();
    rmSync(directory, { recursive: true, force: true });
  },
});

function sqlitePlace(file: string, ends: (() => void)[]): Place {
  return {
    async open(options = { keys: [KEY] }) {
      const store = await SqliteStore.open(file, options);
      ends.push(() => store.close());
      return store;
    },
    async query(text, values = []) {
      const { default: sqlite } = await import('node-sqlite3-wasm');
      const database = new sqlite.Database(file);
      const rows = database.all(text, values);
      database.close();
      return rows;
    },
  };
}

function postgresPlace(pool: Pool, prefix: string): Place {
  return {
    async open(options = { keys: [KEY] }) {
      const store = new PostgresStore(pool, { prefix, ...options });
      await store.createTables();
      return store;
    },
    async query(text, values = []) {
      let index = 0;
      const numbered = text.replaceAll('crm_', prefix).replace(/\?/g, () => `$${++index}`);
      return (await pool.query(numbered, values)).rows as Record<string, unknown>[];
    },
    waiting: POSTGRES_WAITING,
  };
}
