import { expect } from '@playwright/test';
import { startSandbox } from '../../sandbox/index.js';
import { sendForm } from './fixtures.js';
import {
  authorizeUrl,
  CONFIDENTIAL,
  locationOf,
  PUBLIC,
  test,
  USER,
  VERIFIER,
  type Fields,
} from './ringcentral-fixtures.js';

const visit = (url: string) => fetch(url, { redirect: 'manual' });

test('it asks in RingCentral’s name, and offers the users', async ({ sandbox }) => {
  const text = await (await visit(authorizeUrl(sandbox))).text();
  expect(text).toContain('data-brand="ringcentral"');
  expect(text).toContain('<h1>Harbor Phone wants to connect to your RingCentral account</h1>');
  for (const part of ['Ada Reyes', '+16505550100*101', 'Ben Ode', 'Phone account'])
    expect(text).toContain(part);
});

test('ui_locales chooses the language', async ({ sandbox }) => {
  for (const [locales, lang] of [
    ['fr-FR es-ES en', 'es'],
    ['pt-BR', 'pt'],
    ['xx', 'en'],
  ] as const) {
    const text = await (await visit(authorizeUrl(sandbox, { ui_locales: locales }))).text();
    expect(text).toContain(`<html lang="${lang}"`);
  }
});

test('allow: code, state and expires_in, appended to the redirect URI', async ({ sandbox }) => {
  const response = await sendForm(authorizeUrl(sandbox), { answer: 'allow', account: USER });
  expect(response.status).toBe(302);
  const location = response.headers.get('location')!;
  expect(location).toMatch(
    /^https:\/\/shop\.example\/phone\?tenant=7&code=[\w-]{43}&state=s1&expires_in=60$/,
  );
});

test('deny: the error, its description and the state', async ({ sandbox }) => {
  const location = locationOf(await sendForm(authorizeUrl(sandbox), { answer: 'deny' }));
  expect(Object.fromEntries(location.searchParams)).toEqual({
    tenant: '7',
    error: 'access_denied',
    error_description: 'The user has denied access',
    state: 's1',
  });
});

