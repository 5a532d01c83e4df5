// @ts-check
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';

/** @typedef {import('@web/test-runner').TestSuiteResult} Suite */

/**
 * A reporter that leaves `{ passed, failed, skipped }`, of all engines together, in a file: two numbers, and the
 * failed tests with their messages.
 *
 * @param {string} file
 * @returns {import('@web/test-runner').Reporter}
 */
export function countsReporter(file) {
  return {
    stop({ sessions }) {
      const counts = { passed: 0, failed: /** @type {string[]} */ ([]), skipped: 0 };
      for (const { browser, passed, testFile, testResults } of sessions) {
        const tests = testResults ? testsOf(testResults) : [];
        counts.skipped += tests.filter((test) => test.skipped).length;
        counts.passed += tests.filter((test) => test.passed && !test.skipped).length;
        const failed = tests
          .filter((test) => !test.passed && !test.skipped)
          .map(({ name, error }) => [name, error?.message].filter(Boolean).join(': '));
        // A file that cannot be loaded, or a hook that throws, fails without a failed test.
        if (!passed && failed.length === 0) failed.push('the file itself');
        const place = `${browser.name}: ${relative('', testFile)}`;
        counts.failed.push(...failed.map((name) => `${place} › ${name}`));
      }
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify(counts));
    },
  };
}

/** @param {Suite} suite @returns {Suite['tests']} */
const testsOf = (suite) => [...suite.tests, ...suite.suites.flatMap(testsOf)];
