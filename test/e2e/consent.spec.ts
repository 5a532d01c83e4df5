import { allow, deny, expect, test, windows } from './fixtures.js';

const DROP_IN = (data: string): string =>
  `<script class="kommo_oauth" charset="utf-8" data-error-callback="onRefusal" data-server="SANDBOX" ${data} src="/cdn/button.js"></script>`;
const ELEMENT = (data: string): string =>
  `<script src="/cdn/button.js"></script><crm-oauth-button error-callback="onRefusal" server="SANDBOX" ${data}></crm-oauth-button>`;

const UUID = /^[\da-f]{8}-([\da-f]{4}-){3}[\da-f]{12}$/;

for (const [use, html] of Object.entries({ 'drop-in': DROP_IN, element: ELEMENT })) {
  test.describe(use, () => {
    test('allow in popup mode takes the page to the redirect URI', async ({
      visit,
      openConsent,
      page,
      site,
      context,
    }) => {
      await visit(html('data-client-id="shop"'));
      await allow(await openConsent());
      await page.waitForURL(`${site.url}/callback?**`);
      const query = Object.fromEntries(new URL(page.url()).searchParams);
      expect(query).toEqual({
        code: expect.stringMatching(/.{16,}/),
        state: expect.stringMatching(/^[\da-f]{32}$/),
        referer: 'acme.kommo.com',
        client_id: 'shop',
      });
      expect(windows(context)).toBe(1);
    });

    test('the page’s own state comes back', async ({ visit, openConsent, page, site }) => {
      await visit(html('data-client-id="shop" data-state="for the CRM &amp; ты"'));
      await allow(await openConsent());
      await page.waitForURL(`${site.url}/callback?**`);
      expect(new URL(page.url()).searchParams.get('state')).toBe('for the CRM & ты');
    });

    test('a prevented crm-oauth-success keeps the page where it is', async ({
      visit,
      openConsent,
      page,
      seen,
      context,
    }) => {
      await visit(html('data-client-id="shop"'));
      const url = page.url();
      await page.evaluate(() => addEventListener('crm-oauth-success', (event) => event.preventDefault()));
      await allow(await openConsent());
      await expect.poll(seen).toContainEqual(['crm-oauth-statuschange', 'authorized']);
      const [, response] = (await seen()).find(([what]) => what === 'crm-oauth-success')!;
      expect(response).toMatchObject({
        code: expect.any(String),
        referer: 'acme.kommo.com',
        params: { client_id: 'shop' },
      });
      await page.waitForTimeout(200);
      expect(page.url()).toBe(url);
      expect(windows(context)).toBe(1);
    });

    test('deny is told by the global function, by the event and by the status', async ({
      visit,
      openConsent,
      seen,
      context,
      page,
    }) => {
      await visit(html('data-client-id="shop"'));
      await deny(await openConsent());
      await expect.poll(seen).toEqual([
        ['crm-oauth-start', { url: expect.stringContaining('client_id=shop'), state: expect.any(String) }],
        ['crm-oauth-statuschange', 'waiting'],
        ['crm-oauth-statuschange', 'denied'],
        ['crm-oauth-error', { code: 'access_denied', kind: 'provider', clientId: 'shop' }],
        ['onRefusal', { client_id: 'shop', error: 'access_denied' }],
      ]);
      await expect(page.locator('crm-oauth-button')).toHaveJSProperty('status', 'denied');
      expect(windows(context)).toBe(1);
    });

    test('post_message mode leaves the page where it is', async ({
      visit,
      openConsent,
      seen,
      page,
      context,
    }) => {
      await visit(html('data-client-id="reporter" data-mode="post_message"'));
      const url = page.url();
      await allow(await openConsent());
      await expect.poll(seen).toContainEqual(['crm-oauth-statuschange', 'authorized']);
      const [, response] = (await seen()).find(([what]) => what === 'crm-oauth-success')!;
      expect(response).toMatchObject({ data: { status: 'ok' } });
      await page.waitForTimeout(200);
      expect(page.url()).toBe(url);
      expect(windows(context)).toBe(1);
    });

    test('a refusal in post_message mode', async ({ visit, openConsent, seen }) => {
      await visit(html('data-client-id="reporter" data-mode="post_message"'));
      await deny(await openConsent());
      await expect
        .poll(seen)
        .toContainEqual(['onRefusal', { client_id: 'reporter', error: 'access_denied' }]);
    });

    test('the metadata flow with its webhook', async ({ visit, openConsent, page, site }) => {
      const metadata = `data-name="Shop &amp; Co" data-description="Orders" data-redirect_uri="${site.url}/callback?a=1"
        data-secrets_uri="${site.url}/secrets" data-scopes="crm, notifications" data-state="${use}-metadata"`;
      await visit(html(metadata));
      const consent = await openConsent();
      await expect(consent.locator('body')).toContainText('Shop & Co');
      expect(new URL(consent.url()).searchParams.getAll('scopes[]')).toEqual(['crm', 'notifications']);
      await allow(consent);
      await page.waitForURL(`${site.url}/callback?a=1&**`);
      expect(new URL(page.url()).searchParams.get('code')).toBeTruthy();
      expect(site.secrets).toContainEqual({
        client_id: expect.stringMatching(UUID),
        client_secret: expect.any(String),
        state: `${use}-metadata`,
      });
    });

    test('a refusal in the metadata flow', async ({ visit, openConsent, seen, site }) => {
      await visit(
        html(
          `data-name="Shop" data-redirect_uri="${site.url}/callback" data-secrets_uri="${site.url}/secrets"`,
        ),
      );
      await deny(await openConsent());
      await expect.poll(seen).toContainEqual(['onRefusal', { error: 'access_denied' }]);
    });
  });
}

