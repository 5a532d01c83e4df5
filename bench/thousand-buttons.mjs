// @ts-check
import { candidates } from './candidates.mjs';
import { interleave } from './interleave.mjs';
import { openButtons } from './open-buttons.mjs';
import { compare } from './row.mjs';
import { median } from './stats.mjs';
import { timeByMark, trace } from './trace.mjs';

const COUNT = 1000;
const PHASES = { create: 'created', caption: 'caption set', theme: 'theme set', remove: 'removed' };
/** What has a limit: the old script's way is the most that creating and updating may cost. */
const LIMITED = ['create', 'caption'];

/**
 * 1,000 buttons: main-thread CPU time of script, style and layout.
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
    const events = await trace(browser, async () => {
      for (const phase of phases) {
        await page.evaluate(
          ([name, count]) => /** @type {any} */ (globalThis).run(name, count),
          [phase, COUNT],
        );
      }
    });
    return timeByMark(events, phases);
  });
  await opened.close();

  return Object.entries(PHASES).flatMap(([phase, done]) => {
    const times = (/** @type {string} */ id) =>
      (samples[id] ?? []).map((sample) => {
        const { script = NaN, style = NaN, layout = NaN } = sample[phase] ?? {};
        return script + style + layout;
      });
    const libraries = candidates.filter(({ kind }) => kind === 'library');
    const fastest = libraries.toSorted((a, b) => median(times(a.id)) - median(times(b.id)))[0];
    return candidates
      .filter(({ id }) => id !== 'ours')
      .map(({ id, name }) =>
        compare(
          {
            what: `${COUNT.toLocaleString('en')} buttons ${done}`,
            unit: 'ms CPU',
            against: name,
            limit: LIMITED.includes(phase) ? { vendor: 1, [fastest?.id ?? '']: 0.5 }[id] : undefined,
          },
          times('ours'),
          times(id),
        ),
      );
  });
}
