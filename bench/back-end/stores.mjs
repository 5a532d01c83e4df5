// @ts-check
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inTurns } from './in-turns.mjs';

// What `SqliteStore.open()` opens, with its settings.
const { openSqlite: openDatabase } = await import(
  new URL('../../dist/server/store/sqlite-drivers.js', import.meta.url).href
);
const { MemoryStore, PostgresStore, SqliteStore } = await import(
  new URL('../../dist/server.js', import.meta.url).href
);

/**
 * Opens an empty store. `fill()` puts connections into it that nobody measures.
 *
 * @param {string} kind `memory`, `sqlite` or `postgres`
 * @param {string} host of Postgres
 */
export async function openStore(kind, host) {
  const { store, begin, commit, ...rest } = await OPEN[/** @type {keyof typeof OPEN} */ (kind)](host);
  return {
    store,
    async fill(/** @type {number} */ from, /** @type {number} */ to, /** @type {number} */ expiresAt) {
      begin?.();
      await inTurns(to - from, 50, (index) => store.connections.put(connection(from + index, expiresAt)));
      commit?.();
    },
    ...rest,
  };
}

const keys = [new Uint8Array(32).fill(7)];

const OPEN = {
  memory: async () => ({ store: new MemoryStore(), ...nothingElse }),
  sqlite: openSqlite,
  postgres: openPostgres,
};

/** @type {{ begin?: () => void, commit?: () => void, fileSize: () => number | undefined, remove: () => void }} */
const nothingElse = { fileSize: () => undefined, remove: () => undefined };

/** A transaction around the filling: without it, each connection waits for the disk. */
async function openSqlite() {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const file = join(folder, 'crm.db');
  const database = await openDatabase(file);
  return {
    store: new SqliteStore(database, { keys }),
    begin: () => database.exec('BEGIN'),
    commit: () => database.exec('COMMIT'),
    fileSize: () => statSync(file).size,
    remove: () => rmSync(folder, { recursive: true }),
  };
}

/** @param {string} host */
async function openPostgres(host) {
  const { default: pg } = await import('pg');
  const pool = new pg.Pool({ host, user: 'test', database: 'postgres', max: 20 });
  const store = new PostgresStore(pool, { keys, prefix: `bench_${process.pid}_` });
  await store.createTables();
  return { store, ...nothingElse };
}

/**
 * The connection of a user of its own.
 *
 * @param {number} index
 * @param {number} expiresAt when its access token does, in ms since the epoch
 */
export function connection(index, expiresAt) {
  return {
    id: `id-${index}`,
    user: `many-${index}`,
    client: 'kommo',
    provider: 'kommo',
    account: String(index),
    accountName: `Account ${index}`,
    host: 'acme.kommo.com',
    status: 'connected',
    since: Date.now(),
    tokens: {
      provider: 'kommo',
      host: 'acme.kommo.com',
      accessToken: `access-account-${index}-`.padEnd(1000, 'x'),
      refreshToken: `refresh-account-${index}-`.padEnd(1000, 'x'),
      issuedAt: 0,
      expiresAt,
    },
  };
}
