import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';
import { chromiumArgs, findChromium } from './test/browsers.mjs';
import { isQuick, SWEEPS } from './test/selection.mjs';

const executablePath = findChromium();
if (!executablePath) throw new Error('Chromium is missing. Install it, or set CHROME_PATH.');

export default defineConfig({
  testDir: 'test',
  testMatch: '**/*.spec.ts',
  testIgnore: isQuick ? SWEEPS : [],
  outputDir: 'test-results/e2e',
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  // One browser keeps two cores busy, with a process for each window; a second one there takes longer than it saves.
  workers: Math.max(1, Math.floor(availableParallelism() / 2)),
  fullyParallel: true,
  // Long enough for any machine: no test is about speed.
  timeout: 60_000,
  // A machine that stops for a minute fails whatever runs then. `run.mjs` names what passed at the second attempt.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: Boolean(process.env.CI),
  snapshotPathTemplate: '{testDir}/{testFileDir}/references/{arg}{ext}',
  // Another version of the browser may draw an edge another way.
  expect: { timeout: 15_000, toHaveScreenshot: { maxDiffPixelRatio: 0.01 } },
  use: {
    actionTimeout: 15_000,
    launchOptions: {
      executablePath,
      args: chromiumArgs,
      // Playwright switches the popup blocker off; users have it on.
      ignoreDefaultArgs: ['--disable-popup-blocking'],
    },
  },
});
