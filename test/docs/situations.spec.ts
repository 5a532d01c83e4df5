import type { FrameLocator, Page } from '@playwright/test';
import { Client, createHandler, MemoryStore } from '../../src/server.js';
import { readBlocks } from '../helpers/documents.js';
import { allow, answerInPlace, CODE, deny, expect, test } from './fixtures.js';

const DOCUMENT = 'docs/situations.md';
const OUTCOMES = [
  ['allow', CODE],
  ['deny', 'access_denied'],
] as const;

/** Answers in a window. */
const answer = { allow, deny };

/** Clicks and gives the window or tab that opens. */
async function open(page: Page, inside: Page | FrameLocator, role: 'button' | 'link'): Promise<Page> {
  const opened = page.context().waitForEvent('page');
  await inside.getByRole(role).first().click();
  const popup = await opened;
  await popup.waitForLoadState();
  return popup;
}

/** Refuses windows, as in-app browsers do. */
const refuseWindows = (page: Page) => page.addInitScript(() => Object.assign(window, { open: () => null }));

test('every block of code is a page of a section that is tested here', () => {
  const blocks = readBlocks(DOCUMENT).filter(({ language }) => language !== 'http');
  expect(blocks.filter(({ info }) => !info.startsWith('page=https://'))).toEqual([]);
  expect([...new Set(blocks.map(({ section }) => section))]).toEqual([
    '',
    'On a phone',
    'Inside an app',
    'In a frame',
    'Without a server',
    'With states from your server',
    'Connected only when your server says so',
    'After a connection was lost',
    'A button of your own',
  ]);
});

test.describe('On a phone', () => {
  test.beforeEach(({ follow }) => follow(DOCUMENT, 'On a phone'));

  for (const [decision, shown] of OUTCOMES) {
    test.describe('with a finger', () => {
      test.use({ hasTouch: true, isMobile: true });

      test(`the page goes and comes back: ${decision}`, async ({ page, context }) => {
        await page.goto('https://shop.example/phone');
        await page.getByRole('button').click();
        await answerInPlace(page, decision);
        await expect(page.locator('output')).toHaveText(shown);
        expect(page.url()).toBe('https://shop.example/phone');
        expect(context.pages()).toHaveLength(1);
      });
    });

    test(`with a mouse, a window opens: ${decision}`, async ({ page }) => {
      await page.goto('https://shop.example/phone');
      await answer[decision](await open(page, page, 'button'));
      await expect(page.locator('output')).toHaveText(shown);
    });
  }
});

test.describe('Inside an app', () => {
  test.beforeEach(({ follow }) => follow(DOCUMENT, 'Inside an app'));

  for (const [decision, shown] of OUTCOMES) {
    test(`the click takes the page along: ${decision}`, async ({ page, context }) => {
      await refuseWindows(page);
      await page.goto('https://shop.example/in-app');
      await page.getByRole('button').click();
      await answerInPlace(page, decision);
      await expect(page.locator('output')).toHaveText(shown);
      expect(page.url()).toBe('https://shop.example/in-app');
      expect(context.pages()).toHaveLength(1);
    });
  }

  test('where a window opens, it is used', async ({ page }) => {
    await page.goto('https://shop.example/in-app');
    await allow(await open(page, page, 'button'));
    await expect(page.locator('output')).toHaveText(CODE);
  });

  test('without fallback, there is a link', async ({ page }) => {
    await refuseWindows(page);
    await page.goto('https://shop.example/in-app');
    await page.locator('crm-oauth-button').evaluate((button) => button.removeAttribute('fallback'));
    await page.getByRole('button').click();
    await expect(page.locator('output')).toHaveText('popup_blocked');
    await page.getByRole('link').click();
    await answerInPlace(page, 'allow');
    await expect(page.locator('output')).toHaveText(CODE);
    expect(page.url()).toBe('https://shop.example/in-app');
  });

  test('another tab comes back as well, another browser does not', async ({ page, context, browser }) => {
    await refuseWindows(page);
    await page.goto('https://shop.example/in-app');
    await page.getByRole('button').click();
    await page.waitForURL('https://www.kommo.com/**');
    const tab = await context.newPage();
    await tab.goto(page.url());
    const arrives = tab.waitForRequest('https://shop.example/callback?**');
    await answerInPlace(tab, 'allow');
    const response = (await arrives).url();
    await expect(tab.locator('output')).toHaveText(CODE);

    const other = await browser.newContext();
    const script = { path: 'cdn/callback.js', contentType: 'text/javascript' };
    await other.route('https://shop.example/callback?**', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<script src="/assets/callback.js"></script>' }),
    );
    await other.route('https://shop.example/assets/*', (route) => route.fulfill(script));
    const elsewhere = await other.newPage();
    await elsewhere.goto(response);
    expect(elsewhere.url()).toBe(response);
    await other.close();
  });
});

