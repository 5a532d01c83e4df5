import { expect, test } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

test.setTimeout(60_000);

for (const environment of ['jsdom', 'happy-dom']) {
  test(`a page’s own tests run without a browser, in ${environment}`, () => {
    const { status, stdout } = spawnSync(
      join(import.meta.dirname, '../node_modules/.bin/vitest'),
      ['run', '--environment', environment],
      { cwd: join(import.meta.dirname, '../vitest'), encoding: 'utf8' },
    );
    expect(stdout).toContain('7 passed');
    expect(status, stdout).toBe(0);
  });
}
