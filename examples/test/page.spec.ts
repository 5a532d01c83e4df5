import { answer, expect, test } from './fixtures.js';

test.beforeEach(({ page, site }) => page.goto(site.url));

test('draws one button, where the script stands', async ({ page }) => {
  await expect(page.locator('p > crm-oauth-button.wp-block-button__link + script')).toHaveCount(1);
  await expect(page.getByRole('button')).toHaveAccessibleName('Connect your CRM');
});

test('follows its marker', async ({ page }) => {
  const marker = page.locator('.kommo_oauth');
  await marker.evaluate((script) => script.setAttribute('data-title', 'Other'));
  await expect(page.getByRole('button')).toHaveAccessibleName('Other');
  await marker.evaluate((script) => script.remove());
  await expect(page.getByRole('button')).toHaveCount(0);
});

test('goes to the redirect page when the visitor allowed', async ({ page, site, openConsent }) => {
  await answer(await openConsent(), 'allow');
  await page.waitForURL(`${site.url}/callback?**`);
  const { searchParams } = new URL(page.url());
  expect(Object.fromEntries(searchParams)).toMatchObject({ state: 'a1b2c3', referer: 'acme.kommo.com' });
});

test('tells the page’s own function that the visitor denied', async ({ page, openConsent }) => {
  await answer(await openConsent(), 'deny');
  await expect(page.locator('#refusal')).toHaveText('access_denied');
});

test('ends the attempt with the page', async ({ page, openConsent }) => {
  const consent = await openConsent();
  const closed = consent.waitForEvent('close');
  await page.goto('about:blank');
  await closed;
});