test.describe('In a frame', () => {
  test.beforeEach(({ follow }) => follow(DOCUMENT, 'In a frame'));

  for (const [decision, shown] of OUTCOMES) {
    test(`a window reports to the frame: ${decision}`, async ({ page }) => {
      await page.goto('https://site.example/');
      const frame = page.frameLocator('iframe');
      await answer[decision](await open(page, frame, 'button'));
      await expect(frame.locator('output')).toHaveText(shown);
      expect(page.url()).toBe('https://site.example/');
    });

    test(`a relay page on the site around it reports to the frame: ${decision}`, async ({ page }) => {
      await page.goto('https://site.example/');
      await page.frames()[1]!.goto('https://widget.example/relayed');
      const frame = page.frameLocator('iframe');
      const popup = await open(page, frame, 'button');
      const requests: string[] = [];
      popup.on('request', (request) => requests.push(request.url().split('?')[0]!));
      await answer[decision](popup);
      await expect(frame.locator('output')).toHaveText(shown);
      // The consent page itself reports a refusal.
      expect(requests.includes('https://site.example/relay')).toBe(decision === 'allow');
    });
  }

  test('a relay page that names no origin, or another one, reports nothing', async ({ page, serve }) => {
    serve('https://site.example/relay', () => ({
      headers: { 'content-type': 'text/html' },
      body: '<script src="/assets/callback.js"></script>',
    }));
    await page.goto('https://site.example/');
    await page.frames()[1]!.goto('https://widget.example/relayed');
    const frame = page.frameLocator('iframe');
    await allow(await open(page, frame, 'button'));
    await expect(frame.locator('output')).toHaveText('popup_closed');
  });

  test('a redirect does not leave, and the link opens a window', async ({ page }) => {
    await page.goto('https://site.example/');
    const frame = page.frameLocator('iframe');
    await frame.locator('crm-oauth-button').evaluate((button) => button.setAttribute('mode', 'redirect'));
    await frame.getByRole('button').click();
    await expect(frame.locator('output')).toHaveText('popup_blocked');
    await allow(await open(page, frame, 'link'));
    await expect(frame.locator('output')).toHaveText(/.{16}/);
    expect(page.url()).toBe('https://site.example/');
  });

  test('without windows, the link opens a tab, and the response is left to the server', async ({ page }) => {
    await page.addInitScript(() => Object.assign(window, { open: () => null }));
    await page.goto('https://site.example/');
    const frame = page.frameLocator('iframe');
    await frame.getByRole('button').click();
    await expect(frame.locator('output')).toHaveText('popup_blocked');
    const tab = await open(page, frame, 'link');
    await answerInPlace(tab, 'allow');
    // What the frame has kept is out of the tab's reach.
    await expect(tab).toHaveURL(/^https:\/\/widget\.example\/callback\?(.*&)?code=/);
    expect(page.url()).toBe('https://site.example/');
  });

  test('a severed window cannot report to the frame', async ({ page, sandbox }) => {
    sandbox.behave({ coop: 'same-origin' });
    // Automated browsers always report the focus; in another window, the visitor has taken it along.
    await page.addInitScript(() => Object.assign(Document.prototype, { hasFocus: () => false }));
    await page.goto('https://site.example/');
    const frame = page.frameLocator('iframe');
    const popup = await open(page, frame, 'button');
    await popup.locator('button[value="allow"]').click();
    await expect(popup).toHaveURL(/^https:\/\/widget\.example\/callback/);
    // Longer than a report takes.
    await page.waitForTimeout(500);
    await expect(frame.locator('crm-oauth-button:state(detached)')).toBeAttached();
    await expect(frame.locator('output')).toHaveText('');
  });
});

test.describe('Without a server', () => {
  test.beforeEach(({ follow }) => follow(DOCUMENT, 'Without a server'));

  for (const [decision, shown] of [
    ['allow', 'bearer token, step 2'],
    ['deny', 'access_denied'],
  ] as const) {
    test(`the page gets the token: ${decision}`, async ({ page }) => {
      await page.goto('https://shop.example/calls');
      await page.getByRole('button').click();
      await answerInPlace(page, decision);
      await expect(page.locator('output')).toHaveText(shown);
      expect(page.url()).toBe('https://shop.example/calls');
      await page.reload();
      await expect(page.locator('output')).toHaveText('');
    });
  }
});

