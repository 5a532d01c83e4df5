// @ts-check
import { chromium } from '@playwright/test';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { chromiumArgs, findChromium } from '../test/browsers.mjs';
import { servePages } from './pages.mjs';

const REPETITIONS = 15;

const executablePath = findChromium();
if (!executablePath) throw new Error('Chromium is missing. Install it, or set CHROME_PATH.');
const pages = await servePages();
const browser = await chromium.launch({
  executablePath,
  args: [...chromiumArgs, '--js-flags=--expose-gc'],
});

/** Each row compares ours with what it replaces; both are measured in turns, so that a busy machine slows both. */
const rows = [
  {
    name: '1,000 buttons, script and layout',
    unit: 'ms',
    measure: thousandButtons,
    against: 'styled <div> with inner HTML',
  },
  {
    name: 'first visible button, page with a 1 s image',
    unit: 'ms',
    measure: firstButton,
    against: 'a script that waits for onload',
  },
];

const results = [];
for (const { name, unit, measure, against } of rows) {
  /** @type {{ ours: number[], theirs: number[] }} */
  const samples = { ours: [], theirs: [] };
  await measure('ours');
  await measure('theirs');
  for (let i = 0; i < REPETITIONS; i += 1) {
    samples.ours.push(await measure('ours'));
    samples.theirs.push(await measure('theirs'));
  }
  const [ours, theirs] = [median(samples.ours), median(samples.theirs)];
  results.push({ name, unit, against, ours, theirs, ratio: ours / theirs, samples });
}

await browser.close();
await pages.close();

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const machine = {
  version,
  browser: browser.version(),
  node: process.version,
  cpu: cpus()[0]?.model,
  cores: cpus().length,
};
mkdirSync('bench/results', { recursive: true });
writeFileSync('bench/results/latest.json', JSON.stringify({ machine, results }, null, 2));
console.table(
  results.map(({ name, against, unit, ours, theirs, ratio }) => ({
    what: name,
    [`ours, ${unit}`]: Number(ours.toFixed(1)),
    [`theirs, ${unit}`]: Number(theirs.toFixed(1)),
    ratio: Number(ratio.toFixed(3)),
    theirs: against,
  })),
);

/** @param {'ours' | 'theirs'} which */
async function thousandButtons(which) {
  const page = await browser.newPage();
  await page.goto(`${pages.url}/empty`);
  const time = await page.evaluate((kind) => {
    /** @type {{ gc?: () => void }} */ (globalThis).gc?.();
    const start = performance.now();
    const host = document.createElement('main');
    for (let i = 0; i < 1000; i += 1) {
      const button = document.createElement(kind === 'ours' ? 'crm-oauth-button' : 'div');
      if (kind === 'ours') button.setAttribute('client-id', String(i));
      else {
        button.className = 'vendor';
        button.innerHTML =
          '<div class="logo"><svg viewBox="0 0 24 24"><path d="M7 4v16M17 4 7 14m4-3 7 9"/></svg></div><span>Continue with Kommo</span>';
      }
      host.append(button);
    }
    document.body.append(host);
    return new Promise((resolve) => {
      // The element draws in a microtask.
      queueMicrotask(() => queueMicrotask(() => resolve(host.offsetHeight && performance.now() - start)));
    });
  }, which);
  await page.close();
  return Number(time);
}

/** @param {'ours' | 'theirs'} which */
async function firstButton(which) {
  const page = await browser.newPage();
  await page.goto(`${pages.url}/${which}`);
  const time = await page.evaluate(() => /** @type {any} */ (globalThis).drawn);
  await page.close();
  return Number(time);
}

/** @param {number[]} values */
function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
