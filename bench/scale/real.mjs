// @ts-check
import { setTimeout as wait } from 'node:timers/promises';
import { connection } from '../back-end/stores.mjs';
import { simulate } from './simulate.mjs';
import { randomOf, visitOf } from './world.mjs';

const { Client, createHandler, MemoryStore } = await import(
  new URL('../../dist/server.js', import.meta.url).href
);

/** Four seconds, in the middle of which the CRM is down. In s. */
const SMALL = {
  connections: 200,
  processes: 1,
  pool: 1000,
  lifetime: 1000,
  leeway: 300,
  timeout: 0.2,
  answer: 0.02,
  limit: Infinity,
  down: /** @type {const} */ ([1, 3]),
  reloads: 0,
  end: 5,
};
const VISITS = 1000;

/**
 * The requests to the CRM in one small case: of the model, and of `createHandler()` with a `fetch` that stands in for the CRM.
 *
 * @returns {Promise<{ model: number, real: number }>}
 */
export async function countBoth() {
  const random = randomOf(4);
  const plan = Array.from({ length: VISITS }, () => ({
    at: 4 * random(),
    id: Math.floor(random() * SMALL.connections),
    callers: 1 + Math.floor(random() * 4),
  })).toSorted((a, b) => a.at - b.at);
  const visits = plan.map(({ at, id, callers }) => visitOf(at, id, 0, callers));
  const { sent } = simulate(SMALL, { shares: true }, visits, new Float64Array(SMALL.connections));
  return { model: sent, real: await countReal(plan) };
}

/** @param {readonly { at: number, id: number, callers: number }[]} plan */
async function countReal(plan) {
  const store = new MemoryStore();
  for (let id = 0; id < SMALL.connections; id++) store.connections.put(connection(id, 1));
  const redirectUri = 'https://shop.example/crm/callback/kommo';
  const client = new Client({ clientId: 'shop', clientSecret: 'secret', redirectUri });
  const handler = createHandler({ clients: [client], store, userOf: () => undefined });
  const { fetch } = globalThis;
  const start = performance.now();
  // That of the last page: on a machine that stops for a moment, the CRM stops with it.
  let now = 0;
  let requests = 0;
  globalThis.fetch = async () => {
    requests++;
    if (now < SMALL.down[0] || now >= SMALL.down[1]) {
      await wait(SMALL.answer * 1000);
      return Response.json({ ...ISSUED, refresh_token: `refresh-${requests}` });
    }
    await wait(SMALL.timeout * 1000);
    // As after ten seconds.
    throw new DOMException('No answer.', 'TimeoutError');
  };
  try {
    const pages = [];
    for (const { at, id, callers } of plan) {
      await wait(Math.max(0, at * 1000 - (performance.now() - start)));
      now = at;
      const ask = () => handler.accessToken(`many-${id}`, `id-${id}`);
      pages.push(Promise.allSettled(Array.from({ length: callers }, ask)));
    }
    await Promise.all(pages);
  } finally {
    globalThis.fetch = fetch;
  }
  return requests;
}

const ISSUED = { token_type: 'Bearer', expires_in: 86_400, access_token: 'access' };
