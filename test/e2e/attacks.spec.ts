import type { BrowserContext, Frame, Page } from '@playwright/test';
import { expect, test as base } from './fixtures.js';

const CRM = 'https://www.kommo.com';
const STARTED = [
  ['crm-oauth-start', expect.anything()],
  ['crm-oauth-statuschange', 'waiting'],
];

interface Fixtures {
  /** Plays every host except this machine: blank pages from which the tests post. */
  hosts: undefined;
  /** Posts to the page with the button and waits until everything has arrived there. */
  post: (from: Page | Frame, ...messages: unknown[]) => Promise<void>;
  /** Expects that the page with the button has reported nothing since the attempt began, and has not navigated. */
  expectNothing: () => Promise<void>;
}

const test = base.extend<Fixtures>({
  hosts: [
    async ({ context }, use) => {
      await context.route(
        ({ hostname }) => !/^(localhost|127\.0\.0\.1)$/.test(hostname),
        (route) => {
          const isOpaque = route.request().url().includes('opaque');
          const headers = isOpaque ? { 'Content-Security-Policy': 'sandbox allow-scripts' } : {};
          return route.fulfill({
            contentType: 'text/html',
            headers,
            body: '<!doctype html><title>A page</title>',
          });
        },
      );
      await use(undefined);
    },
    { auto: true },
  ],

  post: async ({ page }, use) => {
    await page.addInitScript(() => {
      let arrived = 0;
      Object.defineProperty(window, 'arrived', { get: () => arrived });
      addEventListener('message', () => (arrived += 1));
    });
    const arrived = (): Promise<number> =>
      page.evaluate(() => (window as unknown as { arrived: number }).arrived);
    await use(async (from, ...messages) => {
      const before = await arrived();
      await from.evaluate((posted) => {
        const target = (top!.opener ?? top) as Window;
        for (const message of posted) target.postMessage(message, '*');
      }, messages);
      await expect.poll(arrived).toBe(before + messages.length);
    });
  },

  expectNothing: ({ page, site, seen }, use) =>
    use(async () => {
      // Long enough for any navigation or promise that one of the messages has started.
      await page.waitForTimeout(100);
      expect(await seen()).toEqual(STARTED);
      expect(page.url()).toBe(`${site.url}/`);
    }),
});

const button = (mode: string, more = ''): string =>
  `<script src="/cdn/button.js"></script><crm-oauth-button client-id="shop" mode="${mode}" ${more}></crm-oauth-button>`;

const stateOf = (consent: Page): string => new URL(consent.url()).searchParams.get('state')!;

/** Every message that would settle an attempt with this state if it came from the right window. */
const shapes = (state: string): object[] => [
  { url: `https://shop.example/callback?code=stolen&state=${state}` },
  { url: `https://shop.example/callback?error=access_denied&state=${state}` },
  { client_id: 'shop', error: 'access_denied' },
  { type: 'authorization_response', response: { code: 'stolen', state } },
  { type: 'authorization_response', response: { error: 'access_denied', state } },
  { error: 'access_denied' },
  { status: 'ok' },
  {},
  [],
];

/** Adds a frame and gives it once it has loaded. */
async function addFrame(to: Page, url: string, sandbox?: string): Promise<Frame> {
  const loaded = to.waitForEvent(
    'framenavigated',
    (frame) => frame !== to.mainFrame() && frame.url() === url,
  );
  await to.evaluate(
    ([src, flags]) => {
      const frame = document.createElement('iframe');
      if (flags) frame.setAttribute('sandbox', flags);
      frame.src = src!;
      document.body.append(frame);
    },
    [url, sandbox],
  );
  return loaded;
}

/** Opens a window from the page, outside any attempt. */
async function addWindow(page: Page, context: BrowserContext, url: string): Promise<Page> {
  const opened = context.waitForEvent('page');
  await page.evaluate((href) => void open(href), url);
  const popup = await opened;
  await popup.waitForLoadState();
  return popup;
}

/** By a script, as a link would: what is typed into the address bar cuts the tie to the opener. */
async function wander(consent: Page, url: string): Promise<Page> {
  await consent.evaluate((href) => location.assign(href), url);
  await consent.waitForURL(url);
  return consent;
}

interface Scene {
  readonly page: Page;
  readonly consent: Page;
  readonly context: BrowserContext;
  readonly site: string;
}

