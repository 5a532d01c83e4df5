// @ts-check
/** Builds, and runs the tests: with `--full` all of them, without it those that `selection.mjs` does not leave out. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { installBrowsers } from './browsers.mjs';
import { THE_FILE } from './counts.mjs';
import { installPhp } from './php/install.mjs';
import { installNodes } from './runtimes/install.mjs';
import { PARTS } from './selection.mjs';

const isFull = process.argv.includes('--full');
const total = { passed: 0, failed: 0, skipped: 0 };
/** @type {string[]} what has to be known and is far above by the end */
const notes = [];
const FLAKY = 'failed at first, and passed when run again';

installBrowsers();
installPhp();
installNodes();
if (npmRun('build')) {
  for (const part of isFull ? [''] : Object.keys(PARTS)) {
    process.env.TEST_PART = part;
    count(runComponents());
  }
  process.env.TEST_RUN = isFull ? 'full' : 'quick';
  count(runWindows());
} else {
  total.failed += 1;
}

for (const note of notes) console.log(note);
const { passed, failed, skipped } = total;
console.log(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed ? 1 : 0;

/** @param {import('./counts.mjs').Counts} counts */
function count({ passed, failed, skipped }) {
  total.passed += passed;
  total.failed += failed.length;
  total.skipped += skipped;
  notes.push(...failed.map(({ name, message }) => `failed: ${[name, message].filter(Boolean).join(': ')}`));
}

/**
 * Runs the component tests. In CI, files that failed run once more, as failed tests of Playwright's do: what fails both times
 * has failed.
 */
function runComponents() {
  const script = 'test:components';
  const results = 'test-results/components.json';
  const first = run(script, results, (counts) => counts);
  const files = new Set(first.failed.flatMap(({ file = [] }) => file));
  if (!process.env.CI || files.size === 0) return first;
  const again = run(`${script} -- --files ${[...files].join(' ')}`, results, (counts) => counts);
  // A runner or a file that broke off says nothing about its tests, so they count as failed.
  const names = new Set(again.failed.map(({ name }) => name));
  const isBroken = again.failed.some(({ file, name }) => !file || name.endsWith(THE_FILE));
  const failed = first.failed.filter(({ name }) => isBroken || names.has(name));
  const flaky = first.failed.filter((failure) => !failed.includes(failure));
  notes.push(...flaky.map(({ name }) => `${FLAKY}: ${name}`));
  return { ...first, passed: first.passed + flaky.length, failed };
}

/** Runs Playwright's tests. */
function runWindows() {
  return run('test:e2e', 'test-results/e2e.json', ({ stats, suites }) => {
    notes.push(...suites.flatMap(namesOf('flaky')).map((/** @type {string} */ name) => `${FLAKY}: ${name}`));
    const failed = suites.flatMap(namesOf('unexpected')).map((/** @type {string} */ name) => ({ name }));
    return { passed: stats.expected + stats.flaky, failed, skipped: stats.skipped };
  });
}

/**
 * Runs a test script and reads what it counted. A runner that breaks off, without a result, gets a second chance. One that
 * fails without a failed test, or runs no test, counts as a failure.
 * @param {string} script
 * @param {string} results the file that it leaves
 * @param {(results: any) => import('./counts.mjs').Counts} read
 */
function run(script, results, read) {
  rmSync(results, { force: true });
  let succeeded = npmRun(script);
  if (!succeeded && !existsSync(results)) {
    notes.push(`${script} ended without a result, and was run once more`);
    succeeded = npmRun(script);
  }
  const counts = existsSync(results)
    ? read(JSON.parse(readFileSync(results, 'utf8')))
    : { passed: 0, failed: [], skipped: 0 };
  if (counts.failed.length === 0 && (!succeeded || counts.passed === 0))
    counts.failed.push({ name: `${script} itself` });
  return counts;
}

/** @param {'flaky' | 'unexpected'} status @returns {(suite: any) => string[]} names in a suite of Playwright's report */
function namesOf(status) {
  return ({ title, specs, suites = [] }) =>
    [
      ...specs
        .filter((/** @type {any} */ { tests }) =>
          tests.some((/** @type {any} */ test) => test.status === status),
        )
        .map((/** @type {any} */ spec) => spec.title),
      ...suites.flatMap(namesOf(status)),
    ].map((name) => `${title} › ${name}`);
}

/** @param {string} script */
function npmRun(script) {
  return spawnSync(`npm run --silent ${script}`, { shell: true, stdio: 'inherit' }).status === 0;
}
