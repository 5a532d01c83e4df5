// @ts-check
import { candidates } from './candidates.mjs';
import { interleave } from './interleave.mjs';
import { logins } from './logins.mjs';
import { compare } from './row.mjs';
import { timeByMark, trace } from './trace.mjs';

const SLOWDOWN = 4;
const FLOOR = { id: 'empty', name: 'floor: an empty script' };

/**
 * Measures the main-thread CPU time to load and run a script that the browser has never seen, on a slow CPU.
 *
 * @param {import('./run.mjs').Bench} bench
 */
export async function coldScript({ browser, pages, repetitions }) {
  const [, ...packages] = logins;
  const libraries = candidates.filter(({ kind }) => kind === 'library');
  const pairs = [
    ...[...libraries, FLOOR].map((other) => ({ what: 'cdn/button.js', id: 'ours', other })),
    ...[...packages, FLOOR].map((other) => ({ what: 'authorize() and kommo()', id: 'authorize', other })),
  ];
  const ids = ['ours', ...logins.map(({ id }) => id), ...libraries.map(({ id }) => id), FLOOR.id];
  /** @type {Record<string, string[]>} */
  let marks = {};
  // One trace for all: starting a trace takes longer than such a script.
  const events = await trace(browser, async () => {
    let run = 0;
    marks = await interleave(ids, repetitions, async (id) => {
      const context = await browser.newContext();
      const page = await context.newPage();
      await page.goto(`${pages.url}/blank`);
      const session = await context.newCDPSession(page);
      await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
      run += 1;
      await page.goto(`${pages.url}/cold/${id}/${run}`);
      await context.close();
      return `load ${run}`;
    });
  });
  const times = (/** @type {string} */ id) =>
    (marks[id] ?? []).map((mark) => {
      const time = timeByMark(events, [mark, mark.replace('load', 'ran')])[mark];
      const { script = NaN, loading = NaN, style = NaN, layout = NaN } = time ?? {};
      return script + loading + style + layout;
    });
  return pairs.map(({ what, id, other }) =>
    compare(
      { what: `${what} loaded and run, CPU slowed ${SLOWDOWN}×`, unit: 'ms CPU', against: other.name },
      times(id),
      times(other.id),
    ),
  );
}
