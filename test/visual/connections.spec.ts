import type { Page } from '@playwright/test';
import { expect, test } from '../e2e/fixtures.js';
import { connectionsPage, type Scene } from '../helpers/connections-gallery.js';
import { SCENES } from '../helpers/connections-scenes.js';
import { drawing } from './drawing.js';

/** A picture of the settings page, as the references in `references/` show it. */
interface Picture extends Scene {
  readonly media?: Parameters<Page['emulateMedia']>[0];
  readonly width?: number;
}

const DARK: Scene = { attributes: 'theme="dark"', style: ':root { color-scheme: dark; }' };
const { accounts = {}, search = {}, 'a question': question = {}, 'right to left': reversed = {} } = SCENES;

const pictures: Record<string, Picture> = {
  ...SCENES,
  dark: { ...question, ...DARK },
  narrow: { ...question, width: 320 },
  'narrow, dark, right to left': { ...reversed, ...DARK, width: 320 },
  wide: { ...accounts, width: 1280 },
  'wide, search': { ...search, width: 1280 },
  'forced colours': { ...question, media: { forcedColors: 'active' } },
  'more contrast': { ...accounts, media: { contrast: 'more' } },
  styled: {
    ...accounts,
    style: `crm-connections { --crm-connections-radius: 4px; --crm-connections-background: #f4f8f4; }
      crm-connections::part(card) { box-shadow: 0 1px 3px #0003; }
      crm-connections::part(connect) { background: #0b6a45; }`,
  },
};

// Other systems and other font settings draw glyphs differently.
test.skip(process.platform !== 'linux', 'The references were drawn on Linux.');
test.use(drawing);

for (const [name, { media = {}, width = 800, ...scene }] of Object.entries(pictures)) {
  test(`settings page: ${name}`, async ({ page, site }) => {
    await page.setViewportSize({ width, height: 400 });
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce', ...media });
    await page.goto(site.page('/', connectionsPage(scene)));
    await page.locator('body[data-ready]').waitFor();
    await expect(page.locator('main')).toHaveScreenshot(`connections-${name.replace(/\W+/g, '-')}.png`);
  });
}
