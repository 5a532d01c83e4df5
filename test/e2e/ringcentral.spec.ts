import type { FrameLocator, Page } from '@playwright/test';
import type { CrmOAuthButton } from '../../src/index.js';
import type { ServiceConnection } from '../../src/ringcentral.js';
import { allow, deny, expect, type Message, test as base, windows } from './ringcentral-fixtures.js';

interface HostWindow extends Window {
  button: CrmOAuthButton;
  connection: ServiceConnection;
  revoked: number;
  fails: boolean;
}

const FRAME = '<iframe id="rc-widget-adapter-frame" width="300" height="500" src="BASE/app.html"></iframe>';
const SERVICE = `{
  name: 'Kommo',
  unauthorizedTitle: 'Connect Kommo',
  authorizedTitle: 'Disconnect Kommo',
  authorizationLogo: 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg"/>',
  showAuthRedDot: true,
}`;

/** The page's button behind the widget's. */
const WITH_BUTTON = `
  <crm-oauth-button
    client-id="shop" mode="post_message" server="SANDBOX"
    unauthorized-title="Connect" authorized-title="Disconnect"
  ></crm-oauth-button>
  ${FRAME}
  <script type="module">
    import 'crm-oauth-button';
    import { connectThirdPartyService } from 'crm-oauth-button/ringcentral';

    const frame = document.querySelector('#rc-widget-adapter-frame');
    window.button = document.querySelector('crm-oauth-button');
    window.revoked = 0;
    const unauthorize = async () => {
      if (window.fails) throw new DOMException('Offline', 'NetworkError');
      revoked += 1;
    };
    window.connection = connectThirdPartyService(frame, { service: ${SERVICE}, authorize: button, unauthorize });
  </script>`;

/** The page's functions behind it. */
const WITH_FUNCTIONS = `
  ${FRAME}
  <script type="module">
    import { authorize, kommo } from 'crm-oauth-button/consent';
    import { connectThirdPartyService } from 'crm-oauth-button/ringcentral';

    const frame = document.querySelector('#rc-widget-adapter-frame');
    const request = kommo({ clientId: 'shop', mode: 'post_message', server: 'SANDBOX' });
    window.connection = connectThirdPartyService(frame, {
      service: ${SERVICE},
      authorize: (options) => authorize(request, options),
      unauthorize: () => undefined,
    });
  </script>`;

const test = base.extend<{ open: (html?: string) => Promise<void> }>({
  open: ({ openPage, widget }, use) =>
    use(async (html = WITH_BUTTON) => {
      await openPage(html);
      await expect(widget.getByRole('button', { name: 'Connect Kommo' })).toBeVisible();
    }),
});

const CONNECT = 'Connect Kommo';
const DISCONNECT = 'Disconnect Kommo';

const statusOf = (widget: FrameLocator) => widget.locator('#status');
const notices = (widget: FrameLocator) => widget.getByRole('log').getByRole('listitem');
const of = (messages: readonly Message[], type: string) =>
  messages.map(({ data }) => data).filter((data) => data.type === type);
const updates = (messages: readonly Message[]) => of(messages, 'rc-adapter-update-authorization-status');

/** The text of the widget's button and of the page's button. */
async function expectBoth(page: Page, widget: FrameLocator, authorized: boolean): Promise<void> {
  const button = page.locator('crm-oauth-button');
  await expect(widget.locator('#authorize')).toHaveText(authorized ? DISCONNECT : CONNECT);
  await expect(statusOf(widget)).toHaveText(authorized ? 'Connected as acme.kommo.com' : 'Disconnected');
  await expect(button.getByRole('button').first()).toHaveText(authorized ? 'Disconnect' : 'Connect');
  if (authorized) await expect(button).toContainText(/Connected as \u2068acme\.kommo\.com\u2069/);
  else await expect(button).not.toContainText('Connected as');
}

for (const [what, html] of Object.entries({ button: WITH_BUTTON, functions: WITH_FUNCTIONS })) {
  test(`a click in the frame connects, by the page’s ${what}`, async ({
    open,
    openByWidget,
    widget,
    messages,
    context,
  }) => {
    await open(html);
    await expect(widget.locator('#dot')).toBeVisible();
    await expect(widget.locator('#logo')).toBeVisible();
    await expect(statusOf(widget)).toHaveText('Disconnected');

    await allow(await openByWidget(CONNECT));
    await expect(statusOf(widget)).toHaveText('Connected as acme.kommo.com');
    await expect(widget.locator('#authorize')).toHaveText(DISCONNECT);
    await expect(widget.locator('#dot')).toBeHidden();
    expect(updates(messages)).toEqual([
      {
        type: 'rc-adapter-update-authorization-status',
        authorized: true,
        authorizedAccount: 'acme.kommo.com',
      },
    ]);
    expect(windows(context)).toBe(1);
  });
}

