// @ts-check
/** What `accessToken()` costs with one store, in a process of its own: `node tokens.mjs memory|sqlite|postgres [HOST]`. It prints JSON. */
import { Worker } from 'node:worker_threads';
import { quantile } from '../stats.mjs';
import { timed } from './in-turns.mjs';
import { openStore } from './stores.mjs';

const { Client, createHandler } = await import(new URL('../../dist/server.js', import.meta.url).href);
const [kind = 'memory', host = ''] = process.argv.slice(2);
/** How many ask at once, how many ask in all, and how many ask at once for a token that has expired. */
const [AT_ONCE, ASKS, CALLERS] = [50, kind === 'memory' ? 10_000 : 1000, 1000];

const crm = new Worker(new URL('crm.mjs', import.meta.url));
const { port } = await new Promise((resolve) => crm.once('message', resolve));
const server = `http://localhost:${port}`;
const { fill, remove, store } = await openStore(kind, host);
const redirectUri = 'https://shop.example/crm/callback/kommo';
const handler = createHandler({
  clients: [new Client({ clientId: 'shop', clientSecret: 'secret', redirectUri })],
  store,
  userOf: () => undefined,
  server,
});
const ask = (/** @type {number} */ index) => handler.accessToken(`many-${index}`, `id-${index}`);

/** @type {Record<string, number>} */
const good = {};
let there = 0;
for (const size of [1, 100, 10_000]) {
  await fill(there, size, Date.now() + 86_400_000);
  there = size;
  // Neighbours in time are not neighbours in the table.
  const { perSecond, times } = await timed(ASKS, AT_ONCE, (index) => ask((index * 7919) % size));
  good[`good-${size}`] = perSecond;
  good[`good-${size}-p50`] = quantile(times, 0.5);
  good[`good-${size}-p99`] = quantile(times, 0.99);
}

await fill(there, there + 1, 1);
const { perSecond } = await timed(CALLERS, CALLERS, () => ask(there));
const { refreshes: refreshesAtCrm } = await (await fetch(`${server}/refreshes`)).json();
console.log(JSON.stringify({ ...good, refreshesAtCrm, all: (CALLERS / perSecond) * 1000 }));
remove();
process.exit();
