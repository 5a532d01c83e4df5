import { expect, test } from '@playwright/test';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findNode } from './install.mjs';

interface Report {
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly skipped: number };
}

// Each starts a run of the tests of its own.
test.describe.configure({ timeout: 180_000 });

for (const major of [22, 24] as const) {
  test(`SqliteStore keeps the promises of a store over node:sqlite, in Node ${major}`, async () => {
    const node = findNode(major);
    test.skip(!node, `Node ${major} is missing`);
    const output = mkdtempSync(join(tmpdir(), 'crm-oauth-stores-'));
    const line = ['test', 'test/server/stores.spec.ts', '--grep=SqliteStore', '--reporter=json'];
    const args = ['node_modules/@playwright/test/cli.js', ...line, `--output=${output}`];
    try {
      const { stdout } = await promisify(execFile)(node!, args, { maxBuffer: Infinity });
      const { stats } = JSON.parse(stdout) as Report;
      expect(stats).toMatchObject({ unexpected: 0, skipped: 0 });
      expect(stats.expected).toBeGreaterThan(20);
    } finally {
      rmSync(output, { recursive: true, force: true });
    }
  });
}