test('the page’s button and the widget’s always show the same', async ({
  open,
  openByWidget,
  openConsent,
  page,
  widget,
}) => {
  await open();
  await expectBoth(page, widget, false);
  await allow(await openByWidget(CONNECT));
  await expectBoth(page, widget, true);
  await widget.getByRole('button', { name: DISCONNECT }).click();
  await expectBoth(page, widget, false);
  await allow(await openConsent());
  await expectBoth(page, widget, true);
  await page.locator('crm-oauth-button').getByRole('button').click();
  await expectBoth(page, widget, false);
  await page.evaluate(() => {
    const { button } = window as unknown as HostWindow;
    Object.assign(button, { authorized: true, authorizedAccount: 'acme.kommo.com' });
  });
  await expectBoth(page, widget, true);
  expect(await page.evaluate(() => (window as unknown as HostWindow).revoked)).toBe(2);
});

test('a refusal is told in the widget, and another click asks again', async ({
  open,
  openByWidget,
  page,
  widget,
  messages,
}) => {
  await open();
  await deny(await openByWidget(CONNECT));
  await expect(notices(widget)).toContainText('Access was denied.');
  await expect(notices(widget)).toHaveClass(/warning/);
  await expect(page.locator('crm-oauth-button')).toContainText('Access was denied.');
  await expect(statusOf(widget)).toHaveText('Disconnected');
  await expect(widget.locator('#dot')).toBeVisible();
  expect(updates(messages)).toEqual([]);
  await allow(await openByWidget(CONNECT));
  await expectBoth(page, widget, true);
});

test('a failure to revoke is told in the widget, and both stay connected', async ({
  open,
  openByWidget,
  page,
  widget,
}) => {
  await open();
  await allow(await openByWidget(CONNECT));
  await page.evaluate(() => {
    Object.assign(window, { fails: true, reportError: () => undefined });
  });
  await widget.getByRole('button', { name: DISCONNECT }).click();
  await expect(notices(widget)).toContainText('Something went wrong.');
  await expect(notices(widget)).toHaveClass(/danger/);
  await expectBoth(page, widget, true);
});

test('a closed window changes nothing, and nothing is told', async ({
  open,
  openByWidget,
  page,
  widget,
  messages,
}) => {
  await open();
  const consent = await openByWidget(CONNECT);
  await expect(page.locator('crm-oauth-button')).toContainText('Finish in the other window.');
  await consent.close();
  await expect(page.locator('crm-oauth-button')).not.toContainText('Finish');
  await expectBoth(page, widget, false);
  expect(updates(messages)).toEqual([]);
  expect(of(messages, 'rc-adapter-message-request')).toEqual([]);
});

test('a second click opens no second window, and is acknowledged as well', async ({
  open,
  openByWidget,
  context,
  page,
  widget,
  messages,
}) => {
  await open();
  const consent = await openByWidget(CONNECT);
  await widget.getByRole('button', { name: CONNECT }).click();
  await expect.poll(() => of(messages, 'rc-post-message-response')).toHaveLength(2);
  const asked = of(messages, 'rc-post-message-request').map(({ requestId }) => requestId);
  const answered = of(messages, 'rc-post-message-response').map(({ responseId }) => responseId);
  expect(answered).toEqual(asked);
  expect(new Set(asked).size).toBe(2);
  expect(windows(context)).toBe(2);
  await allow(consent);
  await expectBoth(page, widget, true);
  expect(updates(messages)).toHaveLength(1);
  expect(windows(context)).toBe(1);
});

test('a consent that takes longer than the widget waits is in time', async ({
  open,
  openByWidget,
  page,
  widget,
  printed,
}) => {
  await open();
  const consent = await openByWidget(CONNECT);
  await page.waitForTimeout(3_300);
  await allow(consent);
  await expectBoth(page, widget, true);
  expect(printed.join()).not.toContain('Time out');
});

