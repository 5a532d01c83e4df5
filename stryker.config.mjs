// @ts-check

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  mutate: ['src/consent/**/*.ts', 'src/providers/own.ts', 'src/button/error-callback.ts'],
  plugins: ['./test/mutation/runner.mjs'],
  testRunner: 'web-test-runner',
  coverageAnalysis: 'perTest',
  // One page at a time: pages share focus, mouse and popups.
  concurrency: 1,
  // A machine that is slow must not count as a test that fails.
  timeoutMS: 60_000,
  thresholds: { high: 95, low: 90, break: 90 },
  reporters: ['clear-text', 'progress-append-only', 'html', 'json'],
  clearTextReporter: { reportTests: false },
  allowConsoleColors: false,
  htmlReporter: { fileName: 'test-results/mutation.html' },
  jsonReporter: { fileName: 'test-results/mutation.json' },
  tempDirName: 'test-results/mutation',
  ignorePatterns: ['cdn', 'dist', 'bench/results', 'demo/data', 'playwright-report', 'test-results'],
};
