import { expect, type Page } from '@playwright/test';
import { startSandbox, type Sandbox } from '../../sandbox/index.js';
import { startSite, type Site } from '../e2e/site.js';
import { accountOf } from './catalogue-fixtures.js';
import { allow, consentUrl, readAnswer, sendForm, testWith } from './fixtures.js';

/** The site whose clients the sandbox knows, and which nobody visits in these tests. */
const HOME = 'http://localhost:4300';
const SHOP = { clientId: 'shop', clientSecret: 'secret', name: 'Shop', redirectUri: `${HOME}/callback` };
const OPEN = { ...SHOP, anyLoopback: true };
const VENDOR = { ...OPEN, provider: 'hubspot' };
const PHONE = { clientId: 'shop', name: 'Shop', redirectUris: [SHOP.redirectUri], anyLoopback: true };

const test = testWith({
  integrations: [OPEN, { ...SHOP, clientId: 'strict' }],
  clients: [VENDOR, { ...VENDOR, clientId: 'strict', anyLoopback: false }],
  ringcentral: { clients: [PHONE, { ...PHONE, clientId: 'strict', anyLoopback: false }] },
}).extend<{ site: Site }>({
  site: async ({}, use) => {
    const site = await startSite();
    await use(site);
    await site.close();
  },
});

/** Opens a page with a button, somewhere on this machine, and presses it. */
async function press(page: Page, site: Site, attributes: string): Promise<void> {
  const html = `<script type="module" src="/dist/index.js"></script><crm-oauth-button ${attributes}></crm-oauth-button>`;
  await page.goto(`${site.page('/try/it', html)}?step=2#crm`);
  await page.locator('crm-oauth-button').getByRole('button').click();
}

test('popup: the page on another port is told, and goes to its own address', async ({
  page,
  sandbox,
  site,
  lines,
}) => {
  const opened = page.waitForEvent('popup');
  await press(page, site, `server="${sandbox.url}" client-id="shop"`);
  await (await opened).getByRole('button', { name: 'Allow' }).click();
  await page.waitForURL(`${site.url}/try/it?code=**`);
  expect(lines).toContain(
    `Shop: answers the page at ${site.url}/try/it; Kommo would answer ${SHOP.redirectUri}`,
  );
});

for (const [mode, attributes] of [
  ['post_message', 'mode="post_message" client-id="shop"'],
  ['redirect', 'mode="redirect" client-id="shop"'],
  ['report', `provider="hubspot" client-id="shop" scopes="oauth" redirect_uri="${SHOP.redirectUri}"`],
  ['report, RingCentral', `provider="ringcentral" client-id="shop" redirect_uri="${SHOP.redirectUri}"`],
] as const) {
  test(`${mode}: a page on another port learns what to change, ahead of any consent`, async ({
    page,
    sandbox,
    site,
  }) => {
    const provider = /provider="(\w+)"/.exec(attributes)?.[1] ?? '';
    const opened = mode === 'redirect' ? undefined : page.waitForEvent('popup');
    await press(page, site, `server="${sandbox.url}/${provider}" ${attributes}`);
    const consent = (await opened) ?? page;
    await expect(consent.locator('main')).toContainText(`The page is on ${site.url}, and the redirect page`);
    await expect(consent.locator('main')).toContainText(`Put a page with callback.js on ${site.url}.`);
    await expect(consent.locator('main')).toContainText(provider ? 'set redirect_uri' : '--redirect-uri');
  });
}

const PAGES = [
  'http://localhost:5173/',
  'http://127.0.0.1:8080/a.html?b#c',
  'https://shop.localhost/x',
  'http://[::1]:1/',
];
const ELSEWHERE = ['https://shop.example/', 'http://localhost.evil.example:4300/', 'http://a.example/'];

