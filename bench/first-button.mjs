// @ts-check
import { interleave } from './interleave.mjs';
import { compare } from './row.mjs';
import { median } from './stats.mjs';

const IDS = ['ours', 'vendor'];
const LOADING = ['sync', 'async', 'defer', 'inline'];

/**
 * When a visitor sees the first button, where something on the page is slow.
 *
 * @param {import('./run.mjs').Bench} bench
 */
export async function firstButton({ browser, pages, repetitions }) {
  const rows = [];
  for (const slow of ['image', 'stylesheet']) {
    for (const loading of slow === 'image' ? LOADING : ['sync']) {
      const samples = await interleave(IDS, Math.ceil(repetitions / 3), async (id) => {
        const page = await browser.newPage();
        await page.goto(`${pages.url}/first/${slow}/${loading}/${id}`, { waitUntil: 'commit' });
        const { time, shift } = await page.evaluate(async () => {
          const global = /** @type {any} */ (globalThis);
          // The document has come, but its first script may not have run yet.
          while (!global.drawn) await new Promise((resolve) => setTimeout(resolve, 10));
          return global.drawn;
        });
        await page.close();
        return { time: Number(time), shift: Number(shift) };
      });
      const [ours = [], theirs = []] = IDS.map((id) => samples[id]);
      const what = `first button, page with a 1 s ${slow}, script ${loading}`;
      rows.push(
        compare(
          {
            what,
            unit: 'ms',
            against: 'a script that waits for onload',
            // Nothing at all is drawn while a stylesheet is on its way.
            limit: slow === 'image' ? 0.05 : undefined,
          },
          ours.map(({ time }) => time),
          theirs.map(({ time }) => time),
        ),
        {
          what: `${what}: layout shift`,
          unit: '',
          ours: median(ours.map(({ shift }) => shift)),
          theirs: median(theirs.map(({ shift }) => shift)),
          limit: 0,
          against: 'a script that waits for onload',
        },
      );
    }
  }
  return rows;
}
