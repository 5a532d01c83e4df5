/** Takes the pictures of the guides, `docs/getting-started.png` and `docs/consent.png`, by doing what Getting started says. */
import { chromium, type Page } from '@playwright/test';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startSandbox } from '../sandbox/index.js';
import { chromiumArgs, findChromium } from '../test/browsers.mjs';
import { infoOf, readBlocks } from '../test/helpers/documents.js';

/** The first font of the pages, which this machine may not have. */
const ROBOTO = [400, 500, 700]
  .map((weight) => {
    const file = resolve(`node_modules/@fontsource/roboto/files/roboto-latin-${weight}-normal.woff2`);
    const data = readFileSync(file).toString('base64');
    return `@font-face { font-family: Roboto; font-weight: ${weight}; src: url(data:font/woff2;base64,${data}); }`;
  })
  .join('\n');
const REDIRECT_URI = 'http://localhost:3000/crm/callback/kommo';

async function take(page: Page, name: string, height: number): Promise<void> {
  await page.setViewportSize({ width: 560, height });
  await page.addStyleTag({ content: `${ROBOTO} body { font-family: Roboto; }` });
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: `docs/${name}.png`, animations: 'disabled' });
}

const folder = mkdtempSync(join(tmpdir(), 'getting-started-'));
for (const block of readBlocks('docs/getting-started.md')) {
  const file = infoOf(block, 'file');
  if (file) writeFileSync(join(folder, file), block.code);
}
mkdirSync(join(folder, 'node_modules'));
symlinkSync(resolve('.'), join(folder, 'node_modules/crm-oauth-button'));

const executablePath = findChromium();
if (!executablePath) throw new Error('Chromium is missing. Install it, or set CHROME_PATH.');
const client = { clientId: 'my-shop', clientSecret: 'my-secret', name: 'My shop', redirectUri: REDIRECT_URI };
const sandbox = await startSandbox({ port: 4400, integrations: [client] });
const server = spawn(process.execPath, ['server.mjs'], {
  cwd: folder,
  stdio: ['ignore', 'pipe', 'inherit'],
});
const browser = await chromium.launch({ executablePath, args: chromiumArgs });
try {
  await once(server.stdout, 'data');
  const context = await browser.newContext({ deviceScaleFactor: 1.25, bypassCSP: true });
  const page = await context.newPage();
  await page.goto('http://localhost:3000/');
  const opened = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Continue with Kommo' }).click();
  const consent = await opened;
  await consent.getByRole('button', { name: 'Allow' }).waitFor();
  await take(consent, 'consent', 640);
  await consent.getByRole('button', { name: 'Allow' }).click();
  await page.getByText('acme.kommo.com').waitFor();
  await take(page, 'getting-started', 405);
} finally {
  await browser.close();
  server.kill();
  await sandbox.close();
  rmSync(folder, { recursive: true });
}
