// @ts-check
import { relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { DryRunStatus, TestStatus, toMutantRunResult } from '@stryker-mutator/api/test-runner';
import { startTestRunner } from '@web/test-runner';

/** @typedef {import('@stryker-mutator/api/test-runner').TestRunner} TestRunner */
/** @typedef {import('@stryker-mutator/api/test-runner').CompleteDryRunResult} Result */
/** @typedef {import('@web/test-runner').TestSession} Session */
/** @typedef {import('@web/test-runner').TestSuiteResult} Suite */

/**
 * The quickest first: one failed test is enough. The 100,000 hostile messages are left out: they would take most of the
 * time.
 */
const FILES = [
  'test/button/error-callback.test.ts',
  'test/providers/own.test.ts',
  'test/consent/platform.test.ts',
  'test/consent/storage.test.ts',
  'test/consent/response.test.ts',
  'test/consent/attempt.test.ts',
];

process.env.BROWSERS = 'chromium';

/**
 * Runs the browser tests, as web-test-runner.config.mjs says, against one mutant at a time. Stryker writes all mutants into
 * the code, each behind a switch, and every page is told which of them is on. Each run has a browser of its own, so that no
 * mutant spoils the next.
 *
 * @implements {TestRunner}
 */
class WebTestRunner {
  #runs = 0;

  capabilities() {
    return { reloadEnvironment: true };
  }

  dryRun() {
    return this.#run(FILES);
  }

  /** @param {import('@stryker-mutator/api/test-runner').MutantRunOptions} options */
  async mutantRun({ activeMutant, testFilter }) {
    // An id is the test's file, a space, and its full title.
    const files = FILES.filter((file) => testFilter?.some((id) => id.startsWith(`${file} `)) ?? true);
    const result = await this.#run(files, { activeMutant: activeMutant.id, wanted: testFilter });
    return toMutantRunResult(result, false);
  }

  /**
   * @param {string[]} files
   * @param {Partial<typeof globalThis.__stryker__>} state
   * @returns {Promise<Result>}
   */
  async #run(files, state = {}) {
    this.#runs += 1;
    // Evaluated anew: its browsers and sandboxes serve one run.
    const { default: config } = await import(
      `${pathToFileURL('web-test-runner.config.mjs').href}?${this.#runs}`
    );
    /** @type {Session[]} */
    const sessions = [];
    const mutantCoverage = { static: {}, perTest: {} };

    /** @type {import('@web/test-runner').TestRunnerPlugin} */
    const plugin = {
      name: 'mutant',
      transform({ path, body, response }) {
        if (path.endsWith('.test.ts')) return `import '/test/mutation/hooks.ts';${String(body)}`;
        if (!response.is('html')) return undefined;
        const isKilled = sessions.some(({ passed }) => !passed);
        const json = JSON.stringify(isKilled ? { ...state, wanted: [] } : state);
        return String(body).replace(
          /^<!doctype html>/i,
          (doctype) => `${doctype}<script>globalThis.__stryker__ = ${json};</script>`,
        );
      },
      executeCommand({ command, payload }) {
        if (command !== 'mutant-coverage') return undefined;
        const coverage = /** @type {typeof mutantCoverage | undefined} */ (payload);
        Object.assign(mutantCoverage.static, coverage?.static);
        Object.assign(mutantCoverage.perTest, coverage?.perTest);
        return true;
      },
    };
    /** @type {import('@web/test-runner').Reporter} */
    const reporter = {
      reportTestFileResults({ sessionsForTestFile }) {
        sessions.push(...sessionsForTestFile);
      },
    };

    const runner = await startTestRunner({
      config: {
        ...config,
        // Stryker's copy. The default would be the directory in which Stryker was started.
        rootDir: process.cwd(),
        files,
        plugins: [...config.plugins, plugin],
        reporters: [reporter],
      },
      readCliArgs: false,
      readFileConfig: false,
      autoExitProcess: false,
    });
    await new Promise((resolve) => runner?.on('stopped', resolve));
    return { status: DryRunStatus.Complete, tests: sessions.flatMap(testsOf), mutantCoverage };
  }
}

/**
 * @param {Session} session
 * @returns {Result['tests']}
 */
function testsOf({ testFile, testResults, passed, errors }) {
  const messages = errors.map(({ message }) => message).join('\n');
  // It was the browser that failed, not a test. Stryker tries again.
  if (!testResults) throw new Error(`${testFile}: ${messages}`);
  const file = relative(process.cwd(), testFile);
  /** @type {(suite: Suite, names: string[]) => Result['tests']} */
  const read = ({ tests, suites }, names) => [
    ...tests.map((test) => {
      const name = [...names, test.name].join(' ');
      const result = { id: `${file} ${name}`, name, fileName: testFile, timeSpentMs: test.duration ?? 0 };
      if (test.skipped) return { ...result, status: /** @type {const} */ (TestStatus.Skipped) };
      if (test.passed) return { ...result, status: /** @type {const} */ (TestStatus.Success) };
      const failureMessage = test.error?.message ?? '';
      return { ...result, status: /** @type {const} */ (TestStatus.Failed), failureMessage };
    }),
    ...suites.flatMap((suite) => read(suite, [...names, suite.name])),
  ];
  const tests = read(testResults, []);
  // The file could not be loaded, or a hook threw.
  if (!passed && tests.every(({ status }) => status !== TestStatus.Failed)) {
    const failed = { id: file, name: file, timeSpentMs: 0, failureMessage: messages };
    tests.push({ ...failed, status: TestStatus.Failed });
  }
  return tests;
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'web-test-runner', WebTestRunner)];
