// @ts-check
import { interleave } from './interleave.mjs';
import { compare } from './row.mjs';
import { trace } from './trace.mjs';

const IDS = ['ours', 'safe'];
/** The work of V8 before a function runs for the first time. Other events lie inside these. */
const COMPILING =
  /^V8\.(CompileCode|CompileIgnition|CompileIgnitionFinalization|ParseFunction|PreParse|CompileFunction)$/;

/**
 * Measures what V8 spends on compiling during the first click, up to the call that opens the window. Tracing slows it down, so only
 * the comparison counts.
 *
 * @param {import('./run.mjs').Bench} bench
 */
export async function clickCompile({ browser, pages, repetitions }) {
  const samples = await interleave(IDS, Math.ceil(repetitions / 3), async (id) => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${pages.url}/click/${id}?mark`);
    const box = await page.locator('.kommo-oauth').boundingBox();
    const events = await trace(browser, async () => {
      await page.mouse.click((box?.x ?? 0) + 20, (box?.y ?? 0) + 20);
      await page.evaluate(() => /** @type {any} */ (globalThis).times);
    }, ['disabled-by-default-v8.compile']);
    await context.close();
    const find = (/** @type {string} */ mark) => events.find(({ name }) => name === mark);
    const [from, to] = [find('clicked'), find('opened')];
    let end = 0;
    let time = 0;
    const compiling = events.filter(
      ({ name, pid, tid, ts }) =>
        COMPILING.test(name) && pid === from?.pid && tid === from.tid && ts > from.ts && ts < (to?.ts ?? 0),
    );
    for (const { ts, dur } of compiling.toSorted((a, b) => a.ts - b.ts)) {
      time += Math.max(0, ts + dur - Math.max(ts, end)) / 1000;
      end = Math.max(end, ts + dur);
    }
    return time;
  });
  const [ours = [], safe = []] = IDS.map((id) => samples[id]);
  const what = 'first click: V8 compiles, up to window.open(), traced';
  return [compare({ what, unit: 'ms', against: 'floor: listener with a state' }, ours, safe)];
}
