import { defineConfig } from '@playwright/test';
import base from '../playwright.config.js';
import { examples } from './test/examples.js';

export default defineConfig(base, {
  testDir: 'test',
  outputDir: '../test-results/examples',
  reporter: 'list',
  timeout: 60_000,
  use: { actionTimeout: 20_000 },
  // Each example has its own server, so run few at a time.
  fullyParallel: false,
  projects: [
    { name: 'types', testMatch: 'types.spec.ts' },
    { name: 'vitest', testMatch: 'vitest.spec.ts' },
    ...Object.entries(examples).map(([name, { specs }]) => ({
      name,
      testMatch: specs.map((spec) => `${spec}.spec.ts`),
    })),
  ],
});
