import type { Page } from '@playwright/test';
import { allow, deny, expect, type Message, test as base, windows } from './ringcentral-fixtures.js';

interface Fixtures {
  /** Opens a page with the widget in a frame of another origin; it allows that page, or the origins that are given. */
  open: (html?: string, allowedOrigins?: string[]) => Promise<void>;
}

/** The page around it connects its own button's service. */
const CONNECT = `
  <crm-oauth-button
    client-id="shop" mode="post_message" server="SANDBOX"
    unauthorized-title="Connect" authorized-title="Disconnect" show-auth-red-dot
  ></crm-oauth-button>
  <script type="module">
    import 'crm-oauth-button';
    import { connectThirdPartyService } from 'crm-oauth-button/ringcentral';

    connectThirdPartyService(document.querySelector('#widget'), {
      service: { name: 'Kommo' },
      authorize: document.querySelector('crm-oauth-button'),
      unauthorize: () => undefined,
    });
  </script>`;

/** A message that another page may send to it. */
const REGISTRATION = {
  type: 'rc-adapter-register-third-party-service',
  service: { name: 'Forged', authorizationPath: '/a', authorized: false, unauthorizedTitle: 'Forged' },
};

const test = base.extend<Fixtures>({
  // Its own frame, of another site than the page around it.
  widget: ({ page }, use) => use(page.frameLocator('#widget')),

  open: ({ openPage, site }, use) =>
    use(async (html = CONNECT, allowedOrigins = [site.url]) => {
      await openPage(
        `<crm-oauth-button></crm-oauth-button>
        <script type="module">
          import 'crm-oauth-button';
          import { serveAuthorizationButton } from 'crm-oauth-button/ringcentral';

          serveAuthorizationButton(document.querySelector('crm-oauth-button'), {
            allowedOrigins: ${JSON.stringify(allowedOrigins)},
          });
        </script>`,
        '/widget',
      );
      const other = site.url.replace('localhost', '127.0.0.1');
      await openPage(`<iframe id="widget" src="${other}/widget"></iframe>${html}`);
    }),
});

const ASKED = 'rc-post-message-request';

const of = (messages: readonly Message[], type: string) => messages.filter(({ data }) => data.type === type);

const register = (page: Page) => page.evaluate((data) => frames[0]!.postMessage(data, '*'), REGISTRATION);

test('a widget of one’s own connects by the button of the page around it, and disconnects', async ({
  open,
  openByWidget,
  page,
  widget,
  context,
}) => {
  await open();
  const own = widget.locator('crm-oauth-button');
  const theirs = page.locator('crm-oauth-button');
  await expect(own.locator('[part=dot]')).toBeVisible();
  await deny(await openByWidget('Connect'));
  await expect(theirs).toContainText('Access was denied.');
  await expect(own).not.toContainText('Connected');
  await allow(await openByWidget('Connect'));
  for (const button of [own, theirs]) {
    await expect(button).toContainText(/Connected as \u2068acme\.kommo\.com\u2069/);
    await expect(button.locator('[part=dot]')).toBeHidden();
  }
  await widget.getByRole('button', { name: 'Disconnect' }).click();
  for (const button of [own, theirs]) {
    await expect(button).not.toContainText('Connected');
    await expect(button.locator('[part=caption]')).toHaveText('Connect');
  }
  expect(windows(context)).toBe(1);
});

for (const [what, change] of [
  ['on another port', (origin: string) => origin.replace(/\d+$/, '1')],
  ['whose origin begins the same', (origin: string) => `${origin}0`.replace(/:(\d+)$/, '.example:1')],
] as const) {
  test(`it shows nothing of a page that is not allowed, and tells it nothing: one ${what} is`, async ({
    open,
    site,
    page,
    widget,
    messages,
    printed,
  }) => {
    await open('', [change(site.url)]);
    await register(page);
    await expect.poll(() => of(messages, REGISTRATION.type)).toHaveLength(1);
    await expect(widget.getByRole('button')).toHaveText('Continue with Kommo');
    await widget.getByRole('button').click();
    expect(printed.join()).toContain(`allowedOrigins does not name ${site.url}`);
    expect(messages.filter(({ from }) => from.includes('127.0.0.1'))).toEqual([]);
  });
}

test('another frame of the allowed page cannot register a service in it', async ({
  open,
  openPage,
  page,
  widget,
  messages,
}) => {
  await openPage(
    `<button>Forge</button><script>
      document.querySelector('button').onclick = () => {
        for (const message of [${JSON.stringify(REGISTRATION)}, { type: 'forged' }]) {
          parent.frames[0].postMessage(message, '*');
        }
      };
    </script>`,
    '/forger',
  );
  await open(`<iframe id="forger" src="/forger"></iframe>${CONNECT}`);
  await expect(widget.getByRole('button')).toHaveText('Connect');
  await page.frameLocator('#forger').getByRole('button').click();
  await expect.poll(() => of(messages, 'forged')).toHaveLength(1);
  await expect(widget.getByRole('button')).toHaveText('Connect');
  expect(of(messages, ASKED)).toEqual([]);
});

test('where the page around it does not answer within 3 s, it says so and can ask again', async ({
  open,
  page,
  widget,
  messages,
  printed,
}) => {
  await open('');
  await register(page);
  await widget.getByRole('button', { name: 'Forged' }).click();
  await expect.poll(() => printed.join(), { timeout: 30_000 }).toContain('did not answer within 3 s');
  await widget.getByRole('button').click();
  await expect.poll(() => of(messages, ASKED)).toHaveLength(2);
});
