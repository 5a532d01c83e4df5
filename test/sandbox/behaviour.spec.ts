import { expect } from '@playwright/test';
import type { Behaviour, Sandbox } from '../../sandbox/index.js';
import { allow, consentUrl, obtainCode, readAnswer, SHOP, test } from './fixtures.js';

const DEFAULTS = {
  answer: 'ask',
  delay: 0,
  coop: null,
  state: 'same',
  iss: 'missing',
  host: 'same',
  origin: 'same',
  secretsFirst: true,
  account: 'active',
  offline: false,
};

const post = (sandbox: Sandbox, body: string, headers: Record<string, string> = {}) =>
  fetch(`${sandbox.url}/sandbox/behaviour`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });

test('allow answers by itself, for the first account', async ({ sandbox }) => {
  sandbox.behave({ answer: 'allow' });
  const { redirect } = await readAnswer(await fetch(consentUrl(sandbox)));
  expect(redirect.searchParams.get('referer')).toBe('acme.kommo.com');
});

test('deny answers by itself', async ({ sandbox }) => {
  sandbox.behave({ answer: 'deny' });
  const { message } = await readAnswer(await fetch(consentUrl(sandbox)));
  expect(message).toEqual({ client_id: SHOP.clientId, error: 'access_denied' });
});

test('hang shows a page that does nothing', async ({ sandbox }) => {
  sandbox.behave({ answer: 'hang' });
  const text = await (await fetch(consentUrl(sandbox))).text();
  expect(text).toContain('One moment, please');
  expect(text).not.toMatch(/<form|<script/);
});

test('delay holds the page back', async ({ sandbox }) => {
  sandbox.behave({ delay: 250 });
  const start = performance.now();
  await fetch(consentUrl(sandbox));
  expect(performance.now() - start).toBeGreaterThanOrEqual(240);
});

test('coop is sent with every page of the authorization endpoint', async ({ sandbox }) => {
  const coop = async (response: Promise<Response>) =>
    (await response).headers.get('cross-origin-opener-policy');
  expect(await coop(fetch(consentUrl(sandbox)))).toBeNull();
  sandbox.behave({ coop: 'same-origin' });
  expect(await coop(fetch(consentUrl(sandbox)))).toBe('same-origin');
  expect(await coop(allow(consentUrl(sandbox)))).toBe('same-origin');
  expect(await coop(fetch(consentUrl(sandbox, { mode: 'x' })))).toBe('same-origin');
  sandbox.behave({ coop: undefined });
  expect(await coop(fetch(consentUrl(sandbox)))).toBeNull();
});

for (const [state, expected] of [
  ['wrong', 'not-s1'],
  ['missing', null],
] as const) {
  test(`state: ${state}`, async ({ sandbox }) => {
    sandbox.behave({ state });
    const { redirect } = await readAnswer(await allow(consentUrl(sandbox)));
    expect(redirect.searchParams.get('state')).toBe(expected);
  });
}

test('origin: other moves the window to 127.0.0.1', async ({ sandbox }) => {
  sandbox.behave({ origin: 'other' });
  const url = consentUrl(sandbox);
  const response = await fetch(url, { redirect: 'manual' });
  expect(response.headers.get('location')).toBe(url.replace('localhost', '127.0.0.1'));
  expect((await fetch(url)).status).toBe(200);
});

test('offline drops connections, and can be ended over HTTP', async ({ sandbox }) => {
  sandbox.behave({ offline: true });
  await expect(fetch(consentUrl(sandbox))).rejects.toThrow('fetch failed');
  expect((await post(sandbox, '{"offline":false}')).status).toBe(200);
  expect((await fetch(consentUrl(sandbox))).status).toBe(200);
});

test('reset forgets everything that came up since the start', async ({ sandbox }) => {
  const code = await obtainCode(sandbox);
  await fetch(consentUrl(sandbox, { client_id: 'new-id' }));
  sandbox.behave({ answer: 'deny', delay: 5 });
  sandbox.reset();
  expect(await (await fetch(`${sandbox.url}/sandbox/behaviour`)).json()).toEqual(DEFAULTS);
  expect(sandbox.requests).toHaveLength(0);
  expect(await (await fetch(sandbox.url)).text()).not.toContain('new-id');
  const response = await fetch(`${sandbox.url}/oauth2/access_token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: SHOP.clientId,
      client_secret: SHOP.clientSecret,
      redirect_uri: SHOP.redirectUri,
      code,
    }),
  });
  expect(response.status).toBe(400);
});

test('over HTTP a change is merged, and the whole behaviour comes back', async ({ sandbox }) => {
  await post(sandbox, '{"delay":1}');
  const response = await post(sandbox, '{"coop":"same-origin"}');
  expect(await response.json()).toEqual({ ...DEFAULTS, delay: 1, coop: 'same-origin' });
  expect(await (await post(sandbox, '{"coop":null}')).json()).toEqual({ ...DEFAULTS, delay: 1 });
});

for (const [body, message] of [
  ['{"answer":"maybe"}', 'The behaviour "answer" must be one of ask, allow, deny, hang.'],
  ['{"delay":-1}', 'The behaviour "delay" must be a whole number of milliseconds from 0 to 60000.'],
  ['{"delay":"5"}', 'The behaviour "delay" must be a whole number of milliseconds from 0 to 60000.'],
  ['{"coop":"a\\r\\nX-Evil: 1"}', 'The behaviour "coop" must be a header value, or null for none.'],
  ['{"offline":1}', 'The behaviour "offline" must be true or false.'],
  ['{"toString":1}', 'Unknown behaviour "toString".'],
  ['[]', 'The behaviour must be an object.'],
  ['{', 'The body is not valid JSON.'],
] as const) {
  test(`400 for ${body}`, async ({ sandbox }) => {
    const response = await post(sandbox, body);
    expect(response.status).toBe(400);
    expect(((await response.json()) as { error: string }).error).toContain(message);
    expect(await (await fetch(`${sandbox.url}/sandbox/behaviour`)).json()).toEqual(DEFAULTS);
  });
}

test('behave() refuses the same', ({ sandbox }) => {
  expect(() => sandbox.behave({ delay: 0.5 })).toThrow(TypeError);
  expect(() => sandbox.behave({ colour: 'red' } as Partial<Behaviour>)).toThrow('Unknown behaviour "colour"');
});

test('only JSON, and only pages on this machine, may change it', async ({ sandbox }) => {
  expect((await post(sandbox, '{"delay":1}', { 'content-type': 'text/plain' })).status).toBe(415);
  for (const origin of ['https://evil.example', 'null', 'http://localhost.evil.example']) {
    const response = await post(sandbox, '{"delay":1}', { origin });
    expect(response.status).toBe(403);
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  }
  const origin = 'http://localhost:3000';
  const response = await post(sandbox, '{"delay":1}', { origin });
  expect(response.status).toBe(200);
  expect(response.headers.get('access-control-allow-origin')).toBe(origin);
});
