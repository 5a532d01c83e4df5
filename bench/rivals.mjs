// @ts-check
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';
import { gzipSync } from 'node:zlib';
import { bundleWorker, startWorker } from './back-end/workers.mjs';
import { compare } from './row.mjs';
import { quantile } from './stats.mjs';

const run = promisify(execFile);

const TURNS = 3;

/** What a callback leaves behind differs: each name says it. */
const CANDIDATES = /** @type {const} */ ({
  ours: 'crm-oauth-button/server: a connection, in memory',
  'better-auth': 'better-auth: a user, an account and a session, in memory',
  'auth-core': '@auth/core: an encrypted cookie, nothing kept',
  grant: 'grant: tokens in a session, in memory',
  'simple-oauth2': 'simple-oauth2 and two routes: tokens in a Map',
});

/** @typedef {Record<'connects' | 'p50' | 'p99' | 'heap' | 'rss' | 'node' | 'workerd', number>} Sample */

/**
 * `createHandler()` and what else one would take, against the sandbox in another thread: a whole connect, from the first request to
 * the account that the callback has asked for, 50 at once; callbacks one by one; memory after 600 connects; the time from the start of
 * a process to its first answer; the bytes of a worker. Each in a process of its own, in turns.
 *
 * @returns {Promise<import('./row.mjs').Row[]>}
 */
export async function rivals() {
  const sandbox = new Worker(new URL('back-end/sandbox.mjs', import.meta.url));
  const { port } = await new Promise((resolve) => sandbox.once('message', resolve));
  const crm = `http://localhost:${port}`;
  /** @type {Record<string, Sample[]>} */
  const samples = {};
  /** @type {Record<string, string>} */
  const faults = {};
  for (let turn = 0; turn < TURNS; turn += 1) {
    for (const name of Object.keys(CANDIDATES)) {
      const { fault, ...sample } = await measure(name, crm);
      (samples[name] ??= []).push(sample);
      if (fault) faults[name] = fault;
    }
  }
  await sandbox.terminate();
  const bytes = Object.fromEntries(
    await Promise.all(Object.keys(CANDIDATES).map(async (name) => [name, await bytesOf(name)])),
  );
  const others = Object.entries(CANDIDATES).filter(([name]) => name !== 'ours');
  return others.flatMap(([name, against]) =>
    rowsAgainst(against, samples.ours ?? [], samples[name] ?? [], faults[name], [bytes.ours, bytes[name]]),
  );
}

/**
 * @param {string} name
 * @param {string} crm
 * @returns {Promise<Sample & { fault: string | undefined }>}
 */
async function measure(name, crm) {
  const { connects, times, heap, rss } = JSON.parse(await start('connect.mjs', name, crm));
  const launched = performance.now();
  await start('first-answer.mjs', name, crm);
  const node = performance.now() - launched;
  const { first: workerd, fault } = await startWorker(name, crm);
  const [p50, p99] = [quantile(times, 0.5), quantile(times, 0.99)];
  return { connects, p50, p99, heap: heap / 1e6, rss: rss / 1e6, node, workerd, fault };
}

/** @param {readonly string[]} args a module of `back-end`, and its arguments */
async function start(...[module = '', ...args]) {
  const file = fileURLToPath(new URL(`back-end/${module}`, import.meta.url));
  const env = { ...process.env, NODE_ENV: 'production' };
  const { stdout } = await run(process.execPath, ['--expose-gc', file, ...args], { env });
  return stdout;
}

/** @param {string} name */
async function bytesOf(name) {
  const script = await bundleWorker(`export { createSite } from './rivals/${name}.mjs';`);
  return gzipSync(script, { level: 9 }).length;
}

/**
 * @param {string} against
 * @param {readonly Sample[]} ours
 * @param {readonly Sample[]} theirs
 * @param {string | undefined} fault
 * @param {readonly [number, number]} bytes
 * @returns {import('./row.mjs').Row[]}
 */
function rowsAgainst(against, ours, theirs, fault, bytes) {
  const row = (
    /** @type {string} */ what,
    /** @type {string} */ unit,
    /** @type {keyof Sample} */ key,
    note = '',
  ) => {
    const of = (/** @type {readonly Sample[]} */ turns) => turns.map((sample) => sample[key]);
    return compare({ what, unit, against: against + note }, of(ours), of(theirs));
  };
  const [oursBytes, theirBytes] = bytes;
  return [
    row('whole connects, 50 at once', 'per s', 'connects'),
    row('callback, one at a time: p50', 'ms', 'p50'),
    row('callback, one at a time: p99', 'ms', 'p99'),
    row('heap after 600 connects', 'MB', 'heap'),
    row('resident memory after 600 connects', 'MB', 'rss'),
    row('start of Node to the first answer', 'ms', 'node'),
    row('start of workerd to the first answer', 'ms', 'workerd', fault && '; its callback fails there'),
    {
      what: 'worker, minified, gzip',
      unit: 'bytes',
      ours: oursBytes,
      against,
      theirs: theirBytes,
      ratio: oursBytes / theirBytes,
    },
  ];
}
