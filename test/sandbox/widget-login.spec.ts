import { expect } from '@playwright/test';
import { startSandbox, type Sandbox } from '../../sandbox/index.js';
import {
  basic,
  CONFIDENTIAL,
  JWT,
  locationOf,
  obtainCode,
  PUBLIC,
  requestTokens,
  VERIFIER,
} from './ringcentral-fixtures.js';
import { test, type Host } from './widget-fixtures.js';

const REDIRECT_URI = PUBLIC.redirectUris[0];
const CLIENT = { clientId: PUBLIC.clientId, redirectUri: REDIRECT_URI };
const DESK = {
  clientId: CONFIDENTIAL.clientId,
  clientSecret: CONFIDENTIAL.clientSecret,
  redirectUri: CONFIDENTIAL.redirectUris[0],
};
const POPUP = { ...CLIENT, disableLoginPopup: '1' };

const LOGGED_IN = {
  type: 'rc-login-status-notify',
  loggedIn: true,
  loginNumber: '+16505550100*101',
  contractedCountryCode: 'US',
};

const loggedIn = (host: Host) => host.waitFor('rc-login-status-notify', 2);
const identity = ({ widget }: Host) => widget.locator('#identity');
const signIn = ({ widget }: Host) => widget.getByRole('button', { name: 'Sign in' }).click();
const lastTokenRequest = (sandbox: Sandbox) =>
  sandbox.requests.filter(({ endpoint }) => endpoint === 'token').at(-1)?.params;

/** The URI that a login with the widget's own URL comes back to. */
async function follow(oAuthUri: unknown): Promise<URL> {
  return locationOf(await fetch(String(oAuthUri), { redirect: 'manual' }));
}

const callback = (query: Record<string, string>) =>
  `${REDIRECT_URI}&${new URLSearchParams(query).toString()}`;

test('the adapter’s URL with a code and its verifier logs in', async ({ openAdapter, sandbox }) => {
  const code = await obtainCode(sandbox);
  const host = await openAdapter({
    ...CLIENT,
    authorizationCode: code,
    authorizationCodeVerifier: VERIFIER,
  });
  expect(await loggedIn(host)).toEqual(LOGGED_IN);
  expect((await host.received('rc-login-status-notify'))[0]).toMatchObject({ loggedIn: false });
  await expect(identity(host)).toHaveText('Signed in as +16505550100*101');
});

test('the frame’s URL with a code and its verifier logs in', async ({ openHost, sandbox }) => {
  const query = new URLSearchParams({
    ...CLIENT,
    authorizationCode: await obtainCode(sandbox, {}, '62000102'),
    authorizationCodeVerifier: VERIFIER,
  });
  const src = `SANDBOX/ringcentral/embeddable/app.html?${query.toString().replaceAll('&', '&amp;')}`;
  const host = await openHost(`<iframe src="${src}"></iframe>`);
  expect(await loggedIn(host)).toMatchObject({ loggedIn: true, loginNumber: '+16505550100*102' });
});

for (const [what, type, state] of [
  ['of the documented type', 'rc-adapter-authorization-code', 's1'],
  ['of any type, with any state', 'something-else', 'forged'],
  ['without a type or state', undefined, undefined],
] as const) {
  test(`a message ${what} with a callbackUri logs in`, async ({ openAdapter, sandbox }) => {
    const host = await openAdapter(CLIENT);
    const code = await obtainCode(sandbox);
    const query = { code, ...(state && { state }), code_verifier: VERIFIER };
    await host.send({ ...(type && { type }), callbackUri: callback(query) });
    expect(await loggedIn(host)).toEqual(LOGGED_IN);
  });
}

test('the code goes with the redirect URI of the parameters, whatever the callbackUri is', async ({
  openAdapter,
  sandbox,
}) => {
  const host = await openAdapter(CLIENT);
  const code = await obtainCode(sandbox);
  await host.send({ callbackUri: `https://evil.example/?code=${code}&code_verifier=${VERIFIER}` });
  await loggedIn(host);
  expect(lastTokenRequest(sandbox)?.get('redirect_uri')).toBe(REDIRECT_URI);
});

test('a redirect URI that is not the code’s fails', async ({ openAdapter, sandbox }) => {
  const host = await openAdapter({ ...CLIENT, redirectUri: PUBLIC.redirectUris[1] });
  const failure = host.page.waitForEvent('console', (message) => message.text().includes('oauth error'));
  const code = await obtainCode(sandbox);
  await host.send({ callbackUri: callback({ code, code_verifier: VERIFIER }) });
  expect((await failure).text()).toContain('invalid_redirect_uri');
  await expect(host.widget.getByRole('listitem')).toContainText('Login failed due to internal errors.');
});

