import { createHash } from 'node:crypto';
import type { Frame, Page } from '@playwright/test';
import type { AuthorizationResponse } from '../../src/consent.js';
import { expect, type Seen, test as base } from './fixtures.js';

interface Fixtures {
  /** Visits a page whose button has these attributes, and whose redirect page is `html`. */
  visitShop: (options?: { attributes?: string; rest?: string; html?: string }) => Promise<void>;
  /** The outcomes that the page has seen since it loaded; none while it is on its way. */
  outcomes: () => Promise<Seen[]>;
}

const CALLBACK = '<script src="/cdn/callback.js"></script>';
const COMPLETE = `<script type="module">
  import { completeAuthorization } from '/dist/callback.js';
  document.title = JSON.stringify(completeAuthorization() ?? 'nothing');
</script>`;

const test = base.extend<Fixtures>({
  visitShop: ({ visit, site }, use) =>
    use(({ attributes = '', rest = '', html = CALLBACK } = {}) => {
      const redirectUri = site.page('/back', html);
      return visit(
        `<script src="/cdn/button.js"></script>
        <crm-oauth-button mode="redirect" server="SANDBOX" name="Shop" redirect_uri="${redirectUri}"
          secrets_uri="${site.url}/secrets" ${attributes}></crm-oauth-button>${rest}`,
        '/shop',
      );
    }),

  outcomes: ({ seen }, use) =>
    use(async () => (await seen().catch(() => [])).filter(([what]) => /success|error/.test(what))),
});

/** Presses the button and answers on the CRM's page, which has taken the page's place. */
async function connect(page: Page, answer: 'allow' | 'deny' = 'allow'): Promise<void> {
  await page.locator('crm-oauth-button').first().click();
  await page.locator(`button[value="${answer}"]`).click();
}

const SUCCESS = ['crm-oauth-success', expect.objectContaining({ referer: 'acme.kommo.com', url: undefined })];

test('the CRM is asked as its own samples ask with the whole page', async ({ visitShop, page, sandbox }) => {
  await visitShop();
  await page.locator('crm-oauth-button').click();
  await page.waitForURL(`${sandbox.url}/**`);
  const query = new URL(page.url()).searchParams;
  expect(query.get('mode')).toBe('post_message');
  expect(query.has('origin')).toBe(false);
});

for (const [answer, status] of [
  ['allow', 'authorized'],
  ['deny', 'denied'],
] as const) {
  test(`${answer}: a listener at the end of the page hears it once, and the page stays`, async ({
    visitShop,
    page,
    site,
    outcomes,
  }) => {
    const rest = `<script>addEventListener('crm-oauth-success', () => (document.title = 'Heard'));
      addEventListener('crm-oauth-error', () => (document.title = 'Heard'));</script>`;
    await visitShop({ rest, attributes: 'error-callback="onRefusal"' });
    await connect(page, answer);
    await page.waitForURL(`${site.url}/shop`);
    await expect(page).toHaveTitle('Heard');
    await expect(page.locator('crm-oauth-button')).toHaveJSProperty('status', status);
    const expected =
      answer === 'allow' ? SUCCESS : ['crm-oauth-error', expect.objectContaining({ code: 'access_denied' })];
    expect(await outcomes()).toEqual([expected]);

    await page.reload();
    await page.waitForTimeout(300);
    expect(await outcomes(), 'once').toEqual([]);
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
  });
}

test('a refusal reaches the error callback of the page that was left', async ({
  visitShop,
  page,
  site,
  seen,
}) => {
  await visitShop({ attributes: 'error-callback="onRefusal"' });
  await connect(page, 'deny');
  await page.waitForURL(`${site.url}/shop`);
  await expect.poll(seen).toContainEqual(['onRefusal', expect.objectContaining({ error: 'access_denied' })]);
});

test('one of two buttons that could have asked hears it', async ({ visitShop, page, site, outcomes }) => {
  const rest =
    '<script>document.body.append(document.querySelector("crm-oauth-button").cloneNode())</script>';
  await visitShop({ rest });
  await connect(page);
  await page.waitForURL(`${site.url}/shop`);
  await expect.poll(outcomes).toEqual([SUCCESS]);
});

test('a marker of the drop-in script hears it as well', async ({ visit, page, site, outcomes }) => {
  const redirectUri = site.page('/back', CALLBACK);
  await visit(
    `<script class="kommo_oauth" src="/cdn/button.js" data-mode="redirect" data-server="SANDBOX" data-name="Shop"
      data-redirect_uri="${redirectUri}" data-secrets_uri="${site.url}/secrets"></script>`,
    '/shop',
  );
  await connect(page);
  await page.waitForURL(`${site.url}/shop`);
  await expect.poll(outcomes).toEqual([SUCCESS]);
});

