import { expect } from '@playwright/test';
import { canvasPage } from '../../demo/shared/address.js';
import { stories } from '../../demo/stories/stories.js';
import { test } from '../demo/fixtures.js';
import { FONT } from '../helpers/gallery.js';
import { drawing } from './drawing.js';

test.skip(process.platform !== 'linux', 'The references were drawn on Linux.');
// The canvas of a story allows no style that is not its own.
test.use({ ...drawing, bypassCSP: true });

/** These show no button of ours, or have pictures elsewhere. */
const others = new Set(['headless', 'frameworks', 'settings-page']);

test('the button of each story looks as it did', async ({ page, studio }) => {
  test.slow();
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  for (const story of stories) {
    const { id, kind } = story;
    if (others.has(id)) continue;
    // The button itself, without the page around its frame.
    const path = kind === 'framed' ? `framed.html?${id}` : canvasPage({ story, settings: {}, tools: {} });
    await page.goto(`${studio.url}/${path}#/${id}`);
    await page.locator('html[data-ready]').waitFor();
    // Covers all text: it moves the button below it, and fonts differ between machines.
    await page.addStyleTag({ content: `${FONT} * { font-family: Gallery !important; }` });
    await page.evaluate(() => document.fonts.ready);
    const button = page.locator('#stage crm-oauth-button').first();
    await expect.soft(button).toHaveScreenshot(`story-${id}.png`);
  }
});
