/** Takes the README's picture of the studio: `docs/studio.png`. */
import { chromium } from '@playwright/test';
import { fileURLToPath } from 'node:url';
import { chromiumArgs, findChromium } from '../test/browsers.mjs';
import { startDemo } from './server/demo-server.js';

const PATH = fileURLToPath(new URL('../docs/studio.png', import.meta.url));
const STORY = '#/themes?title=Connect+your+CRM';

const executablePath = findChromium();
if (!executablePath) throw new Error('Chromium is missing. Install it, or set CHROME_PATH.');
const demo = await startDemo({ port: 0, sandbox: { port: 0 } });
const browser = await chromium.launch({ executablePath, args: chromiumArgs });
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 832 } });
  await page.goto(`${demo.url}/${STORY}`);
  await page.frameLocator('iframe').locator('html[data-ready]').waitFor();
  // The addresses of this machine's servers would tell nobody anything.
  await page.getByRole('switch', { name: 'For this sandbox' }).uncheck();
  await page.getByRole('tab', { name: 'React' }).click();
  await page.evaluate(() => scrollTo(0, 0));
  await page.screenshot({ path: PATH, animations: 'disabled' });
} finally {
  await browser.close();
  await demo.close();
}
