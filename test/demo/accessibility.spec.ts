import { expect, type Page } from '@playwright/test';
import axe from 'axe-core';
import { test } from './fixtures.js';

async function violations(page: Page): Promise<string[]> {
  // As a script element it would run against the page's policy.
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run());
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [320, 1280]) {
    test(`${colorScheme}, ${width} px: accessible, and no sideways scrolling`, async ({ page, demo }) => {
      const check = async () => {
        expect(await violations(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      };
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      demo.sandbox.behave({ answer: 'deny' });
      await page.goto(demo.url);
      await page.locator('#refuse').click();
      await expect(page.getByRole('log')).toContainText('onCrmError()');
      await check();

      demo.sandbox.behave({ answer: 'allow' });
      await page.locator('#element crm-oauth-button').click();
      await page.waitForURL(`${demo.url}/connection`);
      await check();
      for (const path of ['/callback?code=c&state=s', '/callback/message', '/nowhere']) {
        await page.goto(demo.url + path);
        await check();
      }
    });
  }
}

test('the keyboard is enough', async ({ page, demo }) => {
  await page.goto(demo.url);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await page.locator('#element h3 a').focus();
  await page.keyboard.press('Tab');
  const popup = page.waitForEvent('popup');
  await page.keyboard.press('Enter');
  const consent = await popup;
  await consent.locator('button[value=allow]').press('Enter');
  await page.waitForURL(`${demo.url}/connection`);
});
