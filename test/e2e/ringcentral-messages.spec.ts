import { readdirSync, readFileSync } from 'node:fs';
import { allow, deny, expect, type Message, PHONE, test } from './ringcentral-fixtures.js';

const page = (login = ''): string => `
  <crm-oauth-button client-id="shop" mode="post_message" server="SANDBOX"></crm-oauth-button>
  <script type="module">
    import 'crm-oauth-button';
    import { ringcentral } from 'crm-oauth-button/consent';
    import { connectThirdPartyService, loadFrame, relayLogin, sendAuthorizationCode } from 'crm-oauth-button/ringcentral';

    const options = { clientId: '${PHONE.clientId}', redirectUri: location.origin + '/redirect' };
    const frame = await loadFrame(document.body, { ...options, base: 'BASE', disableLoginPopup: true });
    const button = document.querySelector('crm-oauth-button');
    const callbackUri = 'https://evil.example/?code=planted';
    window.connection = connectThirdPartyService(frame, {
      service: { name: 'Kommo', callbackUri },
      authorize: button,
      unauthorize: () => undefined,
      notice: () => ({ level: 'info', message: 'No.', ttl: 0, callbackUri }),
    });
    window.update = () => connection.update({ authorized: true, authorizedAccount: 'acme', callbackUri });
    ${login}
  </script>`;

/** Messages that the widget takes for a login, whatever their type. */
const logins = (messages: readonly Message[]) =>
  messages.filter(({ data }) => typeof data === 'object' && 'callbackUri' in data);
const count = (messages: readonly Message[], type: string) =>
  messages.filter(({ data }) => data.type === type).length;

test('nothing that is said while a service is connected, refused and disconnected is a login', async ({
  openPage,
  openByWidget,
  page: host,
  widget,
  messages,
  sandbox,
}) => {
  await openPage(page());
  await deny(await openByWidget('Authorize'));
  await expect(widget.getByText('No.')).toBeVisible();
  await allow(await openByWidget('Authorize'));
  await expect(widget.getByText('Connected as acme.kommo.com')).toBeVisible();
  await host
    .frames()
    .find((frame) => frame.url().startsWith('http://127.0.0.1'))!
    .evaluate(() => location.reload());
  await expect(widget.getByText('Connected as acme.kommo.com')).toBeVisible();
  await widget.getByRole('button', { name: 'Unauthorize' }).click();
  await expect(widget.getByText('Disconnected')).toBeVisible();
  await host.evaluate(() => (window as unknown as { update: () => void }).update());
  await expect(widget.getByText('Connected as acme')).toBeVisible();

  const kinds = [
    'rc-login-status-notify',
    'rc-adapter-register-third-party-service',
    'rc-post-message-request',
    'rc-post-message-response',
    'rc-adapter-update-authorization-status',
    'rc-adapter-message-request',
    'authorization_response',
  ];
  for (const type of kinds) expect(count(messages, type), type).toBeGreaterThan(0);
  expect(logins(messages)).toEqual([]);
  expect(sandbox.requests.filter(({ endpoint }) => endpoint === 'token')).toEqual([]);
});

for (const [helper, login] of Object.entries({
  'relayLogin()': 'relayLogin(frame);',
  'sendAuthorizationCode()': `
    const [state, codeVerifier] = ['s1', 'v'.repeat(43)];
    sendAuthorizationCode(frame, { code: 'c', state, codeVerifier }, { ...options, state });`,
})) {
  test(`${helper} hands a login over, once, from the page to the widget`, async ({
    openPage,
    openByWidget,
    widget,
    messages,
    site,
    base,
  }) => {
    await openPage(page(login));
    if (helper === 'relayLogin()') await allow(await openByWidget('Sign in'));
    else
      await expect(
        widget.getByText('Login failed due to internal errors. Please try again later.'),
      ).toBeVisible();
    await expect.poll(() => logins(messages)).toHaveLength(1);
    expect(logins(messages)[0]).toMatchObject({ from: site.url, to: `${base}/app.html` });
  });
}

test('one file of the package writes a callbackUri', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  const code = (name: string) => readFileSync(`src/${name}`, 'utf8').replace(/\/\*.*?\*\/|\/\/[^\n]*/gs, '');
  const writing = files.filter((name) => /callbackUri(?!: string)/.test(code(name)));
  expect(files.length).toBeGreaterThan(50);
  expect(writing).toEqual(['ringcentral/frame.ts']);
});

test('the scripts for a tag have grown by none of this', () => {
  for (const name of ['button', 'callback']) {
    expect(readFileSync(`cdn/${name}.js`, 'utf8')).not.toMatch(/rc-adapter|ringcentral|code_challenge/i);
  }
});
