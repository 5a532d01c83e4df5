import { expect, test } from '@playwright/test';

test('a window opens for a click of the user', async ({ page }) => {
  await page.setContent(`<button onclick="window.open('about:blank', '', 'popup')">Open</button>`);
  const popup = page.waitForEvent('popup');
  await page.getByRole('button').click();
  expect((await popup).url()).toBe('about:blank');
});
