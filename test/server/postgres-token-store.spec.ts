import { expect, mergeTests } from '@playwright/test';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Pool } from 'pg';
import { freshTokens, PostgresTokenStore, TokenSet } from '../../src/server.js';
import {
  forward,
  obtainTokens,
  rejection,
  sendJson,
  shop,
  test as serverTest,
  tokenRequests,
} from './fixtures.js';
import { made, OUTCOMES, overtake, OVERTAKINGS } from './overtaken-updates.js';
import { test as postgresTest } from './postgres-fixtures.js';
import type { Cluster } from './postgres.js';

const test = mergeTests(serverTest, postgresTest).extend<{
  cluster: Cluster | undefined;
  pool: Pool;
  store: PostgresTokenStore;
}>({
  cluster: async ({ startCluster }, use) => use(await startCluster()),
  pool: async ({ openPool }, use) => use(await openPool()),

  store: async ({ pool }, use) => {
    const store = new PostgresTokenStore(pool);
    await pool.query('DROP TABLE IF EXISTS crm_tokens');
    await store.createTable();
    await use(store);
  },
});

// One cluster is enough.
test.describe.configure({ mode: 'default' });

const aged = (tokens: TokenSet) => new TokenSet({ ...tokens.toRecord(), expiresAt: Date.now() + 1000 });

test('keeps, replaces and forgets', async ({ store }) => {
  expect(await store.get('a')).toBeUndefined();
  await store.set('a', made('one'));
  const other = made('other');
  await store.set('b', other);
  await store.set('a', made('two'));
  expect((await store.get('a'))?.accessToken).toBe('two-a');
  await store.delete('a');
  expect(await store.get('a')).toBeUndefined();
  expect((await store.get('b'))?.toRecord()).toEqual(other.toRecord());
  await store.createTable();
  expect(await store.get('b')).toBeDefined();
});

test('keeps the tokens of every provider, and reads records from before there were others', async ({
  store,
  pool,
}) => {
  const oauth2 = new TokenSet({ provider: 'oauth2', host: 'id.example:8443', accessToken: 'a', issuedAt: 0 });
  await store.set('a', oauth2);
  expect((await store.get('a'))?.toRecord()).toEqual(oauth2.toRecord());
  const { provider, ...old } = made('old').toRecord();
  await pool.query('INSERT INTO crm_tokens VALUES ($1, $2)', ['b', JSON.stringify(old)]);
  expect((await store.get('b'))?.toRecord()).toEqual({ ...old, provider });
});

test('an account’s name is a value, never a part of the statement', async ({ store, pool }) => {
  const account = "'; DROP TABLE crm_tokens; --";
  await store.set(account, made('one'));
  expect((await store.get(account))?.accessToken).toBe('one-a');
  expect((await pool.query('SELECT account FROM crm_tokens')).rows).toEqual([{ account }]);
});

for (const table of ['', 'a b', 'a;b', 'A', '"a"', 'a.b.c', 'a--', "a'", '1a', 'a\n']) {
  test(`“${table}” is no table’s name`, () => {
    const pool = { query: () => Promise.reject(new Error()), connect: () => Promise.reject(new Error()) };
    expect(() => new PostgresTokenStore(pool, { table })).toThrow(TypeError);
  });
}

test('a table in a schema', async ({ pool }) => {
  await pool.query('CREATE SCHEMA IF NOT EXISTS crm');
  const store = new PostgresTokenStore(pool, { table: 'crm.tokens' });
  await store.createTable();
  await store.set('a', made('one'));
  expect(await store.get('a')).toBeDefined();
});

test('of two processes that ask five times each, one refreshes', async ({
  cluster,
  store,
  sandbox,
  vendor,
}) => {
  await store.set('acme', aged(await obtainTokens(sandbox)));
  // Slow, so that all requests arrive before the first one is done.
  vendor.answer = (_, response, body) => {
    void forward(sandbox, body).then(({ status, answer }) => {
      setTimeout(() => sendJson(response, status, answer), 500);
    });
  };
  const script = fileURLToPath(new URL('refreshing-process.ts', import.meta.url));
  const processes = [1, 2].map(() => {
    const args = ['--import', 'tsx', script, cluster!.host, vendor.url];
    const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    return { child, lines: createInterface(child.stdout)[Symbol.asyncIterator]() };
  });
  for (const { lines } of processes) expect((await lines.next()).value).toBe('ready');
  for (const { child } of processes) child.stdin.write('go\n');
  const given: unknown[] = [];
  for (const { child, lines } of processes) {
    given.push(...(JSON.parse((await lines.next()).value as string) as unknown[]));
    if (child.exitCode === null) await once(child, 'exit');
  }
  expect(given).toHaveLength(10);
  expect(new Set(given)).toEqual(new Set([(await store.get('acme'))?.accessToken]));
  expect(tokenRequests(sandbox)).toBe(2);
});

