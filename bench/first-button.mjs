// @ts-check
import { interleave } from './interleave.mjs';
import { compare } from './row.mjs';
import { median } from './stats.mjs';

/** Ours, the old script's method, and the lower bound: a button in the page's HTML. */
const IDS = ['ours', 'vendor', 'html'];
const LOADING = ['sync', 'async', 'defer', 'inline'];

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
        const { time, shift } = await page.evaluate(async () => {
          const global = /** @type {any} */ (globalThis);
          // The document has arrived, but its first script may not have run yet.
          while (!global.drawn) await new Promise((resolve) => setTimeout(resolve, 10));
          return global.drawn;
        });
        return { time: Number(time), shift: Number(shift) };
      });
      const [ours = [], theirs = [], floor = []] = IDS.map((id) => samples[id]);
      const times = (/** @type {typeof ours} */ of) => of.map(({ time }) => time);
      const what = `first button, page with a 1 s ${slow}, script ${loading}`;
      const against = 'a script that waits for onload';
      // The browser draws nothing while a style sheet is loading.
      const limit = slow === 'image' ? 0.05 : undefined;
      rows.push(
        compare({ what, unit: 'ms', against, limit }, times(ours), times(theirs)),
        compare({ what, unit: 'ms', against: 'floor: a button in the HTML' }, times(ours), times(floor)),
        {
          what: `${what}: layout shift`,
          unit: '',
          ours: median(ours.map(({ shift }) => shift)),
          theirs: median(theirs.map(({ shift }) => shift)),
          limit: 0,
          against,
        },
      );
    }
  }
  for (const tab of tabs.values()) await tab.close();
  return rows;
}
