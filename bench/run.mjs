// @ts-check
import { chromium } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { chromiumArgs, findChromium } from '../test/browsers.mjs';
import { backEnd } from './back-end.mjs';
import { bundleCandidates } from './bundles.mjs';
import { bytes } from './bytes.mjs';
import { clickCompile } from './click-compile.mjs';
import { clickToOpen } from './click-to-open.mjs';
import { coldScript } from './cold-script.mjs';
import { connections } from './connections.mjs';
import { firefox } from './firefox.mjs';
import { firstButton } from './first-button.mjs';
import { idle } from './idle.mjs';
import { install } from './install.mjs';
import { markers } from './markers.mjs';
import { servePages } from './pages.mjs';
import { rivals } from './rivals.mjs';
import { DOCUMENT, report } from './report.mjs';
import { scale } from './scale.mjs';
import { scaling } from './scaling.mjs';
import { table } from './table.mjs';
import { thousandButtons } from './thousand-buttons.mjs';

/**
 * The argument of every measurement.
 *
 * @typedef {object} Bench
 * @property {import('@playwright/test').Browser} browser
 * @property {Awaited<ReturnType<typeof servePages>>} pages
 * @property {ReadonlyMap<string, import('./bundles.mjs').Bundle>} bundles of the candidates
 * @property {number} repetitions
 */

/** `npm run bench -- firstButton` runs only that measurement. */
const measurements = {
  bytes,
  firstButton,
  thousandButtons,
  markers,
  clickToOpen,
  clickCompile,
  coldScript,
  idle,
  connections,
  scaling,
  firefox,
  backEnd,
  scale,
  rivals,
};

const executablePath = findChromium();
if (!executablePath) throw new Error('Chromium is missing. Install it, or set CHROME_PATH.');
install();
const bundles = await bundleCandidates();
const pages = await servePages(bundles);
const browser = await chromium.launch({
  executablePath,
  args: [...chromiumArgs, '--js-flags=--expose-gc'],
});
const bench = { browser, pages, bundles, repetitions: Number(process.env.REPETITIONS ?? 9) };

const git = (/** @type {string[]} */ ...command) => execFileSync('git', command, { encoding: 'utf8' }).trim();
const machine = {
  date: new Date().toISOString().slice(0, 10),
  commit: git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain') && ', changed'),
  version: JSON.parse(readFileSync('package.json', 'utf8')).version,
  chromium: browser.version(),
  node: process.version,
  cpu: cpus()[0]?.model,
  cores: cpus().length,
  repetitions: bench.repetitions,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in measurements));
if (unknown.length) console.error(`Unknown: ${unknown}. Known: ${Object.keys(measurements)}`);
/** @type {import('./row.mjs').Row[]} */
const rows = [];
mkdirSync('bench/results', { recursive: true });
for (const [name, measure] of Object.entries(measurements)) {
  if (wanted.length && !wanted.includes(name)) continue;
  console.error(`${name} …`);
  const start = performance.now();
  const measured = (await measure(bench)).map((row) => ({ measurement: name, ...row }));
  console.error(`${name}: ${Math.round((performance.now() - start) / 1000)} s`);
  rows.push(...measured);
  console.log(`\n${table(measured)}\n`);
  // Written after each measurement, so that stopping early keeps the results so far.
  const results = { machine: { ...machine, load: loadavg()[1] }, rows };
  writeFileSync('bench/results/latest.json', JSON.stringify(results, null, 2));
}
await browser.close();
await pages.close();
// Part of a run makes no document: its rows would stand beside those of another hour.
if (!wanted.length) writeFileSync(DOCUMENT, await report({ machine, rows }));
