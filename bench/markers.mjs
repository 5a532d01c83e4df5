// @ts-check
import { candidates } from './candidates.mjs';
import { interleave } from './interleave.mjs';
import { openButtons } from './open-buttons.mjs';
import { COUNT } from './phase-rows.mjs';
import { compare } from './row.mjs';

/** The most that ours may take, as a part of the old script's time. */
const LIMITS = /** @type {Readonly<Record<string, number>>} */ ({ vendor: 1.5 });
const IDS = ['ours', 'vendor', 'lit'];

/**
 * Measures 1,000 buttons through markers, as pages of the old script have them, by the clock: from the markers in the page to the
 * buttons laid out.
 *
 * @param {import('./run.mjs').Bench} bench
 */
export async function markers({ browser, pages, repetitions }) {
  const opened = await openButtons(browser, pages.url, IDS);
  const samples = await interleave(IDS, repetitions, async (id) => {
    const page = opened.page(id);
    await page.bringToFront();
    return page.evaluate(async (count) => {
      const { run } = /** @type {any} */ (globalThis);
      await run('markers', count);
      const time = await run('follow', count);
      await run('remove', count);
      return Number(time);
    }, COUNT);
  });
  await opened.close();
  const others = candidates.filter(({ id }) => id !== 'ours' && id in samples);
  return others.map(({ id, name }) =>
    compare(
      {
        what: `${COUNT.toLocaleString('en')} markers drawn`,
        unit: 'ms',
        against: name,
        limit: LIMITS[id],
      },
      samples.ours ?? [],
      samples[id] ?? [],
    ),
  );
}