test('while one account is refreshed, no other waits, and reading does not', async ({ store }) => {
  await store.set('a', made('a-old'));
  await store.set('b', made('b-old'));
  let begin!: () => void;
  let finish!: () => void;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const finished = new Promise<void>((resolve) => (finish = resolve));
  const slow = store.update('a', async () => {
    begin();
    await finished;
    return made('a-new');
  });
  await begun;
  await expect
    .poll(async () => (await store.update('b', () => Promise.resolve(made('b-new'))))?.accessToken)
    .toBe('b-new-a');
  expect((await store.get('a'))?.accessToken).toBe('a-old-a');
  finish();
  expect((await slow)?.accessToken).toBe('a-new-a');
  expect((await store.get('a'))?.accessToken).toBe('a-new-a');
});

/** The tests run under every default isolation level of the database. */
for (const isolation of ['read committed', 'repeatable read', 'serializable']) {
  for (const { what, act, kept } of OVERTAKINGS) {
    for (const [outcome, refresh] of Object.entries(OUTCOMES)) {
      test(`${what} while a refresh was under way that ${outcome}, ${isolation}`, async ({
        cluster,
        pool,
        store,
      }) => {
        expect(await store.get('a')).toBeUndefined();
        const options = `-c default_transaction_isolation=${isolation.replace(' ', '\\ ')}`;
        const strict = new Pool({ host: cluster!.host, user: 'test', database: 'postgres', options });
        // This one waits for the row, so it runs after the refresh.
        const waiting = "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'";
        const arrive = () => expect.poll(async () => (await pool.query(waiting)).rowCount).toBe(1);
        const result = await overtake(new PostgresTokenStore(strict), act, refresh, arrive);
        await strict.end();
        const given = { 'brings tokens': 'refreshed', fails: 'The CRM said no.' }[outcome];
        expect(result).toEqual({ given, kept, waited: kept });
      });
    }
  }
}

test('of two processes that wait for an account, the later finds what the earlier has left', async ({
  cluster,
  pool,
  store,
}) => {
  const options = '-c default_transaction_isolation=serializable';
  const strict = new Pool({ host: cluster!.host, user: 'test', database: 'postgres', options });
  await store.set('a', made('old'));
  let start!: () => void;
  let finish!: () => void;
  const started = new Promise<void>((resolve) => (start = resolve));
  const finished = new Promise<void>((resolve) => (finish = resolve));
  const first = store.update('a', async () => {
    start();
    await finished;
    return made('refreshed');
  });
  // By now this one has locked the row, and the other has not.
  await started;
  const second = new PostgresTokenStore(strict).update('a', (current) => Promise.resolve(current));
  const waiting = "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'";
  await expect.poll(async () => (await pool.query(waiting)).rowCount).toBe(1);
  finish();
  await first;
  expect(await second).toMatchObject({ accessToken: 'refreshed-a' });
  await strict.end();
});

test('an account without tokens gets none by an update, and one may remove them', async ({ store }) => {
  expect(await store.update('a', () => Promise.resolve(made('new')))).toBeUndefined();
  expect(await store.get('a')).toBeUndefined();
  await store.set('a', made('old'));
  expect(await store.update('a', () => Promise.resolve(null))).toBeUndefined();
  expect(await store.get('a')).toBeUndefined();
});

test('what fails changes nothing, and gives its connection back', async ({ pool, store, vendor }) => {
  await store.set('a', made('old', 0));
  vendor.answer = (_, response) => sendJson(response, 400, { hint: 'Token has been revoked' });
  for (let time = 0; time < 15; time++) {
    const options = { client: shop, store, server: vendor.url };
    expect(await rejection(freshTokens('a', options))).toMatchObject({ code: 'invalid_grant' });
  }
  expect((await store.get('a'))?.accessToken).toBe('old-a');
  expect(pool.idleCount).toBe(pool.totalCount);
  expect(await store.update('a', () => Promise.resolve(undefined))).toBeUndefined();
  expect((await store.get('a'))?.accessToken).toBe('old-a');
});

test('a connection that breaks halfway is thrown away', async ({ pool, store }) => {
  await store.set('a', made('old'));
  pool.on('error', () => undefined);
  const broken = store.update('a', async () => {
    const kill = 'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE state = $1';
    await pool.query(kill, ['idle in transaction']);
    return made('new');
  });
  expect(await rejection(broken)).toBeInstanceOf(Error);
  expect((await store.get('a'))?.accessToken).toBe('old-a');
  expect((await store.update('a', () => Promise.resolve(made('new'))))?.accessToken).toBe('new-a');
});

test('a connection on which the rollback fails is not used again', async () => {
  const released: unknown[] = [];
  const query = (text: string) =>
    text === 'ROLLBACK'
      ? Promise.reject(new Error('broken'))
      : Promise.resolve({ rows: [{ tokens: made('old').toRecord() }] });
  const client = { query, release: (error?: Error) => released.push(error?.message) };
  const fake = new PostgresTokenStore({ query, connect: () => Promise.resolve(client) });
  const failed = fake.update('a', () => Promise.reject(new Error('no tokens')));
  expect(await rejection(failed)).toMatchObject({ message: 'no tokens' });
  expect(released).toEqual(['broken']);
});
