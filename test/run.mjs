// @ts-check
/** Builds, and runs the tests: with `--full` all of them, without it those that `selection.mjs` does not leave out. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { installBrowsers } from './browsers.mjs';
import { installPhp } from './php/install.mjs';
import { PARTS } from './selection.mjs';

const isFull = process.argv.includes('--full');
const total = { passed: 0, failed: 0, skipped: 0 };
/** @type {string[]} what has to be known and is far above by the end */
const notes = [];

installBrowsers();
installPhp();
if (npmRun('build')) {
  for (const part of isFull ? [''] : Object.keys(PARTS)) {
    process.env.TEST_PART = part;
    test('test:components', 'test-results/components.json', ({ failed, ...counts }) => {
      notes.push(...failed.map((/** @type {string} */ name) => `failed: ${name}`));
      return { ...counts, failed: failed.length };
    });
  }
  process.env.TEST_RUN = isFull ? 'full' : 'quick';
  test('test:e2e', 'test-results/e2e.json', ({ stats }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
  }));
} else {
  total.failed += 1;
}

for (const note of notes) console.log(note);
const { passed, failed, skipped } = total;
console.log(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed ? 1 : 0;

/**
 * Runs a test script and adds what it counted. A runner that breaks off, without a result, gets a second chance. One that
 * fails without a failed test, or runs no test, counts as a failure.
 * @param {string} script
 * @param {string} results the file that it leaves
 * @param {(results: any) => typeof total} read
 */
function test(script, results, read) {
  rmSync(results, { force: true });
  let succeeded = npmRun(script);
  if (!succeeded && !existsSync(results)) {
    notes.push(`${script} ended without a result, and was run once more`);
    succeeded = npmRun(script);
  }
  const counts = existsSync(results)
    ? read(JSON.parse(readFileSync(results, 'utf8')))
    : { passed: 0, failed: 0, skipped: 0 };
  if (counts.failed === 0 && (!succeeded || counts.passed === 0)) counts.failed = 1;
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
}

/** @param {string} script */
function npmRun(script) {
  return spawnSync(`npm run --silent ${script}`, { shell: true, stdio: 'inherit' }).status === 0;
}
