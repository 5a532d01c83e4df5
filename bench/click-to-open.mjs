// @ts-check
import { interleave } from './interleave.mjs';
import { compare } from './row.mjs';

const IDS = ['ours', 'bare', 'safe'];
/** The measured times; each is a row. */
const ROWS = /** @type {const} */ ([
  { key: 'click', what: 'trusted click to window.open(), the first on its page' },
  { key: 'handler', what: 'of that, in the page’s own script', limit: 1.5 },
  { key: 'outcome', what: 'message from the consent window to success event' },
]);

/**
 * Times the first click on a fresh page up to the call that opens the window, and the window's message up to the event
 * that tells the page. Compares with a listener that only opens the window and checks nothing, and with the lower bound:
 * a listener that also creates a state and lets the page cancel.
 *
 * @param {import('./run.mjs').Bench} bench
 */
export async function clickToOpen({ browser, pages, repetitions }) {
  const samples = await interleave(IDS, repetitions, async (id) => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${pages.url}/click/${id}`);
    const box = await page.locator('.kommo-oauth').boundingBox();
    await page.mouse.move((box?.x ?? 0) + 20, (box?.y ?? 0) + 20);
    // Wait for the frame that the pointer has requested.
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 100))),
    );
    await page.mouse.down();
    await page.mouse.up();
    const times = await page.evaluate(() => /** @type {any} */ (globalThis).times);
    await context.close();
    return /** @type {Record<string, number>} */ (times);
  });
  return ROWS.flatMap(({ key, what, ...limit }) => {
    const [ours = [], bare = [], safe = []] = IDS.map((id) => samples[id]?.map((times) => times[key] ?? NaN));
    const rows = [compare({ what, unit: 'ms', against: 'bare listener' }, ours, bare)];
    const floor = { what, unit: 'ms', against: 'floor: listener with a state', ...limit };
    return key === 'outcome' ? rows : [...rows, compare(floor, ours, safe)];
  });
}
