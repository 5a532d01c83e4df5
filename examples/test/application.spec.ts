import { answer, expect, test } from './fixtures.js';

test.beforeEach(({ page, site }) => page.goto(site.url));

test('draws one button', async ({ page }) => {
  const button = page.getByRole('button', { name: 'Continue with Kommo' });
  await expect(button).toHaveCount(1);
  expect((await button.boundingBox())?.height).toBe(42);
});

test('sets a property', async ({ page }) => {
  const element = page.locator('crm-oauth-button');
  const button = element.getByRole('button');
  const light = await button.evaluate((node) => getComputedStyle(node).backgroundColor);
  await page.getByLabel('Dark').check();
  await expect(element).toHaveJSProperty('theme', 'dark');
  await expect(button).not.toHaveCSS('background-color', light);
  await page.getByLabel('Dark').uncheck();
  await expect(button).toHaveCSS('background-color', light);
});

test('hears that the visitor allowed, once, and stays', async ({ page, site, openConsent }) => {
  await answer(await openConsent(), 'allow');
  await expect(page.getByRole('log').locator('li')).toHaveText(['Connected to acme.kommo.com']);
  await expect(page.locator('crm-oauth-button')).toHaveJSProperty('status', 'authorized');
  expect(page.url()).toBe(`${site.url}/`);
});

test('hears that the visitor denied, once, and can ask again', async ({ page, openConsent }) => {
  await answer(await openConsent(), 'deny');
  await expect(page.getByRole('log').locator('li')).toHaveText(['access_denied']);
  await answer(await openConsent(), 'allow');
  await expect(page.getByRole('log').locator('li')).toHaveText([
    'access_denied',
    'Connected to acme.kommo.com',
  ]);
});

test('ends the attempt when its button goes, and makes another with the next one', async ({
  page,
  openConsent,
}) => {
  const consent = await openConsent();
  const closed = consent.waitForEvent('close');
  await page.getByLabel('Shown').uncheck();
  await closed;
  await expect(page.locator('crm-oauth-button')).toHaveCount(0);
  await page.getByLabel('Shown').check();
  await answer(await openConsent(), 'allow');
  await expect(page.getByRole('log').locator('li').last()).toHaveText('Connected to acme.kommo.com');
});
