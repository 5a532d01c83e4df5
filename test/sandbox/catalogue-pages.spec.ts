import { expect } from '@playwright/test';
import axe from 'axe-core';
import { VENDORS } from '../../sandbox/catalogue/vendors.js';
import { authorizeUrl, test } from './catalogue-fixtures.js';

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the consent page has contrast and an order, ${colorScheme}`, async ({ page, sandbox }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(authorizeUrl(sandbox, 'zoho'));
    await page.evaluate(axe.source);
    for (const button of ['Allow', 'Deny']) {
      await page.getByRole('button', { name: button }).hover();
      const { violations } = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run());
      expect(violations.map(({ id }) => id)).toEqual([]);
    }
  });
}

test('each consent page has the mark of the button', async ({ sandbox }) => {
  for (const [provider, { face }] of Object.entries(VENDORS)) {
    const text = await (await fetch(authorizeUrl(sandbox, provider))).text();
    expect(text.split(` d="${face.logo}"/>`)).toHaveLength(3);
    expect(text).toContain(`data-brand="${provider}"`);
  }
});

test('the page of a refusal that nobody is told of stays', async ({ page, sandbox }) => {
  await page.goto(authorizeUrl(sandbox, 'bitrix24'));
  await page.getByRole('button', { name: 'Deny' }).click();
  await expect(page.getByRole('heading')).toHaveText('Access was refused');
  await expect(page).toHaveURL(/\/bitrix24\/oauth\/authorize/);
});
