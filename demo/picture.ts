/** Takes the README's pictures: of the studio, `docs/studio.png`, and of a settings page, `docs/connections.png`. */
import { chromium } from '@playwright/test';
import { fileURLToPath } from 'node:url';
import { chromiumArgs, findChromium } from '../test/browsers.mjs';
import { startDemo } from './server/demo-server.js';

const fileOf = (name: string): string => fileURLToPath(new URL(`../docs/${name}.png`, import.meta.url));
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
  await page.screenshot({ path: fileOf('studio'), animations: 'disabled' });

  const sharp = await browser.newPage({ viewport: { width: 900, height: 800 }, deviceScaleFactor: 2 });
  await sharp.goto(
    `${demo.url}/canvas.html#/settings-page?background=light&providers=kommo+hubspot+salesforce`,
  );
  const list = sharp.locator('crm-connections');
  await list.getByRole('heading').first().waitFor();
  await list.screenshot({ path: fileOf('connections'), animations: 'disabled', omitBackground: true });
} finally {
  await browser.close();
  await demo.close();
}
