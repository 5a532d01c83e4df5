// @ts-check
/** One store in a process of its own: `node --expose-gc measure.mjs memory|sqlite|postgres [HOST]`. It prints numbers as JSON. */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

const { Client, createHandler, MemoryStore, PostgresStore, SqliteStore } = await import(
  new URL('../../dist/server.js', import.meta.url).href
);
const [kind = 'memory', host = ''] = process.argv.slice(2);
/** How many connections are there, how many are made and refreshed for a number, and how many at once. */
const [MANY, SOME, AT_ONCE] = [kind === 'memory' ? 100_000 : 10_000, 1000, 50];
const keys = [Buffer.alloc(32, 7)].map((key) => new Uint8Array(key));
const folder = mkdtempSync(join(tmpdir(), 'bench-'));

const crm = new Worker(new URL('crm.mjs', import.meta.url));
const { port } = await new Promise((resolve) => crm.once('message', resolve));
const store = await open();
const redirectUri = 'https://shop.example/crm/callback/kommo';
const handler = createHandler({
  clients: [new Client({ clientId: 'shop', clientSecret: 'secret', redirectUri })],
  store,
  userOf: (/** @type {Request} */ request) => request.headers.get('x-user'),
  server: `http://localhost:${port}`,
});

const connects = await perSecond(SOME, async (index) => {
  const headers = { 'x-user': `user-${index}` };
  const given = await handler(new Request('https://shop.example/crm/state?provider=kommo', { headers }));
  const { state } = await given.json();
  const query = new URLSearchParams({ code: `account-${index}`, state, referer: 'acme.kommo.com' });
  const { status } = await handler(new Request(`${redirectUri}?${query}`, { headers }));
  if (status !== 200) throw new Error(`The callback answered ${status}.`);
});

globalThis.gc?.();
const before = process.memoryUsage();
await inTurns(MANY, AT_ONCE, (index) => store.connections.put(record(index)));
globalThis.gc?.();
const after = process.memoryUsage();

const refreshes = await perSecond(SOME, (index) => handler.accessToken(`many-${index}`, `id-${index}`));
const tokens = await perSecond(SOME * 5, (index) =>
  handler.accessToken(`many-${index % SOME}`, `id-${index % SOME}`),
);
const lists = await perSecond(SOME, (index) => handler.connections(`many-${index}`));

const heap = kind === 'memory' ? after.heapUsed - before.heapUsed : undefined;
const file = kind === 'sqlite' ? statSync(join(folder, 'crm.db')).size : undefined;
console.log(JSON.stringify({ connects, refreshes, tokens, lists, heap, file }));
rmSync(folder, { recursive: true });
process.exit();

async function open() {
  if (kind === 'memory') return new MemoryStore();
  if (kind === 'sqlite') return SqliteStore.open(join(folder, 'crm.db'), { keys });
  const { default: pg } = await import('pg');
  const opened = new PostgresStore(new pg.Pool({ host, user: 'test', database: 'postgres', max: 20 }), {
    keys,
    prefix: `bench_${process.pid}_`,
  });
  await opened.createTables();
  return opened;
}

/**
 * A connection whose access token has expired.
 *
 * @param {number} index
 */
function record(index) {
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
      expiresAt: 1,
    },
  };
}

/**
 * @param {number} count
 * @param {(index: number) => unknown} task
 */
async function perSecond(count, task) {
  const start = performance.now();
  await inTurns(count, AT_ONCE, task);
  return (count / (performance.now() - start)) * 1000;
}

/**
 * @param {number} count
 * @param {number} atOnce
 * @param {(index: number) => unknown} task
 */
async function inTurns(count, atOnce, task) {
  let next = 0;
  const run = async () => {
    while (next < count) await task(next++);
  };
  await Promise.all(Array.from({ length: atOnce }, run));
}
