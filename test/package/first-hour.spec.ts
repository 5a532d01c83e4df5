import { expect } from '@playwright/test';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { test } from './fixtures.js';

test('whoever does what Getting started says has a connected account', async ({ installed }) => {
  test.setTimeout(180_000);
  const { stdout } = await promisify(execFile)('node', ['examples/first-hour.mjs', installed.tarball]);
  expect(stdout).toContain('> npm install ');
  expect(stdout).toContain('> npx crm-oauth-sandbox ');
  expect(stdout).toContain('\nConnected: Acme Trading');
});
