import { expect } from '@playwright/test';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { registration, test } from './widget-fixtures.js';

test('the built command needs no other file: its pages have their styles and scripts', async ({
  page,
  site,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
  cpSync('dist/sandbox', folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  const command = spawn(process.execPath, ['cli.js', '--port', '0'], { cwd: folder });
  try {
    const [line] = (await once(createInterface(command.stdout), 'line')) as [string];
    const url = /http:\/\/localhost:\d+/.exec(line)![0];
    const failed: string[] = [];
    page.on('response', (response) => {
      if (!response.ok()) failed.push(response.url());
    });

    await page.goto(`${url}/oauth/?client_id=x&origin=${url}/`);
    await expect(page.getByRole('button', { name: 'Deny' })).toHaveCSS('border-radius', '8px');

    site.pages.set('/', `<script src="${url}/ringcentral/embeddable/adapter.js"></script>`);
    await page.goto(`${site.url}/`);
    const widget = page.frameLocator('#rc-widget-adapter-frame');
    await expect(widget.getByText('Signed out')).toBeVisible();
    await page.evaluate((message) => window.frames[0]?.postMessage(message, '*'), registration());
    await expect(widget.getByRole('button', { name: 'Authorize' })).toHaveCSS('border-radius', '16px');
    const popup = page.waitForEvent('popup');
    await widget.getByRole('button', { name: 'Sign in' }).click();
    await (await popup).getByRole('button', { name: 'Allow' }).click();
    await expect(widget.getByText('Signed in as')).toBeVisible();
    expect(failed).toEqual([]);
  } finally {
    command.kill('SIGKILL');
    rmSync(folder, { recursive: true });
  }
});
