import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher, puppeteerCore } from '@web/test-runner-chrome';
import {
  chromiumArgs,
  findChromium,
  findFirefox,
  findWebKit,
  reportMissing,
  wanted,
} from './test/browsers.mjs';
import { countsReporter } from './test/counts.mjs';
import { part } from './test/selection.mjs';
import { sandboxes } from './test/sandboxes.mjs';
import { pages } from './test/pages.mjs';
import { strictPage } from './test/strict-page.mjs';
import { WebKitLauncher } from './test/webkit.mjs';

// In all three the popup blocker is on, as it is for users. Puppeteer would switch it off.
const launchers = {
  chromium: () =>
    puppeteerLauncher(findChromium(), {
      args: chromiumArgs,
      ignoreDefaultArgs: ['--disable-popup-blocking'],
    }),
  firefox: () =>
    puppeteerLauncher(
      findFirefox(),
      {
        browser: 'firefox',
        extraPrefsFirefox: { 'dom.disable_open_during_load': true },
      },
      createPatientPage,
    ),
  webkit: () => {
    const executables = findWebKit();
    return executables && new WebKitLauncher(executables);
  },
};

function puppeteerLauncher(executablePath, options, createPage) {
  return (
    executablePath &&
    chromeLauncher({ puppeteer: puppeteerCore, launchOptions: { executablePath, ...options }, createPage })
  );
}

/** After a file's tests, the runner leaves their page; a busy Firefox breaks that off where a frame has just gone. */
async function createPatientPage({ context }) {
  const page = await context.newPage();
  const goto = page.goto.bind(page);
  page.goto = (url, options) =>
    goto(url, options).catch((error) => {
      if (url !== 'about:blank') throw error;
      return goto(url, options);
    });
  return page;
}

const browsers = wanted.flatMap((engine) => {
  const launcher = launchers[engine]();
  if (!launcher) reportMissing(engine);
  return launcher ?? [];
});

// Else a promise that a browser's driver forgets ends the run without a verdict on any test. Those that the sandbox forgets
// fail its own tests, which have no such handler.
process.on('unhandledRejection', (reason) => console.error('Nobody has handled this rejection:', reason));

export default {
  files: part?.files ?? 'test/**/*.test.ts',
  browsers: part?.inOneEngine ? browsers.slice(0, 1) : browsers,
  concurrentBrowsers: 3,
  // One page at a time in each browser: pages share focus, mouse and popups.
  concurrency: 1,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 600_000,
  // Without this it is the development build of packages that have one.
  nodeResolve: { exportConditions: ['default'] },
  plugins: [
    esbuildPlugin({ ts: true, tsconfig: fileURLToPath(new URL('tsconfig.json', import.meta.url)) }),
    sandboxes(),
    strictPage(),
    pages(),
  ],
  // Long enough for any machine: no test is about speed.
  testFramework: { config: { timeout: 60_000, forbidOnly: Boolean(process.env.CI) } },
  reporters: [defaultReporter(), countsReporter('test-results/components.json')],
};