test.describe('With states from your server', () => {
  test.beforeEach(({ follow }) => follow(DOCUMENT, 'With states from your server'));

  for (const when of ['before the click', 'after it']) {
    test(`a handler knows its state ${when}`, async ({ page, serve, sandbox }) => {
      const redirectUri = 'https://shop.example/crm/callback/kommo';
      const crm = createHandler({
        clients: [new Client({ clientId: 'server', clientSecret: 'server-secret', redirectUri })],
        store: new MemoryStore(),
        userOf: () => 'me',
        server: sandbox.url,
      });
      let release!: () => void;
      const released = new Promise<void>((resolve) => (release = resolve));
      let asked = 0;
      serve('https://shop.example/crm', async (request) => {
        if (new URL(request.url()).pathname === '/crm/state') {
          asked += 1;
          await released;
        }
        const answered = await crm(new Request(request.url(), { headers: await request.allHeaders() }));
        return {
          status: answered.status,
          headers: Object.fromEntries(answered.headers),
          body: await answered.text(),
        };
      });
      await page.goto('https://shop.example/connect');
      await expect.poll(() => asked).toBe(1);
      if (when === 'before the click') release();
      const popup = page.context().waitForEvent('page');
      await page.getByRole('button').click();
      const consent = await popup;
      if (when === 'after it') expect(consent.url()).toBe('about:blank');
      release();
      await consent.waitForURL('https://www.kommo.com/**');
      await allow(consent);
      await expect.poll(() => crm.connections('me')).toMatchObject([{ host: 'acme.kommo.com' }]);
      await expect(page).toHaveURL('https://shop.example/connect');
    });
  }

  test('without a state, the window closes', async ({ page, context }) => {
    await page.goto('https://shop.example/connect');
    await page.evaluate(() =>
      document.body.addEventListener('crm-oauth-error', ({ error }) => (document.title = error.code)),
    );
    await page.getByRole('button').click();
    await expect(page).toHaveTitle('state_unavailable');
    await expect.poll(() => context.pages().length).toBe(1);
  });
});

test.describe('Connected only when your server says so', () => {
  test.beforeEach(({ follow }) => follow(DOCUMENT, 'Connected only when your server says so'));

  for (const [status, state, shown] of [
    [200, 'authorized', ''],
    [502, 'error', 'completion_failed: the server answered 502'],
  ] as const) {
    test(`the server answers ${status}`, async ({ page, serve }) => {
      let release!: () => void;
      const released = new Promise<void>((resolve) => (release = resolve));
      serve('https://shop.example/crm/connection', async (request) => {
        expect(request.postDataJSON()).toEqual({
          code: expect.stringMatching(CODE),
          state: expect.stringMatching(/^[\da-f]{32}$/),
          referer: 'acme.kommo.com',
        });
        await released;
        return { status };
      });
      await page.goto('https://shop.example/crm');
      const button = page.locator('crm-oauth-button');
      await allow(await open(page, page, 'button'));
      await expect(button.getByRole('button')).toHaveAttribute('aria-busy', 'true');
      await expect(page.locator('crm-oauth-button:state(authorized)')).toHaveCount(0);
      release();
      await expect(page.locator(`crm-oauth-button:state(${state})`)).toBeAttached();
      await expect(page.locator('output')).toHaveText(shown);
    });
  }
});

test.describe('After a connection was lost', () => {
  test.beforeEach(({ follow }) => follow(DOCUMENT, 'After a connection was lost'));

  for (const [decision, shown, caption] of [
    ['allow', CODE, 'Disconnect Kommo'],
    ['deny', 'access_denied', 'Reconnect Kommo'],
  ] as const) {
    test(`a click connects again: ${decision}`, async ({ page }) => {
      await page.goto('https://shop.example/lost');
      await expect(page.getByRole('button')).toHaveAccessibleName('Reconnect Kommo');
      await expect(page.getByText('The connection was lost.')).toBeVisible();
      await answer[decision](await open(page, page, 'button'));
      await expect(page.locator('output')).toHaveText(shown);
      await expect(page.getByRole('button')).toHaveAccessibleName(caption);
    });
  }
});

test.describe('A button of your own', () => {
  test.beforeEach(({ follow }) => follow(DOCUMENT, 'A button of your own'));

  for (const browser of ['knows the command', 'does not know the command'] as const) {
    test(`connects in a browser that ${browser}`, async ({ page, context }) => {
      if (browser !== 'knows the command') {
        await page.addInitScript(() => {
          Reflect.deleteProperty(HTMLButtonElement.prototype, 'commandForElement');
          addEventListener('command', (event) => event.stopImmediatePropagation(), true);
        });
      }
      await page.goto('https://shop.example/own');
      const opened = context.waitForEvent('page');
      await page.getByRole('button', { name: 'Connect the CRM' }).click();
      await allow(await opened);
      await expect(page.locator('output')).toHaveText(CODE);
      expect(context.pages()).toHaveLength(1);
    });
  }

  test('may stand for a hidden element', async ({ page }) => {
    await refuseWindows(page);
    await page.goto('https://shop.example/own');
    await page.locator('crm-oauth-button').evaluate((button) => {
      button.toggleAttribute('hidden');
      button.setAttribute('fallback', 'redirect');
    });
    await page.getByRole('button', { name: 'Connect the CRM' }).click();
    await answerInPlace(page, 'allow');
    await expect(page.locator('output')).toHaveText(CODE);
  });
});
