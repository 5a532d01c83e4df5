// @ts-check
import { candidates } from './candidates.mjs';
import { countActivity } from './count-activity.mjs';
import { footprint } from './footprint.mjs';
import { interleave } from './interleave.mjs';
import { openButtons } from './open-buttons.mjs';
import { COUNT } from './phase-rows.mjs';
import { compare } from './row.mjs';
import { median } from './stats.mjs';
import { countWakeUps, trace } from './trace.mjs';

const ROUNDS = 10;
const BLOCKS = 3;
/** The idle time, in ms. */
const IDLE = 3000;
const BUTTONS = COUNT.toLocaleString('en');

/**
 * Measures the cost of buttons while nobody clicks, and whether they leak.
 *
 * @param {import('./run.mjs').Bench} bench
 */
export async function idle(bench) {
  return [...(await activity(bench)), ...(await heapPerButton(bench)), ...(await leftovers(bench))];
}

/**
 * @param {import('./run.mjs').Bench} bench
 * @returns {Promise<import('./row.mjs').Row[]>}
 */
async function activity({ browser, pages }) {
  const page = await browser.newPage();
  await page.addInitScript(countActivity);
  await page.goto(`${pages.url}/cold/ours/1`);
  const events = await trace(browser, async () => {
    await page.evaluate((count) => {
      for (let i = 0; i < count; i += 1) {
        const button = document.createElement('crm-oauth-button');
        button.setAttribute('client-id', 'shop');
        document.body.append(button);
      }
    }, COUNT);
    await page.waitForTimeout(1000);
    await page.evaluate(() => performance.mark('idle'));
    await page.waitForTimeout(IDLE);
    await page.evaluate(() => performance.mark('end'));
  });
  const { timers, messageListeners, observers } = /** @type {import('./count-activity.mjs').Activity} */ (
    await page.evaluate(() => /** @type {any} */ (globalThis).activity)
  );
  await page.close();
  return [
    { what: `idle with ${BUTTONS} buttons: timers started`, unit: '', ours: timers, limit: 0 },
    { what: `idle with ${BUTTONS} buttons: message listeners`, unit: '', ours: messageListeners, limit: 1 },
    { what: `idle with ${BUTTONS} buttons: observers`, unit: '', ours: observers, limit: 1 },
    {
      what: `idle with ${BUTTONS} buttons: wake-ups in ${IDLE / 1000} s`,
      unit: '',
      ours: countWakeUps(events, 'idle', 'end'),
      limit: 0,
    },
  ];
}

/**
 * @param {import('./run.mjs').Bench} bench
 * @returns {Promise<import('./row.mjs').Row[]>}
 */
async function heapPerButton({ browser, pages }) {
  const ids = candidates.map(({ id }) => id);
  const opened = await openButtons(browser, pages.url, ids);
  const samples = await interleave(ids, BLOCKS, async (id) => {
    const page = opened.page(id);
    const before = await footprint(page);
    await runPhase(page, 'create');
    const after = await footprint(page);
    await runPhase(page, 'remove');
    return (after.heap - before.heap) / COUNT;
  });
  await opened.close();
  return candidates
    .filter(({ id }) => id !== 'ours')
    .map(({ id, name }) =>
      compare(
        { what: 'heap per button', unit: 'bytes', against: name, limit: id === 'lit' ? 1.1 : undefined },
        samples.ours ?? [],
        samples[id] ?? [],
      ),
    );
}

/**
 * @param {import('@playwright/test').Page} page
 * @param {string} phase
 */
function runPhase(page, phase) {
  return page.evaluate(([name, count]) => /** @type {any} */ (globalThis).run(name, count), [phase, COUNT]);
}

/**
 * @param {import('./run.mjs').Bench} bench
 * @returns {Promise<import('./row.mjs').Row[]>}
 */
async function leftovers({ browser, pages }) {
  const opened = await openButtons(browser, pages.url, ['ours', 'vendor']);
  const what = `${(COUNT * ROUNDS).toLocaleString('en')} buttons added and removed`;
  const against = 'before them';
  const heaps = { ours: NaN, vendor: NaN };
  const rows = [];
  for (const id of /** @type {const} */ (['ours', 'vendor'])) {
    const page = opened.page(id);
    // The engine keeps what it learns from the first buttons.
    await addAndRemove(page, ROUNDS);
    const footprints = [await footprint(page)];
    for (let i = 0; i < BLOCKS; i += 1) {
      await addAndRemove(page, ROUNDS);
      footprints.push(await footprint(page));
    }
    // Compiled code comes and goes in steps unrelated to the buttons.
    heaps[id] = median(footprints.slice(1).map(({ heap }, i) => heap / (footprints[i]?.heap ?? NaN)));
    if (id === 'ours') {
      const [before, after] = [footprints[0], footprints.at(-1)];
      for (const key of /** @type {const} */ (['nodes', 'listeners'])) {
        const [ours, theirs] = [after?.[key] ?? NaN, before?.[key] ?? NaN];
        rows.push({
          what: `${what}: ${key}`,
          unit: '',
          ours,
          theirs,
          ratio: ours / theirs,
          limit: 1,
          against,
        });
      }
    }
  }
  await opened.close();
  return [
    {
      what: `${what}: heap, by that before`,
      unit: '',
      ours: heaps.ours,
      theirs: heaps.vendor,
      limit: 1.01,
      against: 'old script: <div> with inner HTML',
    },
    ...rows,
  ];
}

/**
 * @param {import('@playwright/test').Page} page
 * @param {number} [rounds]
 */
async function addAndRemove(page, rounds = 1) {
  await page.evaluate(
    async ({ count, times }) => {
      const { run } = /** @type {any} */ (globalThis);
      for (let i = 0; i < times; i += 1) {
        await run('create', count);
        await run('remove', count);
      }
      performance.clearMarks();
    },
    { count: COUNT, times: rounds },
  );
}
