// @ts-check
import { puppeteerCore } from '@web/test-runner-chrome';
import { findFirefox, reportMissing } from '../test/browsers.mjs';
import { interleave } from './interleave.mjs';
import { COUNT, phaseRows, PHASES } from './phase-rows.mjs';

/** The faster candidates. */
const IDS = ['ours', 'vendor', 'shoelace', 'webAwesome', 'bare'];

const PREFERENCES = {
  // Gives a clock in microseconds, and a way to collect garbage before each measurement.
  'privacy.reduceTimerPrecision': false,
  'dom.testing.testutils.enabled': true,
};

/**
 * Measures 1,000 buttons in Firefox: wall time of script, style and layout, because Firefox has no trace with CPU times.
 *
 * @param {import('./run.mjs').Bench} bench
 */
export async function firefox({ pages, repetitions }) {
  const executablePath = findFirefox();
  if (!executablePath) {
    reportMissing('firefox');
    return [];
  }
  const browser = await puppeteerCore.launch({
    browser: 'firefox',
    executablePath,
    extraPrefsFirefox: PREFERENCES,
  });
  const samples = await interleave(IDS, repetitions, async (id) => {
    const page = await browser.newPage();
    await page.goto(`${pages.url}/buttons/${id}`);
    /** @type {import('./phase-rows.mjs').Times} */
    const times = {};
    // The first pass is a warm-up.
    for (const phase of [...Object.keys(PHASES), ...Object.keys(PHASES)]) {
      const time = await page.evaluate(
        (name, count) => /** @type {any} */ (globalThis).run(name, count),
        phase,
        COUNT,
      );
      times[phase] = Number(time);
    }
    await page.close();
    return times;
  });
  await browser.close();
  return phaseRows(samples, { unit: 'ms', where: ' in Firefox' });
}
