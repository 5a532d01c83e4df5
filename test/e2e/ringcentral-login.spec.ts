import type { FrameLocator } from '@playwright/test';
import type { Sandbox } from '../../sandbox/index.js';
import { allow, deny, expect, type Message, PHONE, test } from './ringcentral-fixtures.js';

/** A page that logs in at a click; what goes wrong is written on it. */
const loginPage = (login: string, load = 'loadFrame(document.body, { ...options, base })'): string => `
  <button id="login" disabled>Log in</button>
  <p id="error"></p>
  <script type="module">
    import { authorize, ringcentral } from 'crm-oauth-button/consent';
    import { loadAdapter, loadFrame, relayLogin, sendAuthorizationCode } from 'crm-oauth-button/ringcentral';

    const base = 'BASE';
    const options = { clientId: '${PHONE.clientId}', redirectUri: location.origin + '/redirect' };
    const request = ringcentral({ ...options, server: 'SANDBOX/ringcentral' });
    const frame = await ${load};
    document.querySelector('#login').onclick = async () => {
      try {
        ${login}
      } catch ({ code, message }) {
        document.querySelector('#error').textContent = code + ': ' + message;
      }
    };
    document.querySelector('#login').disabled = false;
  </script>`;

const SEND = 'sendAuthorizationCode(frame, await authorize(request), request);';
const AUTHORIZE = 'const { code, codeVerifier } = await authorize(request);';
const CODE = 'authorizationCode: code, authorizationCodeVerifier: codeVerifier';
const NO_WIDGET_YET = 'undefined';

const NUMBER = '+16505550100*101';

const expectLogin = (widget: FrameLocator) =>
  expect(widget.getByText(`Signed in as ${NUMBER}`)).toBeVisible();
const expectNoLogin = (widget: FrameLocator) => expect(widget.getByText('Signed out')).toBeVisible();
const notice = (widget: FrameLocator) => widget.getByRole('log').getByRole('listitem');
const tokenRequests = (sandbox: Sandbox) => sandbox.requests.filter(({ endpoint }) => endpoint === 'token');
const handedOver = (messages: readonly Message[]) =>
  messages.map(({ data }) => data).filter((data) => 'callbackUri' in data);

const ways: Record<string, string> = {
  'a message': loginPage(SEND),
  'the frame’s URL': loginPage(
    `${AUTHORIZE} await loadFrame(document.body, { ...options, base, ${CODE} });`,
    NO_WIDGET_YET,
  ),
  'the adapter script’s URL': loginPage(
    `${AUTHORIZE} await loadAdapter({ ...options, base, ${CODE} });`,
    NO_WIDGET_YET,
  ),
};
for (const [what, html] of Object.entries(ways)) {
  test(`a code that the page has got logs in, by ${what}`, async ({
    openPage,
    openConsent,
    widget,
    sandbox,
    site,
  }) => {
    await openPage(html);
    await allow(await openConsent('#login'));
    await expectLogin(widget);
    const [{ params } = {}, ...others] = tokenRequests(sandbox);
    expect(others).toEqual([]);
    expect(Object.fromEntries(params ?? [])).toEqual({
      grant_type: 'authorization_code',
      client_id: PHONE.clientId,
      code: expect.stringMatching(/.{16}/),
      code_verifier: expect.stringMatching(/^[\w-]{43}$/),
      redirect_uri: `${site.url}/redirect`,
    });
  });
}

test('a code of a <crm-oauth-button> logs in', async ({ openPage, openConsent, widget }) => {
  await openPage(`
    <script type="module">
      import 'crm-oauth-button';
      import { loadFrame, sendAuthorizationCode } from 'crm-oauth-button/ringcentral';

      const request = { clientId: '${PHONE.clientId}', redirectUri: location.origin + '/redirect' };
      const frame = await loadFrame(document.body, { ...request, base: 'BASE' });
      const button = document.createElement('crm-oauth-button');
      Object.assign(button, { ...request, provider: 'ringcentral', server: 'SANDBOX/ringcentral' });
      button.addEventListener('crm-oauth-success', ({ response }) => {
        sendAuthorizationCode(frame, response, request);
      });
      document.body.prepend(button);
    </script>`);
  await allow(await openConsent());
  await expectLogin(widget);
});

test('a JWT logs in by itself', async ({ openPage, widget, sandbox, printed }) => {
  const secrets = `clientSecret: '${PHONE.clientSecret}', jwt: 'sandbox.jwt.credential'`;
  await openPage(loginPage('', `loadFrame(document.body, { ...options, base, ${secrets} })`));
  await expectLogin(widget);
  expect(tokenRequests(sandbox).map(({ params }) => params.get('grant_type'))).toEqual([
    'urn:ietf:params:oauth:grant-type:jwt-bearer',
  ]);
  expect(printed.join()).not.toContain('PUBLIC');
});