for (const origin of PAGES) {
  test(`the answer goes to ${origin}, and its code is for that address alone`, async ({ sandbox }) => {
    const { redirect, opener } = await readAnswer(
      await allow(consentUrl(sandbox, { client_id: 'shop', origin })),
    );
    const { pathname } = new URL(origin);
    expect(redirect.origin + redirect.pathname).toBe(new URL(origin).origin + pathname);
    expect(opener).toBe(new URL(origin).origin);
    const exchange = (redirect_uri: string) =>
      fetch(`${sandbox.url}/oauth2/access_token`, {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'authorization_code',
          client_id: 'shop',
          client_secret: 'secret',
          code: redirect.searchParams.get('code')!,
          redirect_uri,
        }),
      });
    expect((await exchange(SHOP.redirectUri)).status).toBe(400);
    expect((await exchange(new URL(origin).origin + pathname)).status).toBe(200);
  });
}

const destination = async (sandbox: Sandbox, client_id: string, origin: string) =>
  (await readAnswer(await allow(consentUrl(sandbox, { client_id, origin })))).redirect.href;

test('a page elsewhere, or of the same origin, gets the registered redirect URI', async ({ sandbox }) => {
  for (const origin of [...ELSEWHERE, `${HOME}/other`]) {
    expect(await destination(sandbox, 'shop', origin), origin).toContain(`${SHOP.redirectUri}?code=`);
  }
});

test('an integration without the option keeps to its redirect URI, for pages on any port', async ({
  sandbox,
}) => {
  for (const origin of PAGES) {
    expect(await destination(sandbox, 'strict', origin)).toContain(`${SHOP.redirectUri}?code=`);
  }
  const headers = { referer: PAGES[0]! };
  const asked = consentUrl(sandbox, { client_id: 'strict', mode: 'post_message', origin: PAGES[0]! });
  expect((await fetch(asked, { headers })).status).toBe(200);
});

for (const [provider, path, account] of [
  ['hubspot', '/hubspot/oauth/authorize', accountOf('hubspot', 0).id],
  ['ringcentral', '/ringcentral/restapi/oauth/authorize', '62000101'],
] as const) {
  const url = (sandbox: Sandbox, client_id: string, redirect_uri: string) => {
    const challenge = { code_challenge: 'a'.repeat(43), code_challenge_method: 'S256' };
    const query = {
      response_type: 'code',
      scope: 'oauth',
      state: 's',
      client_id,
      redirect_uri,
      ...challenge,
    };
    return `${sandbox.url}${path}?${new URLSearchParams(query).toString()}`;
  };

  test(`${provider}: every redirect URI of this machine counts, and no other`, async ({ sandbox, lines }) => {
    for (const redirectUri of [...PAGES.map((page) => page.replace('#c', '')), `${HOME}/other`]) {
      const response = await sendForm(url(sandbox, 'shop', redirectUri), { answer: 'allow', account });
      expect(response.headers.get('location')).toContain(redirectUri);
    }
    expect(lines.join('\n')).toContain(`Shop: answers ${PAGES[0]}; `);
    for (const redirectUri of [...ELSEWHERE, `${PAGES[0]}#top`]) {
      expect((await fetch(url(sandbox, 'shop', redirectUri))).status, redirectUri).toBe(400);
    }
  });

  test(`${provider}: a client without the option keeps to its redirect URI`, async ({ sandbox }) => {
    expect((await fetch(url(sandbox, 'strict', PAGES[0]!))).status).toBe(400);
    const headers = { referer: PAGES[0]! };
    expect((await fetch(url(sandbox, 'strict', SHOP.redirectUri), { headers })).status).toBe(200);
  });
}

test('links on the sandbox’s own pages are no pages that ask', async ({ sandbox }) => {
  const asked = consentUrl(sandbox, { client_id: 'shop', origin: '', mode: 'post_message' });
  expect((await fetch(asked, { headers: { referer: `${sandbox.url}/` } })).status).toBe(200);
  expect((await fetch(asked, { headers: { referer: `${HOME}/a` } })).status).toBe(200);
  expect((await fetch(asked, { headers: { referer: PAGES[0]! } })).status).toBe(400);
});

test('a sandbox without clients takes every page of this machine as it is', async () => {
  const sandbox = await startSandbox({ port: 0 });
  for (const origin of PAGES) {
    expect(await destination(sandbox, 'made-up', origin)).toContain(origin.replace(/[?#].*/, ''));
  }
  await sandbox.close();
});