test('in a browser: sign in as somebody, allow', async ({ page, sandbox }) => {
  await page.route('https://shop.example/**', (route) => route.fulfill({ body: 'back' }));
  await page.goto(authorizeUrl(sandbox));
  await page.getByRole('radio', { name: 'Ben Ode' }).check();
  await page.getByRole('button', { name: 'Allow' }).click();
  await page.waitForURL('https://shop.example/phone?tenant=7&code=**');
  const code = new URL(page.url()).searchParams.get('code')!;
  const response = await fetch(`${sandbox.url}/ringcentral/restapi/oauth/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: PUBLIC.clientId,
      redirect_uri: PUBLIC.redirectUris[0],
      code,
      code_verifier: VERIFIER,
    }),
  });
  expect(await response.json()).toMatchObject({ owner_id: '62000102' });
});

for (const [what, fields, parameter] of [
  ['no client_id', { client_id: undefined }, 'client_id'],
  ['no redirect_uri', { redirect_uri: undefined }, 'redirect_uri'],
  ['an unregistered redirect_uri', { redirect_uri: 'https://shop.example/phone' }, 'redirect_uri'],
  ['another client’s redirect_uri', { redirect_uri: CONFIDENTIAL.redirectUris[0] }, 'redirect_uri'],
  ['an unknown client without TLS', { client_id: 'x', redirect_uri: 'http://a.example/' }, 'redirect_uri'],
] satisfies [string, Fields, string][]) {
  test(`${what}: an error page, and no redirect`, async ({ sandbox }) => {
    const response = await visit(authorizeUrl(sandbox, fields));
    expect(response.status).toBe(400);
    expect(await response.text()).toContain(`<code>${parameter}</code>`);
  });
}

for (const [what, fields, error] of [
  ['the implicit grant', { response_type: 'token' }, 'unsupported_response_type'],
  ['no challenge from a client without a secret', { code_challenge: undefined }, 'invalid_request'],
  ['the method plain', { code_challenge_method: 'plain' }, 'invalid_request'],
  ['no method', { code_challenge_method: undefined }, 'invalid_request'],
  ['a challenge that is no hash', { code_challenge: 'short' }, 'invalid_request'],
] satisfies [string, Fields, string][]) {
  test(`${what}: the client is told, with the state`, async ({ sandbox }) => {
    const location = locationOf(await visit(authorizeUrl(sandbox, fields)));
    expect(location.searchParams.get('error')).toBe(error);
    expect(location.searchParams.get('error_description')).toBeTruthy();
    expect(location.searchParams.get('state')).toBe('s1');
  });
}

test('an unknown client is accepted, with or without a challenge', async ({ sandbox }) => {
  for (const challenge of [{}, { code_challenge: undefined }]) {
    const fields = { client_id: 'x', redirect_uri: 'http://localhost:3000/cb', ...challenge };
    const text = await (await visit(authorizeUrl(sandbox, fields))).text();
    expect(text).toContain('<h1>localhost:3000 wants');
  }
});

test('a form from another site, or without an answer, is refused', async ({ sandbox }) => {
  const forged = await fetch(authorizeUrl(sandbox), {
    method: 'POST',
    headers: { origin: 'https://evil.example' },
    body: new URLSearchParams({ answer: 'allow', account: USER }),
  });
  expect(forged.status).toBe(403);
  for (const fields of [{}, { answer: 'allow' }, { answer: 'allow', account: '1' }]) {
    expect((await sendForm(authorizeUrl(sandbox), fields)).status).toBe(400);
  }
});

test('hostile texts stay texts', async ({ sandbox }) => {
  const hostile = `https://a.example/"><script>alert(1)</script>`;
  const text = await (await visit(authorizeUrl(sandbox, { redirect_uri: hostile }))).text();
  expect(text).toContain('&lt;script&gt;');
  expect(text).not.toContain('<script>');
});

test('the behaviours: allow, deny, hang, state, origin, coop', async ({ sandbox }) => {
  const url = authorizeUrl(sandbox);
  const answer = async () => Object.fromEntries(locationOf(await visit(url)).searchParams);
  sandbox.behave({ answer: 'allow' });
  expect(await answer()).toMatchObject({ code: expect.any(String), state: 's1' });
  sandbox.behave({ state: 'wrong' });
  expect(await answer()).toMatchObject({ state: 'not-s1' });
  sandbox.behave({ answer: 'deny', state: 'missing' });
  expect(await answer()).toMatchObject({ error: 'access_denied' });
  expect(await answer()).not.toHaveProperty('state');
  sandbox.behave({ answer: 'hang', coop: 'same-origin' });
  const response = await visit(url);
  expect(response.headers.get('cross-origin-opener-policy')).toBe('same-origin');
  expect(await response.text()).toContain('One moment, please');
  sandbox.behave({ origin: 'other' });
  expect((await visit(url)).headers.get('location')).toBe(url.replace('localhost', '127.0.0.1'));
});

test('the behaviour iss: none, the server’s URL, or another one, on errors too', async ({ sandbox }) => {
  const issuer = async () => locationOf(await visit(authorizeUrl(sandbox))).searchParams.get('iss');
  for (const answer of ['allow', 'deny'] as const) {
    sandbox.behave({ answer, iss: 'missing' });
    expect(await issuer()).toBeNull();
    sandbox.behave({ iss: 'same' });
    expect(await issuer()).toBe(`${sandbox.url}/ringcentral`);
    sandbox.behave({ iss: 'wrong' });
    expect(await issuer()).toBe('https://issuer.example');
  }
});

test('it can have users of its own', async () => {
  const ringcentral = {
    users: [{ id: 7, name: 'Solo', mainNumber: '+4989100', extensionNumber: '1', jwt: 'j.w.t' }],
  };
  const sandbox = await startSandbox({ port: 0, ringcentral });
  const fields = { client_id: 'x', redirect_uri: 'https://a.example/' };
  const text = await (await visit(authorizeUrl(sandbox, fields))).text();
  expect(text).toContain('Solo');
  expect(text).not.toContain('Ada Reyes');
  await sandbox.close();
});

test('the index names the clients and the endpoints, and no secret', async ({ sandbox }) => {
  const index = await (await fetch(sandbox.url)).text();
  for (const { clientId, redirectUris } of [PUBLIC, CONFIDENTIAL]) {
    expect(index).toContain(`<code>${clientId}</code>`);
    for (const uri of redirectUris) expect(index).toContain(`<code>${uri}</code>`);
  }
  for (const path of ['restapi/oauth/token', 'embeddable/adapter.js']) {
    expect(index).toContain(`<code>/ringcentral/${path}</code>`);
  }
  expect(index).not.toContain(CONFIDENTIAL.clientSecret);
});