test('a secret in a page on a public origin is told loudly', async ({ openPage, page, site, printed }) => {
  const shop = 'https://shop.example';
  await page.route(`${shop}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    await route.fulfill({ response: await route.fetch({ url: site.url + pathname }) });
  });
  await openPage(
    `<script type="module">
      import { frameUrl } from 'crm-oauth-button/ringcentral';

      frameUrl({ clientId: 'phone', clientSecret: 'secret', jwt: 'jwt' });
      frameUrl({ clientId: 'phone', clientSecret: 'secret', jwt: 'jwt' });
      console.info('done');
    </script>`,
    '/secrets',
  );
  expect(printed).toEqual(['done']);
  await page.goto(`${shop}/secrets`);
  const told = (name: string) => expect.stringContaining(`${name} IS IN A PUBLIC PAGE`);
  expect(printed.slice(1)).toEqual([told('clientSecret'), told('jwt'), 'done']);
});

test.describe('a relayed login', () => {
  const RELAY = loginPage(
    '',
    'loadFrame(document.body, { ...options, base, disableLoginPopup: true }); relayLogin(frame)',
  );

  test('logs in with the widget’s own verifier', async ({
    openPage,
    openByWidget,
    widget,
    sandbox,
    messages,
    site,
  }) => {
    await openPage(RELAY);
    await allow(await openByWidget('Sign in'));
    await expectLogin(widget);
    expect(tokenRequests(sandbox)[0]?.params.get('code_verifier')).toMatch(/^[\w-]{43}$/);
    const [{ type, callbackUri } = {}, ...others] = handedOver(messages);
    expect(others).toEqual([]);
    expect(type).toBe('rc-adapter-authorization-code');
    const { origin, pathname, searchParams } = new URL(String(callbackUri));
    expect(origin + pathname).toBe(`${site.url}/redirect`);
    expect([...searchParams.keys()]).toEqual(['code', 'state']);
  });

  test('that is refused says so in the widget', async ({ openPage, openByWidget, widget, messages }) => {
    await openPage(RELAY);
    await deny(await openByWidget('Sign in'));
    await expect(notice(widget)).toContainText('Access was denied.');
    await expectNoLogin(widget);
    expect(handedOver(messages)).toEqual([]);
  });

  test('with another state is not handed over', async ({
    openPage,
    openByWidget,
    widget,
    sandbox,
    messages,
  }) => {
    await openPage(RELAY);
    sandbox.behave({ state: 'wrong' });
    await allow(await openByWidget('Sign in'));
    await expect(notice(widget)).toContainText('Something went wrong.');
    await expectNoLogin(widget);
    expect(handedOver(messages)).toEqual([]);
    expect(tokenRequests(sandbox)).toEqual([]);
  });
});

test.describe('a login is refused', () => {
  test('with a wrong state, before anything is handed over', async ({
    openPage,
    openConsent,
    page,
    widget,
    sandbox,
    messages,
  }) => {
    await openPage(loginPage(SEND));
    sandbox.behave({ state: 'wrong' });
    await allow(await openConsent('#login'));
    await expect(page.locator('#error')).toHaveText(/^state_mismatch: /);
    await expectNoLogin(widget);
    expect(handedOver(messages)).toEqual([]);
    expect(tokenRequests(sandbox)).toEqual([]);
  });

  test('with the verifier of another login, by RingCentral, and the widget says so', async ({
    openPage,
    openConsent,
    widget,
    sandbox,
    printed,
  }) => {
    const codeVerifier = 'A'.repeat(43);
    await openPage(
      loginPage(
        `const response = { ...await authorize(request), codeVerifier: '${codeVerifier}' };
        sendAuthorizationCode(frame, response, { ...request, state: response.state });`,
      ),
    );
    await allow(await openConsent('#login'));
    await expect(notice(widget)).toContainText('Login failed due to internal errors.');
    expect(tokenRequests(sandbox)[0]?.params.get('code_verifier')).toBe(codeVerifier);
    expect(printed.join()).toContain('invalid_grant');
    await expectNoLogin(widget);
  });

  test('with another redirectUri than the widget’s, and both are named', async ({
    openPage,
    openConsent,
    page,
    widget,
    site,
    messages,
  }) => {
    await openPage(
      loginPage(
        SEND,
        `loadFrame(document.body, { ...options, base, redirectUri: location.origin + '/other' })`,
      ),
    );
    await allow(await openConsent('#login'));
    await expect(page.locator('#error')).toHaveText(
      `invalid_configuration: redirectUri must be the same for the widget and for the request: it is "${site.url}/other" in the frame's src, and "${site.url}/redirect" in the request.`,
    );
    await expectNoLogin(widget);
    expect(handedOver(messages)).toEqual([]);
  });
});
