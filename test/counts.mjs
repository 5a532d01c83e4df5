// @ts-check
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** @typedef {import('@web/test-runner').TestSuiteResult} Suite */

/**
 * A reporter that leaves `{ passed, failed, skipped }`, summed over all engines, in a file.
 * @param {string} file
 * @returns {import('@web/test-runner').Reporter}
 */
export function countsReporter(file) {
  return {
    stop({ sessions }) {
      const tests = sessions.flatMap(({ testResults }) => (testResults ? testsOf(testResults) : []));
      const skipped = tests.filter((test) => test.skipped).length;
      const passed = tests.filter((test) => test.passed && !test.skipped).length;
      // A file that cannot be loaded, or a hook that throws, fails without a failed test.
      const broken = sessions.filter(
        ({ passed, testResults }) => !passed && (!testResults || testsOf(testResults).every(succeeded)),
      ).length;
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(
        file,
        JSON.stringify({ passed, failed: tests.length - passed - skipped + broken, skipped }),
      );
    },
  };
}

/** @param {import('@web/test-runner').TestResult} test */
const succeeded = (test) => test.passed || test.skipped;

/** @param {Suite} suite @returns {Suite['tests']} */
const testsOf = (suite) => [...suite.tests, ...suite.suites.flatMap(testsOf)];
