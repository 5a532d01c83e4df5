// @ts-check
import { CARDS } from './connections-pages.mjs';
import { footprint } from './footprint.mjs';
import { interleave } from './interleave.mjs';
import { compare } from './row.mjs';
import { timeByMark, trace } from './trace.mjs';

const IDS = ['ours', 'by hand'];

/**
 * Measures 100 cards of `<crm-connections>` beside a list that one would write by hand: main-thread CPU time from the two lists to the
 * cards laid out, and what they hold.
 *
 * @param {import('./run.mjs').Bench} bench
 */
export async function connections({ browser, pages, repetitions }) {
  const samples = await interleave(IDS, Math.ceil(repetitions / 3), async (id) => {
    const page = await browser.newPage();
    await page.goto(`${pages.url}/connections/${id}`);
    await page.waitForFunction('window.isReady');
    const draw = () =>
      page.evaluate(async () => {
        const task = () => new Promise((resolve) => setTimeout(resolve));
        performance.mark('draw');
        // A task that sets a mark counts before it.
        await task();
        const list = await /** @type {any} */ (globalThis).draw();
        void document.body.offsetHeight;
        await task();
        performance.mark('drawn');
        return list.localName;
      });
    // The second list finds compiled code, as the candidates of the other measurements do.
    await draw();
    await page.evaluate(() => performance.clearMarks());
    const before = await footprint(page);
    const events = await trace(browser, async () => void (await draw()));
    const after = await footprint(page);
    const { script = NaN, style = NaN, layout = NaN } = timeByMark(events, ['draw', 'drawn']).draw ?? {};
    await page.close();
    return { time: script + style + layout, script, heap: after.heap - before.heap };
  });
  const [ours = [], theirs = []] = IDS.map((id) => samples[id]);
  const row = (
    /** @type {string} */ what,
    /** @type {string} */ unit,
    /** @type {'time' | 'script' | 'heap'} */ key,
  ) =>
    compare(
      { what: `${CARDS} cards: ${what}`, unit, against: 'a list by hand' },
      ours.map((sample) => sample[key]),
      theirs.map((sample) => sample[key]),
    );
  return [
    row('script', 'ms CPU', 'script'),
    row('script, style and layout', 'ms CPU', 'time'),
    row('heap', 'bytes', 'heap'),
  ];
}