for (const [what, verifier] of [
  ['a wrong verifier', 'A'.repeat(43)],
  ['an empty verifier, which is ignored', ''],
] as const) {
  test(`${what}: the login fails, and a notice says so`, async ({ openAdapter, sandbox }) => {
    const host = await openAdapter(CLIENT);
    const code = await obtainCode(sandbox);
    await host.send({ callbackUri: callback({ code, code_verifier: verifier }) });
    await expect(host.widget.getByRole('listitem')).toContainText('Login failed due to internal errors.');
    expect(lastTokenRequest(sandbox)?.get('code_verifier')).toBe(verifier || null);
    await host.settled();
    expect(await host.received('rc-login-status-notify')).toHaveLength(1);
    await expect(identity(host)).toHaveText('Signed out');
  });
}

test('a callbackUri with a refusal shows a notice', async ({ openAdapter, sandbox }) => {
  const host = await openAdapter(CLIENT);
  await host.send({ callbackUri: callback({ error: 'access_denied', state: 's1' }) });
  await expect(host.widget.getByRole('listitem')).toContainText('Access denied.');
  expect(lastTokenRequest(sandbox)).toBeUndefined();
});

test('the sign-in button opens a window, whose redirect page hands the code back', async ({
  openAdapter,
  sandbox,
}) => {
  const host = await openAdapter();
  const popup = host.page.waitForEvent('popup');
  await signIn(host);
  const window = await popup;
  const closed = window.waitForEvent('close');
  await window.getByRole('button', { name: 'Allow' }).click();
  await closed;
  expect(await loggedIn(host)).toEqual(LOGGED_IN);
  const redirectUri = `${sandbox.url}/ringcentral/embeddable/redirect.html`;
  expect(lastTokenRequest(sandbox)?.get('redirect_uri')).toBe(redirectUri);
});

test('disableLoginPopup: the host gets the URL instead, and relays the answer without a verifier', async ({
  openAdapter,
  sandbox,
}) => {
  sandbox.behave({ answer: 'allow' });
  const host = await openAdapter(POPUP);
  let popups = 0;
  host.page.on('popup', () => (popups += 1));
  await signIn(host);
  const { oAuthUri } = await host.waitFor('rc-login-popup-notify');
  const { origin, pathname, searchParams } = new URL(String(oAuthUri));
  expect(origin + pathname).toBe(`${sandbox.url}/ringcentral/restapi/oauth/authorize`);
  expect(Object.fromEntries(searchParams)).toMatchObject({
    response_type: 'code',
    client_id: PUBLIC.clientId,
    redirect_uri: REDIRECT_URI,
    code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    code_challenge_method: 'S256',
    display: 'page',
    brand_id: '',
    prompt: '',
    localeId: 'en-US',
    state: expect.stringMatching(/^\w+=*-undefined-[\w%]+$/),
  });
  expect(searchParams.getAll('ui_options')).toEqual(['hide_remember_me', 'hide_tos']);
  await host.send({ callbackUri: (await follow(oAuthUri)).href });
  expect(await loggedIn(host)).toEqual(LOGGED_IN);
  expect(popups).toBe(0);
});

test('only the newest oAuthUri works; an empty code_verifier does not touch the widget’s own', async ({
  openAdapter,
  sandbox,
}) => {
  sandbox.behave({ answer: 'allow' });
  const host = await openAdapter(POPUP);
  await signIn(host);
  const first = await host.waitFor('rc-login-popup-notify');
  await host.settled();
  await host.send({ type: 'rc-adapter-login' });
  const second = await host.waitFor('rc-login-popup-notify', 2);

  await host.send({ callbackUri: (await follow(first.oAuthUri)).href });
  await expect(host.widget.getByRole('listitem')).toContainText('Login failed due to internal errors.');
  expect(await host.received('rc-login-status-notify')).toHaveLength(1);

  await host.send({ callbackUri: `${(await follow(second.oAuthUri)).href}&code_verifier=` });
  expect(await loggedIn(host)).toEqual(LOGGED_IN);
});

test('a JWT with the client secret logs in by itself', async ({ openAdapter, sandbox }) => {
  const host = await openAdapter({ ...DESK, jwt: JWT });
  expect(await loggedIn(host)).toEqual(LOGGED_IN);
  expect(lastTokenRequest(sandbox)?.get('grant_type')).toBe('urn:ietf:params:oauth:grant-type:jwt-bearer');
});

test('a code that is refused in the URL shows in the console alone', async ({ openAdapter, page }) => {
  const logged: string[] = [];
  page.on('console', (message) => logged.push(message.text()));
  const host = await openAdapter({
    ...CLIENT,
    authorizationCode: 'used',
    authorizationCodeVerifier: VERIFIER,
  });
  await expect.poll(() => logged.join()).toContain('invalid_grant');
  await host.settled();
  await expect(host.widget.getByRole('listitem')).toHaveCount(0);
  expect(await host.received('rc-login-status-notify')).toHaveLength(1);
});