for (const fragment of ['', '#crm']) {
  test(`the redirect page may be the page with the button${fragment && ' and a fragment'}`, async ({
    visitShop,
    page,
    site,
    outcomes,
  }) => {
    const own = `<script src="/cdn/button.js"></script>
      <crm-oauth-button mode="redirect" server="SANDBOX" name="Shop" redirect_uri="${site.url}/back"
        secrets_uri="${site.url}/secrets"></crm-oauth-button>${CALLBACK}`;
    await visitShop({ html: own, attributes: `return-to="/back${fragment}"` });
    await connect(page);
    await page.waitForURL(`${site.url}/back${fragment}`);
    await expect.poll(outcomes).toEqual([SUCCESS]);
  });
}

test('the next page learns neither the code nor the state from the URL it came from', async ({
  visitShop,
  page,
  site,
  outcomes,
}) => {
  await visitShop();
  await connect(page);
  await expect.poll(outcomes).toEqual([SUCCESS]);
  expect(await page.evaluate(() => document.referrer)).toBe(`${site.url}/back`);
});

test('in popup mode the page goes on to the redirect URI, as after a window', async ({
  visitShop,
  page,
  site,
}) => {
  await visitShop({
    html: `${CALLBACK}${COMPLETE}`,
    attributes: 'data-mode="popup" fallback="redirect"',
    rest: '<script>window.open = () => null</script>',
  });
  await connect(page);
  await expect(page).toHaveTitle(/"code":"/);
  expect(new URL(page.url()).pathname).toBe('/back');
  expect(page.url()).toBe(`${site.url}/back`);
});

test('RingCentral’s verifier comes back with the response', async ({
  visit,
  page,
  site,
  sandbox,
  outcomes,
}) => {
  const redirectUri = site.page('/back', CALLBACK);
  await visit(
    `<script type="module" src="/dist/index.js"></script>
    <crm-oauth-button mode="redirect" provider="ringcentral" client-id="phone" redirect_uri="${redirectUri}"
      server="SANDBOX/ringcentral"></crm-oauth-button>`,
    '/shop',
  );
  await connect(page);
  await page.waitForURL(`${site.url}/shop`);
  await expect.poll(outcomes).toHaveLength(1);
  const [[, response]] = (await outcomes()) as [[string, AuthorizationResponse]];
  const challenge = createHash('sha256').update(response.codeVerifier!).digest('base64url');
  const [asked] = sandbox.requests.filter(({ endpoint }) => endpoint === 'authorization');
  expect(asked!.params.get('code_challenge')).toBe(challenge);
});

test.describe('authorizeWithRedirect()', () => {
  const HEADLESS = `<script type="module">
    import { authorizeWithRedirect, kommo } from '/dist/consent.js';
    import { completeAuthorization } from '/dist/callback.js';
    const response = completeAuthorization();
    if (response) document.title = JSON.stringify(response);
    const request = kommo({
      name: 'Shop', redirectUri: location.origin + '/back', secretsUri: location.origin + '/secrets', server: 'SANDBOX',
    });
    document.querySelector('#own').onclick = () =>
      authorizeWithRedirect(request, { returnTo: '/shop?tab=crm', appState: { cart: [7] } });
  </script><button id="own">Connect</button>`;
  const RESPONSE = {
    code: expect.stringMatching(/.{16}/),
    referer: 'acme.kommo.com',
    appState: { cart: [7] },
  };

  for (const [where, html] of [
    ['the redirect page', COMPLETE],
    ['the page to come back to', CALLBACK],
  ] as const) {
    test(`is completed on ${where}`, async ({ visit, page, site }) => {
      site.page('/back', html);
      await visit(HEADLESS, '/shop');
      await page.locator('#own').click();
      await page.locator('button[value="allow"]').click();
      await expect(page).toHaveTitle(/"code"/);
      expect(JSON.parse(await page.title())).toMatchObject({
        ...RESPONSE,
        returnTo: `${site.url}/shop?tab=crm`,
      });
      expect(page.url()).toBe(html === COMPLETE ? `${site.url}/back` : `${site.url}/shop?tab=crm`);
    });
  }
});

test('the link in place of a blocked window may go to a tab of its own, and comes back there', async ({
  visitShop,
  page,
  context,
  site,
}) => {
  await visitShop({
    attributes: 'data-mode="post_message"',
    rest: '<script>window.open = () => null</script>',
  });
  await page.locator('crm-oauth-button').click();
  const opened = context.waitForEvent('page');
  await page.locator('crm-oauth-button a').click({ modifiers: ['ControlOrMeta'] });
  const tab = await opened;
  await tab.locator('button[value="allow"]').click();
  await tab.waitForURL(`${site.url}/shop`);
  await expect(tab.locator('crm-oauth-button')).toHaveJSProperty('status', 'authorized');
});

test.describe('in a frame', () => {
  /** Puts the shop into a frame, and gives that. */
  const frameShop = async (
    page: Page,
    site: { url: string; page: (path: string, html: string) => string },
    host: string,
  ): Promise<Frame> => {
    site.page('/around', `<iframe src="${site.url}/shop" width="400" height="300"></iframe>`);
    await page.goto(`${site.url.replace('localhost', host)}/around`);
    const frame = page.frames()[1]!;
    await frame.locator('crm-oauth-button button').waitFor();
    return frame;
  };

  test('of its own origin, the whole page goes and comes back, and the button in the frame hears it', async ({
    visitShop,
    page,
    site,
  }) => {
    await visitShop();
    const frame = await frameShop(page, site, 'localhost');
    await frame.locator('crm-oauth-button').click();
    await page.locator('button[value="allow"]').click();
    await page.waitForURL(`${site.url}/around`);
    await expect(page.frames()[1]!.locator('crm-oauth-button')).toHaveJSProperty('status', 'authorized');
  });

  test('of another site, the page around it stays where it is: a link opens a window, and the frame hears it', async ({
    visitShop,
    page,
    context,
    site,
  }) => {
    await visitShop();
    const frame = await frameShop(page, site, '127.0.0.1');
    const around = page.url();
    const button = frame.locator('crm-oauth-button');
    await button.locator('button').click();
    await expect(button).toHaveJSProperty('status', 'blocked');
    const link = button.locator('a');
    await expect(link).toHaveAttribute('target', '_blank');
    await expect(link).toHaveText('Open in a new tab');
    const opened = context.waitForEvent('page');
    await link.click();
    const popup = await opened;
    const gone = popup.waitForEvent('close');
    await popup.locator('button[value="allow"]').click();
    await gone;
    await expect(button).toHaveJSProperty('status', 'authorized');
    expect(page.url()).toBe(around);
    expect(frame.url()).toBe(`${site.url}/shop`);
    expect(context.pages()).toHaveLength(1);
  });

  test('of another site that gets no window, the link opens a tab', async ({
    visitShop,
    page,
    context,
    site,
  }) => {
    await visitShop({ rest: '<script>window.open = () => null</script>' });
    const frame = await frameShop(page, site, '127.0.0.1');
    const button = frame.locator('crm-oauth-button');
    await button.locator('button').click();
    const opened = context.waitForEvent('page');
    await button.locator('a').click();
    const tab = await opened;
    await tab.locator('button[value="allow"]').waitFor();
    expect(await tab.evaluate(() => window.opener as unknown)).toBe(null);
    await expect(button).toHaveJSProperty('status', 'blocked');
  });

  test('of another site, a window works', async ({ visitShop, page, context, site }) => {
    await visitShop({ attributes: 'data-mode="post_message"' });
    const frame = await frameShop(page, site, '127.0.0.1');
    const opened = context.waitForEvent('page');
    await frame.locator('crm-oauth-button button').click();
    const popup = await opened;
    await popup.locator('button[value="allow"]').click();
    await expect(frame.locator('crm-oauth-button')).toHaveJSProperty('status', 'authorized');
  });

  test('of another site, a redirect page of the site around it relays the response', async ({
    visit,
    page,
    context,
    site,
  }) => {
    const other = site.url.replace('localhost', '127.0.0.1');
    site.page('/relay', `<script src="/cdn/callback.js" data-target-origin="${site.url}"></script>`);
    await visit(
      `<script src="/cdn/button.js"></script>
      <crm-oauth-button mode="post_message" server="SANDBOX" name="Shop" redirect_uri="${other}/relay"
        secrets_uri="${other}/secrets" allowed-origins="${other}"></crm-oauth-button>`,
      '/shop',
    );
    const frame = await frameShop(page, site, '127.0.0.1');
    const opened = context.waitForEvent('page');
    await frame.locator('crm-oauth-button button').click();
    const popup = await opened;
    const gone = popup.waitForEvent('close');
    await popup.locator('button[value="allow"]').click();
    await gone;
    await expect(frame.locator('crm-oauth-button')).toHaveJSProperty('status', 'authorized');
  });
});
