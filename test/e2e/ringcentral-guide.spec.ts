import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { allow, deny, expect, PHONE, test as base } from './ringcentral-fixtures.js';

const GUIDE = readFileSync('docs/ringcentral.md', 'utf8');

/** The guide's code, by heading. */
const samples = new Map(
  GUIDE.split(/^## /m)
    .slice(1)
    .map((section): [string, string | undefined] => [
      section.split('\n', 1)[0]!,
      /^```html\n(.*?)^```$/ms.exec(section)?.[1],
    ])
    .filter((entry): entry is [string, string] => Boolean(entry[1])),
);

interface Fixtures {
  /** Opens a page with the sample under a heading; its names are those of the sandbox, and nothing else differs. */
  follow: (heading: string, path?: string) => Promise<void>;
}

const test = base.extend<Fixtures>({
  follow: ({ openPage, site, sandbox }, use) =>
    use(async (heading, path) => {
      const html = samples.get(heading);
      if (!html) throw new Error(`The guide shows nothing under “${heading}”.`);
      const app = `clientId: '${PHONE.clientId}', base: 'BASE'`;
      await openPage(
        html
          .replaceAll('"YOUR_INTEGRATION"', `"shop" server="${sandbox.url}"`)
          .replaceAll("'YOUR_INTEGRATION'", `'shop', server: '${sandbox.url}'`)
          .replaceAll("clientId: 'YOUR_APP'", `${app}, server: '${sandbox.url}/ringcentral'`)
          .replaceAll('YOUR_SECRET', PHONE.clientSecret)
          .replaceAll('YOUR_JWT', 'sandbox.jwt.credential')
          .replaceAll('https://shop.example', site.url),
        path,
      );
    }),
});

/** The site's own end points, and what was sent there. */
async function serve(page: Page, account?: string): Promise<string[]> {
  const calls: string[] = [];
  await page.route(/^[^/]*\/\/[^/]+\/kommo\//, (route) => {
    const { pathname } = new URL(route.request().url());
    calls.push(`${route.request().method()} ${pathname}`);
    return pathname === '/kommo/account' ? route.fulfill({ json: { account } }) : route.fulfill({ body: '' });
  });
  return calls;
}

test('Connect a service', async ({ follow, openByWidget, page, widget }) => {
  const calls = await serve(page);
  await follow('Connect a service');
  await expect(widget.locator('#dot')).toBeVisible();
  await deny(await openByWidget('Connect'));
  await expect(widget.getByRole('listitem')).toContainText('Access was denied.');
  await allow(await openByWidget('Connect'));
  await expect(widget.getByText('Connected as acme.kommo.com')).toBeVisible();
  await expect(page.locator('crm-oauth-button')).toContainText(/Connected as \u2068acme\.kommo\.com\u2069/);
  await widget.getByRole('button', { name: 'Unauthorize' }).click();
  await expect(widget.getByText('Disconnected')).toBeVisible();
  expect(calls).toEqual(['POST /kommo/disconnect']);
});

test('Connect without a button on the page', async ({ follow, openByWidget, page, widget }) => {
  const calls = await serve(page, 'harbor.kommo.com');
  await follow('Connect without a button on the page');
  await expect(widget.getByText('Connected as harbor.kommo.com')).toBeVisible();
  await expect(widget.getByText('Your contacts, while you talk.')).toBeVisible();
  await widget.getByRole('button', { name: 'Disconnect' }).click();
  await allow(await openByWidget('Connect'));
  await expect(widget.getByText('Connected as acme.kommo.com')).toBeVisible();
  expect(calls).toEqual(['GET /kommo/account', 'POST /kommo/disconnect']);
});

test('Show a licence and a banner', async ({ follow, widget }) => {
  await follow('Show a licence and a banner');
  await expect(widget.getByText('License: active')).toBeVisible();
  await expect(widget.getByRole('link')).toHaveText(['Support']);
  await widget.getByRole('button', { name: 'Close' }).click();
  await expect(widget.locator('#banner')).toBeHidden();
});

test('Tell that the widget does not start', async ({ follow, page, widget }) => {
  await follow('Tell that the widget does not start');
  await expect(widget.getByText('Signed out')).toBeVisible();
  await expect(page.locator('#phone')).toHaveText('');
});

test('A widget of your own', async ({ follow, openPage, page, site }) => {
  await follow('A widget of your own', '/widget');
  const other = site.url.replace('localhost', '127.0.0.1');
  await openPage(`<iframe src="${other}/widget"></iframe><script type="module">
    import { connectThirdPartyService } from 'crm-oauth-button/ringcentral';

    connectThirdPartyService(document.querySelector('iframe'), {
      service: { name: 'Kommo', unauthorizedTitle: 'Connect', authorizedTitle: 'Disconnect' },
      authorize: async () => {
        if (location.hash) return 'acme';
        location.hash = 'second';
        throw new DOMException('Offline', 'NetworkError');
      },
      unauthorize: () => undefined,
    });
    window.reportError = () => undefined;
  </script>`);
  const frame = page.frameLocator('iframe');
  await frame.getByRole('button', { name: 'Connect' }).click();
  await expect(frame.locator('#notice')).toHaveText('Something went wrong. Try again.');
  await frame.getByRole('button', { name: 'Connect' }).click();
  await expect(frame.getByText('Connected as \u2068acme\u2069')).toBeVisible();
  await frame.getByRole('button', { name: 'Disconnect' }).click();
  await expect(frame.getByRole('button', { name: 'Connect' })).toBeVisible();
});

for (const heading of ['Log in with a code', 'Load the widget with a code']) {
  test(heading, async ({ follow, openConsent, widget }) => {
    await follow(heading);
    if (heading === 'Log in with a code') await expect(widget.getByText('Signed out')).toBeVisible();
    await allow(await openConsent('#login'));
    await expect(widget.getByText('Signed in as')).toBeVisible();
  });
}

test('Relay the widget’s own login', async ({ follow, openByWidget, widget }) => {
  await follow("Relay the widget's own login");
  await allow(await openByWidget('Sign in'));
  await expect(widget.getByText('Signed in as')).toBeVisible();
});

test('Log in with a JWT', async ({ follow, widget }) => {
  await follow('Log in with a JWT');
  await expect(widget.getByText('Signed in as')).toBeVisible();
});

test('every sample of the guide was followed here', () => {
  const code = readFileSync('test/e2e/ringcentral-guide.spec.ts', 'utf8');
  expect(samples.size).toBe(GUIDE.match(/^```\w/gm)?.length);
  for (const heading of samples.keys()) expect(code).toMatch(new RegExp(`['"]${heading}['"]`));
});