test('a JWT without the client secret fails', async ({ openAdapter, page }) => {
  const failure = page.waitForEvent('console', (message) => message.text().includes('invalid_client'));
  const { clientId, redirectUri } = DESK;
  const host = await openAdapter({ clientId, redirectUri, jwt: JWT });
  await failure;
  await expect(host.widget.getByRole('listitem')).toHaveCount(0);
  expect(await host.received('rc-login-status-notify')).toHaveLength(1);
});

test('where somebody is logged in already, a code in the URL is ignored, and no request goes out', async ({
  page,
  sandbox,
}) => {
  // Its own page: the browser blocks the storage of a frame on another site.
  const messages: unknown[] = [];
  await page.exposeFunction('tell', (data: unknown) => messages.push(data));
  await page.addInitScript(
    `addEventListener('message', ({ data }) => data.type.endsWith('login-status-notify') && tell(data.loggedIn))`,
  );
  const open = (query: Record<string, string>) =>
    page.goto(`${sandbox.url}/ringcentral/embeddable/app.html?${new URLSearchParams(query).toString()}`);
  await open({ ...DESK, jwt: JWT });
  await expect(page.locator('#identity')).toHaveText('Signed in as +16505550100*101');
  const { length } = sandbox.requests;
  messages.length = 0;
  await open({ ...CLIENT, authorizationCode: 'used', authorizationCodeVerifier: VERIFIER });
  await expect(page.locator('#identity')).toHaveText('Signed in as +16505550100*101');
  await expect.poll(() => messages).toEqual([false, true]);
  expect(sandbox.requests).toHaveLength(length);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.reload();
  await expect(page.locator('#identity')).toHaveText('Signed out');
});

test('with a client secret there is no PKCE', async ({ openAdapter, sandbox }) => {
  sandbox.behave({ answer: 'allow' });
  const host = await openAdapter({ ...DESK, disableLoginPopup: '1' });
  await signIn(host);
  const { oAuthUri } = await host.waitFor('rc-login-popup-notify');
  expect(new URL(String(oAuthUri)).searchParams.has('code_challenge')).toBe(false);
  await host.send({ callbackUri: (await follow(oAuthUri)).href });
  await loggedIn(host);
  expect(lastTokenRequest(sandbox)?.has('code_verifier')).toBe(false);
  expect(lastTokenRequest(sandbox)?.has('client_id')).toBe(false);
});

test('signing out tells the host, and both can be asked for by a message', async ({
  openAdapter,
  sandbox,
}) => {
  sandbox.behave({ answer: 'allow' });
  const host = await openAdapter({ ...DESK, disableLoginPopup: '1', jwt: JWT });
  await loggedIn(host);
  await host.send({ type: 'rc-adapter-login' });
  await host.settled();
  expect(await host.received('rc-login-popup-notify')).toHaveLength(0);
  await host.send({ type: 'rc-adapter-logout' });
  expect(await host.waitFor('rc-login-status-notify', 3)).toEqual({
    type: 'rc-login-status-notify',
    loggedIn: false,
  });
  await expect(identity(host)).toHaveText('Signed out');
  await host.send({ type: 'rc-adapter-login' });
  await host.waitFor('rc-login-popup-notify');
});

test('appServer names another server, which need not be of the widget’s origin', async ({
  openAdapter,
  sandbox,
}) => {
  const other = await startSandbox({ port: 0, ringcentral: { clients: [PUBLIC, CONFIDENTIAL] } });
  const appServer = `http://127.0.0.1:${other.port}/ringcentral`;
  const host = await openAdapter({ ...DESK, appServer, jwt: JWT });
  expect(await loggedIn(host)).toEqual(LOGGED_IN);
  expect(lastTokenRequest(other)?.get('assertion')).toBe(JWT);
  expect(lastTokenRequest(sandbox)).toBeUndefined();
  await other.close();
});

test('an appServer without TLS elsewhere is ignored', async ({ openAdapter, sandbox }) => {
  const host = await openAdapter({ ...DESK, appServer: 'http://localhost.evil.example', jwt: JWT });
  await loggedIn(host);
  expect(lastTokenRequest(sandbox)?.get('assertion')).toBe(JWT);
});

test('the log has no code, secret or JWT of the widget’s URLs', async ({ openAdapter, sandbox, lines }) => {
  const code = await obtainCode(sandbox);
  const host = await openAdapter({
    ...CLIENT,
    authorizationCode: code,
    authorizationCodeVerifier: VERIFIER,
  });
  await loggedIn(host);
  const { clientSecret } = CONFIDENTIAL;
  await requestTokens(sandbox, { grant_type: 'x' }, basic(CONFIDENTIAL));
  await fetch(`${sandbox.url}/ringcentral/embeddable/app.html?clientSecret=${clientSecret}&jwt=${JWT}`);
  const log = lines.join('\n');
  expect(log).toContain(`authorizationCode=${code.slice(0, 4)}…`);
  expect(log).toContain('jwt=sand…');
  for (const secret of [code, VERIFIER, clientSecret, JWT]) expect(log).not.toContain(secret);
});
