// @ts-check
import { interleave } from './interleave.mjs';
import { compare } from './row.mjs';
import { median } from './stats.mjs';

/** Ours, the old script's way, and what nobody can go below: a button that is in the page's HTML. */
const IDS = ['ours', 'vendor', 'html'];
const LOADING = ['sync', 'async', 'defer', 'inline'];

/**
 * When a visitor sees the first button, where something on the page is slow. Each page follows another one of its kind in
 * the same tab, so that the start of a renderer is in nobody's time.
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
          // The document has come, but its first script may not have run yet.
          while (!global.drawn) await new Promise((resolve) => setTimeout(resolve, 10));
          return global.drawn;
        });
        return { time: Number(time), shift: Number(shift) };
      });
      const [ours = [], theirs = [], floor = []] = IDS.map((id) => samples[id]);
      const times = (/** @type {typeof ours} */ of) => of.map(({ time }) => time);
      const what = `first button, page with a 1 s ${slow}, script ${loading}`;
      const against = 'a script that waits for onload';
      // Nothing at all is drawn while a stylesheet is on its way.
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
