import axe from 'axe-core';
import { expect, test } from '../e2e/fixtures.js';
import { connectionsPage } from '../helpers/connections-gallery.js';
import { SCENES } from '../helpers/connections-scenes.js';

for (const theme of ['light', 'dark']) {
  test(`axe finds nothing in any state of the settings page, at 320 px: ${theme}`, async ({ page, site }) => {
    test.slow();
    await page.setViewportSize({ width: 320, height: 640 });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    for (const [name, scene] of Object.entries(SCENES)) {
      const style = `:root { color-scheme: ${theme}; }`;
      await page.goto(site.page('/', connectionsPage({ ...scene, attributes: `theme="${theme}"`, style })));
      await page.locator('body[data-ready]').waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth), name).toBe(320);
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run());
      expect(
        violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
        name,
      ).toEqual([]);
    }
  });
}

test('every target is 44 px high where the pointer is a finger', async ({ browser, site }) => {
  const context = await browser.newContext({ hasTouch: true, isMobile: true });
  const page = await context.newPage();
  await page.goto(site.page('/', connectionsPage(SCENES['a question']!)));
  await page.locator('body[data-ready]').waitFor();
  const heights = await page
    .locator('crm-connections button:visible')
    .evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().height));
  expect(heights.length).toBeGreaterThan(5);
  for (const height of heights) expect(height).toBeGreaterThanOrEqual(44);
  await context.close();
});

test('the settings page moves nothing where motion is reduced', async ({ page, site }) => {
  const animations = async (): Promise<number> => {
    await page.goto(site.page('/', connectionsPage(SCENES.loading!)));
    await page.locator('body[data-ready]').waitFor();
    return page.locator('crm-connections').evaluate(({ shadowRoot }) => shadowRoot!.getAnimations().length);
  };
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  expect(await animations()).toBeGreaterThan(0);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  expect(await animations()).toBe(0);
});
