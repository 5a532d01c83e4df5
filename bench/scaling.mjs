// @ts-check
import { writeFileSync } from 'node:fs';
import { candidates } from './candidates.mjs';
import { interleave } from './interleave.mjs';
import { openButtons } from './open-buttons.mjs';
import { plot } from './plot.mjs';
import { compare } from './row.mjs';
import { median } from './stats.mjs';
import { timeByMark, trace } from './trace.mjs';

const COUNTS = [1, 10, 100, 1000, 5000];
/** The faster candidates: 5,000 buttons of any other take as long as all of these together. */
const SHOWN = ['ours', 'vendor', 'shoelace', 'webAwesome'];
const FILE = 'docs/scaling.svg';

/**
 * Measures the main-thread CPU time to create, lay out and remove buttons, by their number, and draws a plot.
 *
 * @param {import('./run.mjs').Bench} bench
 */
export async function scaling({ browser, pages, repetitions }) {
  const shown = candidates.filter(({ id }) => SHOWN.includes(id));
  const ids = shown.map(({ id }) => id);
  const opened = await openButtons(browser, pages.url, ids);
  const key = (/** @type {string} */ id, /** @type {number} */ count) => `${id} ${count}`;
  const keys = COUNTS.flatMap((count) => ids.map((id) => key(id, count)));
  const samples = await interleave(keys, Math.ceil(repetitions / 3), async (measured) => {
    const [id = '', count] = measured.split(' ');
    const page = opened.page(id);
    await page.bringToFront();
    let rounds = NaN;
    const events = await trace(browser, async () => {
      rounds = await page.evaluate((many) => {
        const { run, roundsOf } = /** @type {any} */ (globalThis);
        return run('rounds', many).then(() => roundsOf(many));
      }, Number(count));
    });
    const { script = NaN, style = NaN, layout = NaN } = timeByMark(events, ['rounds']).rounds ?? {};
    return (script + style + layout) / rounds;
  });
  await opened.close();

  /** A candidate's times by count. */
  const times = (/** @type {string} */ id) => COUNTS.map((count) => samples[key(id, count)] ?? []);
  writeFileSync(
    FILE,
    plot(
      { x: 'buttons', y: 'ms of CPU to create, lay out and remove' },
      shown.map(({ id, name }) => ({
        name,
        points: COUNTS.map((count, i) => /** @type {const} */ ([count, median(times(id)[i] ?? [])])),
      })),
    ),
  );
  console.error(`Plot: ${FILE}`);
  const [ours, theirs] = [times('ours'), times('vendor')];
  return [
    ...COUNTS.map((count, i) =>
      compare(
        {
          what: `${count.toLocaleString('en')} created and removed`,
          unit: 'ms CPU',
          against: 'old script: <div> with inner HTML',
        },
        ours[i] ?? [],
        theirs[i] ?? [],
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
 * The change in the cost of one more button from the first step to the last: the median over the rounds.
 *
 * @param {readonly (readonly number[])[]} times by count, then by round
 */
function curve(times) {
  const rounds = (times[0] ?? []).map((_, round) => {
    const slope = (/** @type {number} */ step) =>
      ((times[step + 1]?.[round] ?? NaN) - (times[step]?.[round] ?? NaN)) /
      ((COUNTS[step + 1] ?? NaN) - (COUNTS[step] ?? NaN));
    return slope(COUNTS.length - 2) / slope(0);
  });
  return median(rounds);
}
