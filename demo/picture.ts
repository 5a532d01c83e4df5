/** Takes the README's pictures: of the studio, `docs/studio.png`, and of a settings page, `docs/connections.png`. */
import { chromium } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromiumArgs, findChromium } from '../test/browsers.mjs';
import { startDemo } from './server/demo-server.js';

const fileOf = (name: string): string => fileURLToPath(new URL(`../docs/${name}.png`, import.meta.url));
/** The button's first font, which this machine may not have. */
const ROBOTO = [400, 500, 700]
  .map((weight) => {
    const file = `../node_modules/@fontsource/roboto/files/roboto-latin-${weight}-normal.woff2`;
    const data = readFileSync(new URL(file, import.meta.url)).toString('base64');
    return `@font-face { font-family: Roboto; font-weight: ${weight}; src: url(data:font/woff2;base64,${data}); }`;
  })
  .join('\n');
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

  const sharp = await browser.newPage({
    viewport: { width: 900, height: 800 },
    deviceScaleFactor: 2,
    bypassCSP: true,
  });
  await sharp.goto(
    `${demo.url}/canvas.html#/settings-page?background=light&providers=kommo+hubspot+salesforce`,
  );
  const list = sharp.locator('crm-connections');
  await list.getByRole('heading').first().waitFor();
  await sharp.addStyleTag({ content: ROBOTO });
  await sharp.evaluate(() => document.fonts.ready);
  await list.screenshot({ path: fileOf('connections'), animations: 'disabled', omitBackground: true });
} finally {
  await browser.close();
  await demo.close();
}
