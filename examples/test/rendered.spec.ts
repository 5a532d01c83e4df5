import { expect, test } from './fixtures.js';

test.use({ javaScriptEnabled: false });

test('the server has drawn it: it is there without any script', async ({ page, site }) => {
  await page.goto(site.url);
  const button = page.getByRole('button', { name: 'Continue with Kommo' });
  expect((await button.boundingBox())?.height).toBe(42);
  await expect(button).toHaveCSS('background-color', 'rgb(14, 1, 66)');
});
