// @ts-check
import { candidates } from './candidates.mjs';
import { interleave } from './interleave.mjs';
import { openButtons } from './open-buttons.mjs';
import { COUNT, phaseRows, PHASES } from './phase-rows.mjs';
import { timeByMark, trace } from './trace.mjs';

/** @type {ReadonlySet<string>} */
const wearing = new Set(candidates.flatMap((candidate) => ('isWearing' in candidate ? candidate.id : [])));

/**
 * Measures 1,000 buttons: main-thread CPU time of script, style and layout.
 *
 * @param {import('./run.mjs').Bench} bench
 */
export async function thousandButtons({ browser, pages, repetitions }) {
  const phases = Object.keys(PHASES);
  const ids = candidates.map(({ id }) => id);
  const opened = await openButtons(browser, pages.url, ids);
  const samples = await interleave(ids, repetitions, async (id) => {
    const page = opened.page(id);
    await page.bringToFront();
    const round = async () => {
      for (const phase of phases) {
        await page.evaluate(
          ([name, count]) => /** @type {any} */ (globalThis).run(name, count),
          [phase, COUNT],
        );
      }
    };
    if (wearing.has(id)) {
      await page.reload();
      await round();
      await page.evaluate(() => performance.clearMarks());
    }
    const events = await trace(browser, round);
    const times = Object.entries(timeByMark(events, phases)).map(
      ([phase, { script, style, layout }]) => /** @type {const} */ ([phase, script + style + layout]),
    );
    return Object.fromEntries(times);
  });
  await opened.close();
  return phaseRows(samples, { unit: 'ms CPU', limited: ['create'] });
}