/** The senders: everything except the attempt's own window at an allowed origin. */
const attackers: Readonly<Record<string, (scene: Scene) => Promise<Page | Frame>>> = {
  'a foreign frame': ({ page }) => addFrame(page, 'https://evil.example/'),
  'a frame from the CRM': ({ page }) => addFrame(page, `${CRM}/`),
  'a frame from the page’s own origin': ({ page, site }) => addFrame(page, `${site}/callback`),
  'a frame without an origin': ({ page, site }) => addFrame(page, `${site}/callback?opaque`, 'allow-scripts'),
  'a frame inside the consent window': ({ consent }) => addFrame(consent, `${CRM}/frame`),
  'a foreign frame inside the consent window': ({ consent }) => addFrame(consent, 'https://evil.example/'),
  'another window from the CRM': ({ page, context }) => addWindow(page, context, `${CRM}/`),
  'another window from the page’s own origin': ({ page, context, site }) =>
    addWindow(page, context, `${site}/callback`),
  'the page itself': ({ page }) => Promise.resolve(page),
  'the consent window at a foreign origin': ({ consent }) => wander(consent, 'https://evil.example/'),
  'the consent window at a host that ends like the CRM': ({ consent }) =>
    wander(consent, 'https://evilkommo.com/'),
  'the consent window at a host that begins like the CRM': ({ consent }) =>
    wander(consent, 'https://www.kommo.com.evil.example/'),
  'the consent window at the CRM without https': ({ consent }) => wander(consent, 'http://www.kommo.com/'),
  'the consent window at another port of the CRM': ({ consent }) =>
    wander(consent, 'https://www.kommo.com:8443/'),
  'the consent window without an origin': ({ consent }) => wander(consent, `${CRM}/opaque`),
  'the consent window at the page’s host under another name': ({ consent, site }) =>
    wander(consent, `${site.replace('localhost', '127.0.0.1')}/callback`),
};

// In post_message mode every message that counts in popup mode counts too, and more.
test.describe('nothing settles that is said by', () => {
  for (const [who, attacker] of Object.entries(attackers)) {
    test(who, async ({ visit, openConsent, post, expectNothing, page, context, site, seen }) => {
      await visit(button('post_message', 'allowed-origins="https://shop.example"'));
      const consent = await openConsent();
      const state = stateOf(consent);
      await post(await attacker({ page, consent, context, site: site.url }), ...shapes(state));
      await expectNothing();

      // The attempt is still under way: the same messages count from the right window and origin.
      await wander(consent, `${CRM}/oauth/`);
      await post(consent, { client_id: 'shop', error: 'access_denied' });
      await expect.poll(seen).toContainEqual(['crm-oauth-statuschange', 'denied']);
    });
  }
});

test('the consent window cannot send the page to what is no redirect of ours', async ({
  visit,
  openConsent,
  post,
  expectNothing,
  page,
}) => {
  await visit(button('popup'));
  const consent = await openConsent();
  const query = `?code=c&state=${stateOf(consent)}`;
  const urls = [
    `javascript:document.title='stolen'//${query}`,
    `JAVASCRIPT:document.title='stolen'//${query}`,
    ` \tjavascript:document.title='stolen'//${query}`,
    `data:text/html,<script>opener.document.title='stolen'</script>${query}`,
    `blob:https://shop.example/1${query}`,
    `file:///etc/passwd${query}`,
    `//evil.example/${query}`,
    `/callback${query}`,
    `https://user:secret@shop.example/${query}`,
    `https://shop.example@evil.example/${query}`,
    'https://evil.example/',
    'https://evil.example/?code=c',
    'https://evil.example/?code=c&state=',
    `https://evil.example/?code=c&state=${stateOf(consent)}x`,
    `https://evil.example/#code=c&state=${stateOf(consent)}`,
  ];
  await post(consent, ...urls.map((url) => ({ url })));
  await expectNothing();
  expect(await page.title()).toBe('Shop');
});

test('the consent window cannot send the page past the redirect URI that it was given', async ({
  visit,
  openConsent,
  post,
  expectNothing,
}) => {
  const metadata =
    'name="Shop" redirect_uri="https://shop.example/callback?shop=1" secrets_uri="https://shop.example/secrets"';
  await visit(button('popup', metadata).replace('client-id="shop"', ''));
  const consent = await openConsent();
  const query = `code=c&state=${stateOf(consent)}`;
  const urls = [
    `http://shop.example/callback?${query}`,
    `https://shop.example/logout?${query}`,
    `https://shop.example/callback/../logout?${query}`,
    `https://evil.example/callback?${query}`,
    `https://shop.example/callback?${query}&state=other`,
    `https://shop.example/callback?code=other&${query}`,
  ];
  await post(consent, ...urls.map((url) => ({ url })));
  await expectNothing();
});

test('no function of the browser is an error callback, and no list is a refusal', async ({
  visit,
  openConsent,
  post,
  expectNothing,
  page,
}) => {
  await visit(button('popup', 'error-callback="setTimeout"'));
  const warnings: string[] = [];
  page.on('console', (message) => warnings.push(message.text()));
  const consent = await openConsent();
  await consent.evaluate(() => {
    const code = ['document.title = "stolen"'];
    (opener as Window).postMessage(Object.assign(code, { client_id: 'shop', error: 'access_denied' }), '*');
  });
  await expectNothing();
  await post(consent, { client_id: 'shop', error: 'access_denied', toString: 'document.title = "stolen"' });
  await expect(page.locator('crm-oauth-button')).toHaveJSProperty('status', 'denied');
  await page.waitForTimeout(100);
  expect(await page.title()).toBe('Shop');
  expect(warnings).toEqual([expect.stringContaining('no global function "setTimeout"')]);
});