test('the status is there again after the frame was reloaded', async ({
  open,
  openByWidget,
  page,
  widget,
  messages,
}) => {
  await open();
  await allow(await openByWidget(CONNECT));
  await expectBoth(page, widget, true);
  for (const times of [2, 3]) {
    await page
      .frames()
      .find((frame) => frame.url().includes('/embeddable/'))!
      .evaluate(() => location.reload());
    await expect.poll(() => of(messages, 'rc-login-status-notify').length).toBe(times);
    await expectBoth(page, widget, true);
  }
  await widget.getByRole('button', { name: DISCONNECT }).click();
  await expectBoth(page, widget, false);
});

test('disconnect() leaves the widget to itself', async ({
  open,
  page,
  widget,
  context,
  printed,
  messages,
}) => {
  await open();
  await page.evaluate(() => (window as unknown as HostWindow).connection.disconnect());
  await widget.getByRole('button', { name: CONNECT }).click();
  // The widget prints this if nobody answers.
  await expect.poll(() => printed.join(), { timeout: 30_000 }).toContain('Error: Time out');
  expect(of(messages, 'rc-post-message-response')).toEqual([]);
  expect(windows(context)).toBe(1);
});

test.describe('whoever else is in the page', () => {
  const FORGED = {
    type: 'rc-post-message-request',
    requestId: 'forged',
    path: '/authorize',
    body: { authorized: false },
  };
  const FORGER = `<button>Forge</button><script>
    document.querySelector('button').onclick = () => {
      for (const message of [{ type: 'rc-login-status-notify', loggedIn: true }, ${JSON.stringify(FORGED)}, { type: 'forged' }]) {
        parent.postMessage(message, '*');
      }
    };
  </script>`;

  test('opens no window and is answered nothing: a frame of the page’s own origin, and of another', async ({
    open,
    site,
    page,
    context,
    messages,
  }) => {
    site.page('/forger', FORGER);
    const other = site.url.replace('localhost', '127.0.0.1');
    await open(`<iframe src="/forger"></iframe><iframe src="${other}/forger"></iframe>${WITH_BUTTON}`);
    for (const n of [0, 1]) {
      // A click, so that the popup blocker would let a window through.
      await page.locator('iframe[src*=forger]').nth(n).contentFrame().getByRole('button').click();
      await expect.poll(() => of(messages, 'forged')).toHaveLength(n + 1);
    }
    await expect.poll(() => of(messages, 'rc-post-message-request')).toHaveLength(2);
    expect(of(messages, 'rc-post-message-response')).toEqual([]);
    expect(messages.filter(({ to }) => to.endsWith('/forger'))).toEqual([]);
    expect(windows(context)).toBe(1);
  });

  test('is told nothing and believed nothing: the widget once more, of the same origin and of a look-alike', async ({
    open,
    base,
    page,
    context,
    messages,
  }) => {
    const alike = base.replace('127.0.0.1', 'localhost');
    await open(
      `<iframe id="same" src="${base}/app.html"></iframe><iframe id="alike" src="${alike}/app.html"></iframe>${WITH_BUTTON}`,
    );
    await expect.poll(() => of(messages, 'rc-login-status-notify')).toHaveLength(3);
    for (const id of ['same', 'alike']) {
      const other = page.frameLocator(`#${id}`);
      await expect(other.getByText('Signed out')).toBeVisible();
      await expect(other.getByText('No service has been registered.')).toBeVisible();
      await page
        .locator(`#${id}`)
        .contentFrame()
        .locator('body')
        .evaluate(
          (_, data) => data.forEach((message) => parent.postMessage(message, '*')),
          [FORGED, { type: 'forged' }],
        );
    }
    await expect.poll(() => of(messages, 'forged')).toHaveLength(2);
    expect(of(messages, 'rc-post-message-response')).toEqual([]);
    expect(windows(context)).toBe(1);
  });

  test('is not believed in the widget’s own frame, where that went to another origin', async ({
    openPage,
    base,
    site,
    page,
    context,
    messages,
    printed,
  }) => {
    site.page('/forger', FORGER);
    // The frame's src is the widget's; what is in it is not.
    await page.route(`${base}/app.html`, (route) =>
      route.fulfill({ status: 302, headers: { location: `${site.url}/forger` } }),
    );
    await openPage(WITH_BUTTON);
    const frame = page.frameLocator('#rc-widget-adapter-frame');
    await frame.getByRole('button', { name: 'Forge' }).click();
    await expect.poll(() => of(messages, 'forged')).toHaveLength(1);
    expect(of(messages, 'rc-adapter-register-third-party-service')).toEqual([]);
    expect(of(messages, 'rc-post-message-response')).toEqual([]);
    expect(windows(context)).toBe(1);
    expect(printed.filter((line) => line.includes('crm-oauth-button'))).toEqual([]);
  });
});
