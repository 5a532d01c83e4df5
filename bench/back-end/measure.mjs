// @ts-check
/** One store in a process of its own: `node --expose-gc measure.mjs memory|sqlite|postgres [HOST]`. It prints numbers as JSON. */
import { Worker } from 'node:worker_threads';
import { timed } from './in-turns.mjs';
import { openStore } from './stores.mjs';

const { Client, createHandler } = await import(new URL('../../dist/server.js', import.meta.url).href);
const [kind = 'memory', host = ''] = process.argv.slice(2);
/** How many connections are there, how many are made and refreshed for a number, and how many at once. */
const [MANY, SOME, AT_ONCE] = [kind === 'memory' ? 100_000 : 10_000, kind === 'memory' ? 1000 : 300, 50];

const crm = new Worker(new URL('crm.mjs', import.meta.url));
const { port } = await new Promise((resolve) => crm.once('message', resolve));
const { fileSize, fill, remove, store } = await openStore(kind, host);
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
await fill(0, MANY, 1);
globalThis.gc?.();
const after = process.memoryUsage();

const refreshes = await perSecond(SOME, (index) => handler.accessToken(`many-${index}`, `id-${index}`));
const tokens = await perSecond(SOME * 5, (index) =>
  handler.accessToken(`many-${index % SOME}`, `id-${index % SOME}`),
);
const lists = await perSecond(SOME, (index) => handler.connections(`many-${index}`));

const heap = kind === 'memory' ? after.heapUsed - before.heapUsed : undefined;
console.log(JSON.stringify({ connects, refreshes, tokens, lists, heap, file: fileSize() }));
remove();
process.exit();

/**
 * @param {number} count
 * @param {(index: number) => unknown} task
 */
async function perSecond(count, task) {
  return (await timed(count, AT_ONCE, task)).perSecond;
}
