// @ts-check
import { interleave } from './interleave.mjs';
import { compare } from './row.mjs';
import { median } from './stats.mjs';

/** Ours, the old script's method, and the lower bounds: a button in the page's HTML, and one by a script of a line. */
const IDS = ['ours', 'vendor', 'html', 'least'];
const LOADING = ['sync', 'async', 'defer', 'module', 'inline', 'server'];

/**
 * Measures when a visitor sees the first button on a page with a slow resource. Each page follows another of its kind in the
 * same tab, so that no time includes the start of a renderer.
 *
 * @param {import('./run.mjs').Bench} bench
 */
export async function firstButton({ browser, pages, repetitions }) {
  const rows = [];
  const tabs = new Map();
  for (const id of IDS) tabs.set(id, await browser.newPage());
  for (const slow of ['image', 'stylesheet']) {
    for (const loading of slow === 'image' ? LOADING : ['sync']) {
      const samples = await interleave(IDS, Math.ceil(repetitions / 3), async (id) => {
        const page = tabs.get(id);
        await page.bringToFront();
        await page.goto(`${pages.url}/first/${slow}/${loading}/${id}`, { waitUntil: 'commit' });
        return page.evaluate(async () => {
          const global = /** @type {any} */ (globalThis);
          // The document has arrived, but its first script may not have run yet.
          while (!global.drawn) await new Promise((resolve) => setTimeout(resolve, 10));
          return /** @type {Promise<{ time: number, shift: number, isDrawnAgain: boolean }>} */ (
            global.drawn
          );
        });
      });
      const [ours = [], theirs = [], floor = [], least = []] = IDS.map((id) => samples[id]);
      const times = (/** @type {typeof ours} */ of) => of.map(({ time }) => time);
      const how = loading === 'server' ? 'rendered by the server' : `script ${loading}`;
      const what = `first button, page with a 1 s ${slow}, ${how}`;
      rows.push(
        compare({ what, unit: 'ms', against: 'a script that waits for onload' }, times(ours), times(theirs)),
        compare({ what, unit: 'ms', against: 'a button in the HTML', limit: 1.3 }, times(ours), times(floor)),
        compare(
          { what, unit: 'ms', against: 'floor: a script of a line, loaded so' },
          times(ours),
          times(least),
        ),
        { what: `${what}: layout shift`, unit: '', ours: median(ours.map(({ shift }) => shift)), limit: 0 },
      );
      if (loading === 'server') {
        const again = ours.filter(({ isDrawnAgain }) => isDrawnAgain).length;
        rows.push({ what: `${what}: drawn a second time`, unit: '', ours: again, limit: 0 });
      }
    }
  }
  for (const tab of tabs.values()) await tab.close();
  return rows;
}
