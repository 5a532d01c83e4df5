import { expect, type Page } from '@playwright/test';
import { type Attempt, consentUrlOf, type Site, test } from './handler-fixtures.js';

/** Opens a page of the site as a signed-in user; the person at the CRM allows everything. */
async function openShop(page: Page, site: Site): Promise<void> {
  const shop = new URL('/shop', site.url).href;
  await page.route(shop, (route) => route.fulfill({ contentType: 'text/html', body: '<h1>Shop</h1>' }));
  await page.context().setExtraHTTPHeaders({ 'x-user': 'ann' });
  await page.goto(shop);
  site.sandbox.behave({ answer: 'allow' });
}

async function consentOf(site: Site, query: string): Promise<{ consent: string; state: string }> {
  const issued = (await (await site.as('ann')(`/state?provider=kommo${query}`)).json()) as Attempt;
  return { consent: consentUrlOf(site.sandbox, site.url, 'kommo', issued), state: issued.state };
}

/** Opens a window from the page; gives the first message that comes back from it, as text. */
const messageFrom = (page: Page, url: string) =>
  page.evaluate(
    (href) =>
      new Promise<string>((resolve) => {
        addEventListener('message', ({ data, origin }) =>
          resolve(JSON.stringify({ data: data as unknown, origin })),
        );
        open(href, 'crm', 'popup');
      }),
    url,
  );

test('the page in a window reports to the page that opened it, and closes', async ({ page, site }) => {
  await openShop(page, site);
  const { consent, state } = await consentOf(site, '');
  const popup = page.waitForEvent('popup');
  const message = await messageFrom(page, consent);
  expect(message).toContain(`"origin":"${new URL(site.url).origin}"`);
  expect(message).toContain(state);
  await expect.poll(async () => (await popup).isClosed()).toBe(true);
  expect(await site.crm.connections('ann')).toHaveLength(1);
});

test('an error of this side takes the place of the code on its way to the page', async ({ page, site }) => {
  await openShop(page, site);
  site.hooks.afterConnect = () => Promise.reject(new Error('no room'));
  const { consent, state } = await consentOf(site, '');
  const message = await messageFrom(page, consent);
  expect(message).toContain('completion_failed');
  expect(message).toContain(state);
  expect(message).not.toMatch(/no room|code/);
});

test('where no page waits, it goes on to the path that the state was made for', async ({ page, site }) => {
  await openShop(page, site);
  const { consent } = await consentOf(site, '&returnTo=/shop%3Fdone');
  await page.route('**/shop?done', (route) => route.fulfill({ body: 'done' }));
  await page.goto('about:blank');
  await page.goto(consent);
  await page.waitForURL('**/shop?done');
});

test('where no page waits, a person reads what has failed, and finds the way back', async ({
  page,
  site,
}) => {
  await openShop(page, site);
  site.hooks.afterConnect = () => Promise.reject(new Error('no room'));
  const { consent } = await consentOf(site, '&returnTo=/shop');
  await page.goto('about:blank');
  await page.goto(consent);
  await expect(page.getByRole('heading')).toHaveText('Not connected');
  expect(new URL(page.url()).searchParams.has('code')).toBe(false);
  await page.getByRole('link', { name: 'Continue' }).click();
  await expect(page.getByRole('heading')).toHaveText('Shop');
});
