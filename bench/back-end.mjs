// @ts-check
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { median } from './stats.mjs';

const PARTS = ['measure', 'tokens'].map((name) =>
  fileURLToPath(new URL(`back-end/${name}.mjs`, import.meta.url)),
);
const run = promisify(execFile);

/** How often each store is measured. */
const TURNS = 2;

/**
 * The back end in one process, against a CRM in another thread of it that answers at once: connections made (state, callback, code,
 * account), tokens refreshed, good tokens given and lists read in a second, 50 at a time; of the store in memory beside 100,000
 * other connections, of the others beside 10,000. Then good tokens alone, of 1, 100 and 10,000 connections, and 1,000 callers at
 * once for one token that has expired.
 *
 * @returns {Promise<import('./row.mjs').Row[]>}
 */
export async function backEnd() {
  // TypeScript, which this Node may not read: through the loader that the tests use, too.
  const { register } = await import('tsx/esm/api');
  const unregister = register();
  const { startPostgres } = await import(new URL('../test/server/postgres.ts', import.meta.url).href);
  const cluster = await startPostgres();
  await unregister();
  const stores = ['memory', 'sqlite', ...(cluster ? ['postgres'] : [])];
  /** @type {Record<string, Record<string, number>[]>} */
  const results = Object.fromEntries(stores.map((name) => [name, []]));
  for (let turn = 0; turn < TURNS; turn++) {
    for (const name of stores) {
      results[name]?.push(await inTurn(PARTS, name, cluster?.host ?? ''));
    }
  }
  await cluster?.stop();
  return stores.flatMap((name) => rowsOf(name, results[name] ?? []));
}

/**
 * One process after the other, and what they have measured.
 *
 * @param {readonly string[]} modules
 * @param {readonly string[]} args
 * @returns {Promise<Record<string, number>>}
 */
async function inTurn(modules, ...args) {
  /** @type {Record<string, number>} */
  const numbers = {};
  for (const module of modules) {
    const { stdout } = await run(process.execPath, ['--expose-gc', module, ...args]);
    Object.assign(numbers, JSON.parse(stdout));
  }
  return numbers;
}

/**
 * @param {string} name
 * @param {readonly Record<string, number>[]} results
 * @returns {import('./row.mjs').Row[]}
 */
function rowsOf(name, results) {
  const of = (/** @type {string} */ key) => results.flatMap((result) => result[key] ?? []);
  const row = (
    /** @type {string} */ what,
    /** @type {string} */ unit,
    /** @type {string} */ key,
    per = 1,
  ) => ({
    what: `${name}: ${what}`,
    unit,
    ours: median(of(key)) / per,
    samples: { ours: of(key) },
  });
  return [
    row('connections made', 'per s', 'connects'),
    row('tokens refreshed', 'per s', 'refreshes'),
    row('good tokens given', 'per s', 'tokens'),
    row('lists of connections', 'per s', 'lists'),
    ...['1', '100', '10000'].flatMap((size) => {
      const what = `good tokens of ${Number(size).toLocaleString('en')} connection${size === '1' ? '' : 's'}`;
      return [
        row(what, 'per s', `good-${size}`),
        row(`${what}, 50 at once: p50`, 'ms', `good-${size}-p50`),
        row(`${what}, 50 at once: p99`, 'ms', `good-${size}-p99`),
      ];
    }),
    { ...row('1,000 callers, one expired token: refreshes', '', 'refreshesAtCrm'), limit: 1 },
    row('1,000 callers, one expired token: all answered', 'ms', 'all'),
    ...(of('heap').length ? [row('heap of 100,000 connections', 'MB', 'heap', 1e6)] : []),
    ...(of('file').length ? [row('file of 10,300 connections', 'MB', 'file', 1e6)] : []),
  ];
}
