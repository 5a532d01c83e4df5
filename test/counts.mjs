// @ts-check
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';

/** @typedef {import('@web/test-runner').TestSuiteResult} Suite */
/** @typedef {{ name: string, message?: string | undefined, file?: string }} Failure of a test, or of a script around them */
/** @typedef {{ passed: number, failed: Failure[], skipped: number }} Counts */

/** The name of a failure of a whole file. */
export const THE_FILE = 'the file itself';

/**
 * A reporter that leaves `{ passed, failed, skipped }`, of all engines together, in a file: two numbers, and the
 * failed tests with their messages.
 *
 * @param {string} results
 * @returns {import('@web/test-runner').Reporter}
 */
export function countsReporter(results) {
  return {
    stop({ sessions }) {
      /** @type {Counts} */
      const counts = { passed: 0, failed: [], skipped: 0 };
      for (const { browser, passed, testFile, testResults } of sessions) {
        const tests = testResults ? testsOf(testResults) : [];
        counts.skipped += tests.filter((test) => test.skipped).length;
        counts.passed += tests.filter((test) => test.passed && !test.skipped).length;
        const failed = tests
          .filter((test) => !test.passed && !test.skipped)
          .map(({ name, error }) => ({ name, message: error?.message }));
        // A file that cannot be loaded, or a hook that throws, fails without a failed test.
        if (!passed && failed.length === 0) failed.push({ name: THE_FILE, message: undefined });
        const file = relative('', testFile);
        for (const { name, message } of failed)
          counts.failed.push({ name: `${browser.name}: ${file} › ${name}`, message, file });
      }
      mkdirSync(dirname(results), { recursive: true });
      writeFileSync(results, JSON.stringify(counts));
    },
  };
}

/** @param {Suite} suite @returns {Suite['tests']} */
const testsOf = (suite) => [...suite.tests, ...suite.suites.flatMap(testsOf)];
