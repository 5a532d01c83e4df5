import { expect, type BrowserContext, type Page } from '@playwright/test';
import { consentUrl, metadata, test } from './fixtures.js';

const SITE = 'https://shop.example';

/** A page of the integrator's which opens the consent window on a click and lists the messages it gets. */
async function openSite(context: BrowserContext, consent: string): Promise<Page> {
  await context.route(`${SITE}/**`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<button>Connect</button><ol></ol><script>
        document.querySelector('button').onclick = () => open(${JSON.stringify(consent)}, '', 'width=1024,height=620');
        onmessage = ({ origin, data }) => {
          document.querySelector('ol').append(Object.assign(document.createElement('li'), {
            textContent: JSON.stringify({ origin, data }),
          }));
        };
      </script>`,
    }),
  );
  const page = await context.newPage();
  await page.goto(`${SITE}/connect`);
  return page;
}

async function clickButton(site: Page): Promise<Page> {
  const popup = site.waitForEvent('popup');
  await site.getByRole('button', { name: 'Connect' }).click();
  return popup;
}

async function receivedBy(site: Page) {
  return JSON.parse(await site.locator('li').innerText()) as { origin: string; data: Record<string, string> };
}

test('popup: allow posts the URL to the opener and closes', async ({ context, sandbox }) => {
  const site = await openSite(context, consentUrl(sandbox));
  const popup = await clickButton(site);
  await popup.getByRole('radio', { name: 'Globex' }).check();
  const closed = popup.waitForEvent('close');
  await popup.getByRole('button', { name: 'Allow' }).click();
  await closed;
  const { origin, data } = await receivedBy(site);
  expect(origin).toBe(sandbox.url);
  expect(data.url).toMatch(
    /^https:\/\/shop\.example\/callback\?tenant=7&code=[\w-]+&state=s1&referer=globex\.kommo\.com/,
  );
  expect(Object.keys(data)).toEqual(['url']);
});

test('popup: deny posts the error and closes', async ({ context, sandbox }) => {
  const site = await openSite(context, consentUrl(sandbox, { mode: 'post_message' }));
  const popup = await clickButton(site);
  const closed = popup.waitForEvent('close');
  await popup.getByRole('button', { name: 'Deny' }).click();
  await closed;
  expect((await receivedBy(site)).data).toEqual({ client_id: 'shop-id', error: 'access_denied' });
});

test('post_message: allow takes the window to the redirect URI', async ({ context, sandbox }) => {
  const site = await openSite(context, consentUrl(sandbox, { mode: 'post_message' }));
  const popup = await clickButton(site);
  await popup.getByRole('button', { name: 'Allow' }).click();
  await popup.waitForURL(`${SITE}/callback?tenant=7&code=**`);
  await expect(site.locator('li')).toHaveCount(0);
});

test('a severed window goes to the redirect URI', async ({ context, sandbox }) => {
  sandbox.behave({ coop: 'same-origin' });
  const site = await openSite(context, consentUrl(sandbox));
  const popup = await clickButton(site);
  await popup.getByRole('button', { name: 'Allow' }).click();
  await popup.waitForURL(`${SITE}/callback?tenant=7&code=**`);
});

test('without an opener the page goes to the redirect URI, on a refusal too', async ({
  context,
  sandbox,
}) => {
  const page = await openSite(context, '');
  await page.goto(consentUrl(sandbox));
  await page.getByRole('button', { name: 'Deny' }).click();
  await page.waitForURL(`${SITE}/callback?tenant=7&error=access_denied&client_id=shop-id&state=s1`);
});

test('nothing is posted to a page that is not the one in origin', async ({ context, sandbox }) => {
  const site = await openSite(context, consentUrl(sandbox, { origin: 'https://other.example/' }));
  const popup = await clickButton(site);
  const closed = popup.waitForEvent('close');
  await popup.getByRole('button', { name: 'Allow' }).click();
  await closed;
  await expect(site.locator('li')).toHaveCount(0);
});

test('an automatic answer can come from another origin', async ({ context, sandbox }) => {
  sandbox.behave({ answer: 'allow', origin: 'other' });
  const site = await openSite(context, consentUrl(sandbox));
  const popup = site.waitForEvent('popup').then((window) => window.waitForEvent('close'));
  await site.getByRole('button', { name: 'Connect' }).click();
  await popup;
  expect((await receivedBy(site)).origin).toBe(`http://127.0.0.1:${sandbox.port}`);
});

test('the keyboard is enough', async ({ page, sandbox }) => {
  await page.route(`${SITE}/**`, (route) => route.fulfill({ body: 'back' }));
  await page.goto(consentUrl(sandbox));
  await page.keyboard.press('Tab');
  await expect(page.getByRole('radio', { name: 'Acme Trading' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Allow' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.waitForURL('**&referer=globex.kommo.com&**');
});

for (const [width, height, path] of [
  [1024, 620, '/oauth/'],
  [1024, 620, '/br/oauth/'],
  [750, 580, '/amocrm/oauth/'],
] as const) {
  test(`${path} fits a window of ${width}×${height}`, async ({ page, sandbox, receiver }) => {
    await page.setViewportSize({ width, height });
    await page.goto(consentUrl(sandbox, metadata(receiver), path));
    const size = await page.evaluate(() => {
      const { scrollWidth, scrollHeight } = document.documentElement;
      return { width: scrollWidth, height: scrollHeight };
    });
    expect(size).toEqual({ width, height });
  });
}

test('a phone’s width needs no sideways scrolling', async ({ page, sandbox, receiver }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const name = 'Donaudampfschifffahrtsgesellschaftskapitän';
  for (const url of [
    consentUrl(sandbox, metadata(receiver, { name })),
    consentUrl(sandbox, { mode: name }),
    sandbox.url,
  ]) {
    await page.goto(url);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  }
});