test('markup that is called like a function of the document does not keep the button waiting', async ({
  visit,
  openConsent,
  page,
}) => {
  await visit(`${button('popup')}<img name="hasFocus"><form name="URL"></form>`);
  expect(await page.evaluate(() => typeof document.hasFocus), 'the page is in its way').not.toBe('function');
  const consent = await openConsent();
  expect(new URL(consent.url()).searchParams.get('origin')).toBe(page.url());
  await consent.close();
  // Playwright’s own assertions about elements ask the document as well.
  const status = (): Promise<string> =>
    page.evaluate(() => document.querySelector('crm-oauth-button')!.status);
  await expect.poll(status).toBe('idle');
});

test('messages of other libraries are left alone', async ({
  visit,
  openConsent,
  post,
  expectNothing,
  page,
  site,
}) => {
  await visit(button('post_message'));
  const consent = await openConsent();
  const others = [
    { source: 'react-devtools-bridge', payload: { event: 'error' } },
    { source: '@devtools-page', payload: {} },
    { type: 'webpackOk' },
    'webpackHotUpdate0123456789',
    '[iFrameSizer]message:0:0:0:init',
    { type: 'rc-adapter-syncPresence', error: 'none' },
    { type: 'rc-login-popup-notify', url: 'https://shop.example/?code=c' },
    { event: 'infoDelivery', info: {}, id: 1 },
    { wappalyzer: {} },
  ];
  await post(page, ...others);
  await post(await addFrame(page, `${site.url}/callback`), ...others);
  await post(consent, ...others.filter((message) => typeof message === 'string' || !('error' in message)));
  await expectNothing();
});

test('a settled attempt’s messages mean nothing to the next one', async ({
  visit,
  openConsent,
  post,
  seen,
  page,
  site,
}) => {
  await visit(button('popup'));
  const first = await openConsent();
  const replayed = shapes(stateOf(first)).slice(0, 2);
  await post(first, { client_id: 'shop', error: 'access_denied' });
  await expect.poll(seen).toContainEqual(['crm-oauth-statuschange', 'denied']);
  const second = await openConsent();
  expect(stateOf(second)).not.toBe(stateOf(first));
  const before = await seen();
  await post(second, ...replayed);
  await page.waitForTimeout(100);
  expect(await seen()).toEqual(before);
  expect(page.url()).toBe(`${site.url}/`);
});

test('only the first of many answers counts', async ({ visit, openConsent, post, seen, page }) => {
  await visit(button('popup'));
  await page.evaluate(() => addEventListener('crm-oauth-success', (event) => event.preventDefault()));
  const consent = await openConsent();
  const [allowed] = shapes(stateOf(consent));
  await post(consent, allowed, allowed, { client_id: 'shop', error: 'access_denied' });
  await expect.poll(seen).toContainEqual(['crm-oauth-statuschange', 'authorized']);
  await page.waitForTimeout(100);
  const told = (await seen()).map(([what]) => what);
  expect(told.filter((what) => /success|error|onRefusal/.test(what))).toEqual(['crm-oauth-success']);
});

test('two attempts with one client id do not hear each other’s windows', async ({
  visit,
  openConsent,
  post,
  page,
}) => {
  await visit(
    `<script src="/cdn/button.js"></script>
    ${['a', 'b'].map((id) => `<crm-oauth-button id="${id}" client-id="shop"></crm-oauth-button>`).join('')}`,
  );
  const [a, b] = [await openConsent('#a'), await openConsent('#b')];
  await post(a, ...shapes(stateOf(b)).slice(0, 2));
  await post(b, ...shapes(stateOf(a)).slice(0, 2));
  await page.waitForTimeout(100);
  await expect(page.locator('#a')).toHaveJSProperty('status', 'waiting');
  await expect(page.locator('#b')).toHaveJSProperty('status', 'waiting');
  await post(b, { client_id: 'shop', error: 'access_denied' });
  await expect(page.locator('#b')).toHaveJSProperty('status', 'denied');
  await expect(page.locator('#a')).toHaveJSProperty('status', 'waiting');
  await expect.poll(() => [a.isClosed(), b.isClosed()]).toEqual([false, true]);
});

test('a report over BroadcastChannel and storage counts with the attempt’s state alone', async ({
  visit,
  openConsent,
  expectNothing,
  seen,
  context,
  site,
}) => {
  await visit(button('popup'));
  const state = stateOf(await openConsent());
  const other = await context.newPage();
  await other.goto(`${site.url}/callback`);
  const report = (name: string, response: object): Promise<void> =>
    other.evaluate(
      ([channelName, text]) => {
        new BroadcastChannel(channelName).postMessage(JSON.parse(text));
        localStorage.setItem(channelName, text);
      },
      [name, JSON.stringify({ type: 'authorization_response', response })] as const,
    );
  await report('crm-oauth:', { code: 'stolen', state });
  await report('crm-oauth:other', { code: 'stolen', state: 'other' });
  await report(`crm-oauth:${state}`, { code: 'stolen', state: 'other' });
  await report(`crm-oauth:${state}`, { code: 'stolen' });
  await report(`crm-oauth:${state}`, { state });
  await expectNothing();
  await report(`crm-oauth:${state}`, { error: 'access_denied', state });
  await expect.poll(seen).toContainEqual(['crm-oauth-statuschange', 'denied']);
});