test('a redirect that is handed over in post_message mode leaves the page where it is', async ({
  visit,
  openConsent,
  seen,
  page,
  site,
}) => {
  await visit(ELEMENT('data-client-id="shop" data-mode="post_message" data-state="s1"'));
  const address = page.url();
  const consent = await openConsent();
  await consent.evaluate(
    ([url, origin]) => (window.opener as Window).postMessage({ url }, origin!),
    [`${site.url}/callback?code=c&state=s1`, site.url],
  );
  await expect.poll(seen).toContainEqual(['crm-oauth-statuschange', 'authorized']);
  await page.waitForTimeout(200);
  expect(page.url()).toBe(address);
});

test('data-error is written to the marker', async ({ visit, openConsent, page }) => {
  await visit(DROP_IN('data-client-id="shop"'));
  await deny(await openConsent());
  await expect(page.locator('script.kommo_oauth')).toHaveAttribute('data-error', 'access_denied');
});

test('authorize() gives the response, and the pending promise to whoever asks again', async ({
  visit,
  page,
  context,
}) => {
  await visit(ELEMENT('data-client-id="shop"'));
  const opened = context.waitForEvent('page');
  const outcome = page.evaluate(async () => {
    addEventListener('crm-oauth-success', (event) => event.preventDefault());
    const button = document.querySelector('crm-oauth-button')!;
    const first = button.authorize();
    const same = first === button.authorize();
    const { code, referer } = await first;
    return { same, code: Boolean(code), referer, status: button.status };
  });
  await allow(await opened);
  expect(await outcome).toEqual({ same: true, code: true, referer: 'acme.kommo.com', status: 'authorized' });
});

test('the tokens are had for the code, and renewed', async ({ visit, openConsent, page, site, sandbox }) => {
  await visit(DROP_IN('data-client-id="shop"'));
  await allow(await openConsent());
  await page.waitForURL(`${site.url}/callback?**`);
  const code = new URL(page.url()).searchParams.get('code');
  const client = { client_id: 'shop', client_secret: 'shop-secret', redirect_uri: `${site.url}/callback` };
  const token = async (grant: Record<string, unknown>): Promise<Record<string, string>> => {
    const response = await fetch(`${sandbox.url}/oauth2/access_token`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...client, ...grant }),
    });
    expect(response.status).toBe(200);
    return (await response.json()) as Record<string, string>;
  };
  const { refresh_token } = await token({ grant_type: 'authorization_code', code });
  expect(await token({ grant_type: 'refresh_token', refresh_token })).toMatchObject({ expires_in: 86400 });
});

test('two buttons with two client ids each tell their own outcome', async ({
  visit,
  openConsent,
  page,
  seen,
}) => {
  const marker = (id: string): string => DROP_IN(`data-client-id="${id}" data-class-name="${id}"`);
  await visit(marker('shop') + marker('forum'));
  const first = await openConsent('.shop');
  const second = await openConsent('.forum');
  await deny(first);
  await expect(page.locator('.shop')).toHaveJSProperty('status', 'denied');
  await expect(page.locator('.forum')).toHaveJSProperty('status', 'waiting');
  await deny(second);
  await expect(page.locator('.forum')).toHaveJSProperty('status', 'denied');
  const refusals = (await seen()).filter(([what]) => what === 'onRefusal');
  expect(refusals.map(([, posted]) => posted)).toEqual([
    { client_id: 'shop', error: 'access_denied' },
    { client_id: 'forum', error: 'access_denied' },
  ]);
});

test('Kommo and amoCRM on one page', async ({ visit, openConsent, page }) => {
  await visit(`${DROP_IN('data-client-id="shop"')}
    <script class="amocrm_oauth" data-client-id="forum" data-server="SANDBOX/amocrm" src="/cdn/button.min.js"></script>`);
  await expect(page.locator('crm-oauth-button')).toHaveCount(2);
  const amocrm = await openConsent('.amocrm-oauth');
  expect(new URL(amocrm.url()).pathname).toBe('/amocrm/oauth/');
  await expect(amocrm.locator('html')).toHaveAttribute('lang', 'ru');
  await amocrm.close();
  const kommo = await openConsent('.kommo-oauth');
  expect(new URL(kommo.url()).pathname).toBe('/oauth/');
});

test('the same button can be used again', async ({ visit, openConsent, page, site }) => {
  await visit(ELEMENT('data-client-id="shop"'));
  await deny(await openConsent());
  await expect(page.locator('crm-oauth-button')).toHaveJSProperty('status', 'denied');
  await allow(await openConsent());
  await page.waitForURL(`${site.url}/callback?**`);
});
