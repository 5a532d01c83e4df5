// @ts-check
import { mkdirSync, writeFileSync } from 'node:fs';
import { candidates } from './candidates.mjs';
import { interleave } from './interleave.mjs';
import { openButtons } from './open-buttons.mjs';
import { plot } from './plot.mjs';
import { compare } from './row.mjs';
import { median } from './stats.mjs';
import { timeByMark, trace } from './trace.mjs';

const COUNTS = [1, 10, 100, 1000, 5000];
/** The faster ones: 5,000 of the others take as long as all of these together. */
const SHOWN = ['ours', 'vendor', 'shoelace', 'webAwesome'];
const FILE = 'bench/results/scaling.svg';

/**
 * Main-thread CPU time of buttons that are created, laid out and removed, by their number; also as a plot.
 *
 * @param {import('./run.mjs').Bench} bench
 */
export async function scaling({ browser, pages, repetitions }) {
  const shown = candidates.filter(({ id }) => SHOWN.includes(id));
  const ids = shown.map(({ id }) => id);
  const opened = await openButtons(browser, pages.url, ids);
  /** @type {Record<string, number[][]>} of each candidate, samples by count */
  const samples = Object.fromEntries(ids.map((id) => [id, []]));
  for (const count of COUNTS) {
    const times = await interleave(ids, Math.ceil(repetitions / 3), async (id) => {
      const page = opened.page(id);
      await page.bringToFront();
      let rounds = NaN;
      const events = await trace(browser, async () => {
        rounds = await page.evaluate((many) => {
          const { run, roundsOf } = /** @type {any} */ (globalThis);
          return run('rounds', many).then(() => roundsOf(many));
        }, count);
      });
      const { script = NaN, style = NaN, layout = NaN } = timeByMark(events, ['rounds']).rounds ?? {};
      return (script + style + layout) / rounds;
    });
    for (const id of ids) samples[id]?.push(times[id] ?? []);
  }
  await opened.close();

  const medians = (/** @type {string} */ id) => (samples[id] ?? []).map(median);
  mkdirSync('bench/results', { recursive: true });
  writeFileSync(
    FILE,
    plot(
      { x: 'buttons', y: 'ms of CPU to create, lay out and remove' },
      shown.map(({ id, name }) => ({
        name,
        points: COUNTS.map((count, i) => /** @type {const} */ ([count, medians(id)[i] ?? NaN])),
      })),
    ),
  );
  console.error(`Plot: ${FILE}`);
  const [ours, theirs] = [medians('ours'), medians('vendor')];
  return [
    ...COUNTS.map((count, i) =>
      compare(
        {
          what: `${count.toLocaleString('en')} created and removed`,
          unit: 'ms CPU',
          against: 'old script: <div> with inner HTML',
        },
        samples.ours?.[i] ?? [],
        samples.vendor?.[i] ?? [],
      ),
    ),
    {
      what: 'each button from 1,000 to 5,000, by each from 1 to 10',
      unit: '',
      ours: curve(ours),
      theirs: curve(theirs),
      limit: 1.2,
      against: 'old script: <div> with inner HTML',
    },
  ];
}

/**
 * How the cost of one more button changes from the first step to the last.
 *
 * @param {readonly number[]} times by count
 */
function curve(times) {
  const slopes = times.slice(1).map((time, i) => {
    const [from = NaN, to = NaN] = COUNTS.slice(i);
    return (time - (times[i] ?? NaN)) / (to - from);
  });
  return (slopes.at(-1) ?? NaN) / (slopes[0] ?? NaN);
}
