import { expect } from '@playwright/test';
import { createHmac } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Clients, openDatabase } from '../../demo/server/database.js';
import { type Demo, startDemo } from '../../demo/server/demo-server.js';
import { Client } from '../../src/server.js';
import { allow, newVisitor, test } from './fixtures.js';

const tokenRequests = (demo: Pick<Demo, 'sandbox'>) =>
  demo.sandbox.requests.filter(({ endpoint }) => endpoint === 'token');

test('code, connection, refresh, disconnect', async ({ demo, visitor }) => {
  const answer = await allow(demo, { client_id: 'harbor-shop', state: await visitor.state() });
  const arrival = await visitor.get(`/callback?${answer.toString()}`);
  expect([arrival.status, arrival.headers.get('location')]).toEqual([303, '/connection']);

  const tokens = async () => {
    const text = await (await visitor.get('/connection')).text();
    expect(text).toMatch(/Connected to Acme Trading[^]*\(acme\.kommo\.com\)/);
    return [...text.matchAll(/<code>([\w-]+)…<\/code>/g)].map(([, start]) => start);
  };
  const first = await tokens();
  expect(first.map((start) => start?.length)).toEqual([4, 4]);
  for (let time = 0; time < 2; time++) {
    const refreshed = await visitor.post('/refresh');
    expect(refreshed.headers.get('location')).toBe('/connection?refreshed');
  }
  expect(await tokens()).not.toEqual(first);
  expect(tokenRequests(demo)).toHaveLength(3);

  await visitor.post('/disconnect');
  expect(await (await visitor.get('/connection')).text()).toContain('Nothing is connected');
});

test('no page shows a token or a secret in full', async ({ demo, visitor }) => {
  const answer = await allow(demo, { client_id: 'harbor-shop', state: await visitor.state() });
  await visitor.get(`/callback?${answer.toString()}`);
  const secret = tokenRequests(demo).at(-1)?.params.get('client_secret') ?? '';
  expect(secret).toHaveLength(43);
  const text = (await (await visitor.get('/connection')).text()) + (await (await visitor.get('/')).text());
  expect(text).not.toContain(secret);
  // States are shorter. The hash of the script is known to everybody.
  expect(text.replace(/data-integrity="[^"]*"/, '')).not.toMatch(/[\w-]{43}/);
});

test('the session cookie is out of reach for scripts', async ({ demo }) => {
  const { headers } = await fetch(demo.url);
  expect(headers.get('set-cookie')).toMatch(
    /^harbor-session=[\w-]{43}\.[\w%]{40,}; Path=\/; HttpOnly; SameSite=Lax$/,
  );
});

test('a state of another session is refused, and stays good for its own', async ({ demo, visitor }) => {
  const answer = await allow(demo, { client_id: 'harbor-shop', state: await visitor.state() });
  const refused = await newVisitor(demo).get(`/callback?${answer.toString()}`);
  expect(refused.status).toBe(403);
  expect(await refused.text()).toContain('state_mismatch');
  expect(tokenRequests(demo)).toHaveLength(0);
  expect((await visitor.get(`/callback?${answer.toString()}`)).status).toBe(303);
});

for (const query of ['code=c&state=made-up&referer=acme.kommo.com', 'code=c&referer=acme.kommo.com', '']) {
  test(`without a state of ours: “${query}”`, async ({ demo, visitor }) => {
    const refused = await visitor.get(`/callback?${query}`);
    expect(refused.status).toBe(403);
    expect(await refused.text()).toContain('state_mismatch');
    expect(tokenRequests(demo)).toHaveLength(0);
  });
}

test('a state works once', async ({ demo, visitor }) => {
  const answer = await allow(demo, { client_id: 'harbor-shop', state: await visitor.state() });
  await visitor.get(`/callback?${answer.toString()}`);
  const refused = await visitor.get(`/callback?${answer.toString()}`);
  expect(await refused.text()).toContain('state_used');
  expect(tokenRequests(demo)).toHaveLength(1);
});

test('a state works for ten minutes', async ({ demo, visitor, clock }) => {
  const answer = await allow(demo, { client_id: 'harbor-shop', state: await visitor.state() });
  clock.now += 10 * 60_000;
  expect(await (await visitor.get(`/callback?${answer.toString()}`)).text()).toContain('state_expired');
  expect(tokenRequests(demo)).toHaveLength(0);
});

for (const referer of [
  '',
  'evil.example',
  'acme.kommo.com.evil.example',
  'kommo.com',
  '.kommo.com',
  '-a.kommo.com',
  'evilkommo.com',
  'acme.kommo.com/../evil',
  'acme.kommo.com:8080',
  'acme.kommo.com@evil.example',
  'evil.example/acme.kommo.com',
  'evil.example#acme.kommo.com',
  'a.b.kommo.com',
  'ACME.kommo.com',
  'acme.kommo.com\n',
  '127.0.0.1',
  'localhost',
  'http://acme.kommo.com',
  'https://https://acme.kommo.com',
  `${'a'.repeat(64)}.kommo.com`,
  'аcme.kommo.com',
]) {
  test(`referer ${JSON.stringify(referer)} causes no request`, async ({ demo, visitor }) => {
    const answer = await allow(demo, { client_id: 'harbor-shop', state: await visitor.state() });
    answer.set('referer', referer);
    const refused = await visitor.get(`/callback?${answer.toString()}`);
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('invalid_referer');
    expect(tokenRequests(demo)).toHaveLength(0);
  });
}

test('a referer may have https:// in front', async ({ demo, visitor }) => {
  const answer = await allow(demo, { client_id: 'harbor-shop', state: await visitor.state() });
  answer.set('referer', 'https://acme.kommo.com');
  expect((await visitor.get(`/callback?${answer.toString()}`)).status).toBe(303);
});

test('what the CRM says is shown, and escaped', async ({ visitor }) => {
  const state = await visitor.state();
  const refused = await visitor.get(`/callback?state=${state}&error=%3Cb%3Eno%3C/b%3E`);
  expect(refused.status).toBe(403);
  expect(await refused.text()).toContain('&lt;b&gt;no&lt;/b&gt;');

  const state2 = await visitor.state();
  const query = `state=${state2}&code=made-up&referer=acme.kommo.com&client_id=harbor-shop`;
  const failed = await visitor.get(`/callback?${query}`);
  expect(failed.status).toBe(502);
  expect(await failed.text()).toContain('Cannot decrypt the authorization code');
});

test('a CRM that does not answer', async ({ demo, visitor }) => {
  const answer = await allow(demo, { client_id: 'harbor-shop', state: await visitor.state() });
  demo.sandbox.behave({ offline: true });
  expect(await (await visitor.get(`/callback?${answer.toString()}`)).text()).toContain('unreachable');
});

test('another site cannot refresh or disconnect', async ({ demo, visitor }) => {
  const answer = await allow(demo, { client_id: 'harbor-shop', state: await visitor.state() });
  await visitor.get(`/callback?${answer.toString()}`);
  for (const path of ['/refresh', '/disconnect']) {
    expect((await visitor.post(path, 'https://evil.example')).status).toBe(403);
  }
  expect(await (await visitor.get('/connection')).text()).toContain('Connected to Acme Trading');
});

for (const secretsFirst of [true, false]) {
  test(`metadata flow, secrets ${secretsFirst ? 'first' : 'last'}`, async ({ demo, visitor }) => {
    demo.sandbox.behave({ secretsFirst });
    const answer = await allow(demo, {
      name: 'Harbor Shop',
      redirect_uri: `${demo.url}/callback`,
      secrets_uri: `${demo.url}/secrets`,
      state: await visitor.state(),
    });
    expect((await visitor.get(`/callback?${answer.toString()}`)).status).toBe(303);
  });
}

test('the webhook takes JSON and forms, for states of ours only', async ({ demo, visitor }) => {
  const fields = { client_id: 'i', client_secret: 's', state: await visitor.state() };
  const post = async (body: string | URLSearchParams, type?: string) => {
    const headers = type ? { 'content-type': type } : {};
    return (await fetch(`${demo.url}/secrets`, { method: 'POST', body, headers })).status;
  };
  expect(await post(JSON.stringify(fields), 'application/json')).toBe(200);
  const state = await visitor.state();
  expect(await post(new URLSearchParams({ ...fields, state }))).toBe(200);
  expect(await post(JSON.stringify(fields), 'application/json')).toBe(409);
  expect(await post(JSON.stringify({ ...fields, state: 'made-up' }), 'application/json')).toBe(403);
  expect(await post(JSON.stringify({ ...fields, state: 1 }), 'application/json')).toBe(400);
  expect(await post('null', 'application/json')).toBe(400);
  expect(await post('{', 'application/json')).toBe(400);
});

/** Somebody posts a secret of their own making for an integration, under a state of their own, and comes for it. */
async function claim(demo: Demo, clientId: string, callback: string): Promise<Response> {
  const attacker = newVisitor(demo);
  const state = await attacker.state();
  const body = new URLSearchParams({ client_id: clientId, client_secret: 'wrong', state });
  expect((await fetch(`${demo.url}/secrets`, { method: 'POST', body })).status).toBe(200);
  const query = new URLSearchParams({
    code: 'made-up',
    state,
    referer: 'acme.kommo.com',
    client_id: clientId,
  });
  return attacker.get(`${callback}?${query.toString()}`);
}

test('a secret that somebody posts for a registered integration does not replace its own', async ({
  demo,
  visitor,
}) => {
  for (const callback of ['/callback', '/callback/message']) {
    for (const clientId of ['harbor-shop', 'harbor-shop-message']) await claim(demo, clientId, callback);
  }
  const answer = await allow(demo, { client_id: 'harbor-shop', state: await visitor.state() });
  expect((await visitor.get(`/callback?${answer.toString()}`)).status).toBe(303);
});

test('nor does it count before the CRM has taken it, or come between another visitor and theirs', async ({
  demo,
  visitor,
}) => {
  const answer = await allow(demo, {
    name: 'Harbor Shop',
    redirect_uri: `${demo.url}/callback`,
    secrets_uri: `${demo.url}/secrets`,
    state: await visitor.state(),
  });
  const clientId = answer.get('client_id') ?? '';
  const refused = await claim(demo, clientId, '/callback');
  expect([refused.status, await refused.text()]).toEqual([502, expect.stringContaining('tokens_refused')]);
  expect((await visitor.get(`/callback?${answer.toString()}`)).status).toBe(303);
  await claim(demo, clientId, '/callback/message');
  expect((await visitor.post('/refresh')).headers.get('location')).toBe('/connection?refreshed');
});

test('a secret that is kept stays, and its redirect URI may move', () => {
  const database = openDatabase();
  const clients = new Clients(database);
  const redirectUri = 'https://shop.example/';
  clients.keep(new Client({ clientId: 'a', clientSecret: 'first', redirectUri }));
  clients.keep(new Client({ clientId: 'a', clientSecret: 'second', redirectUri: `${redirectUri}new` }));
  expect(clients.find('a')).toMatchObject({ clientSecret: 'first', redirectUri: `${redirectUri}new` });
  database.close();
});

test('no cache keeps a state, a page of a session, or what the webhook answers', async ({
  demo,
  visitor,
}) => {
  for (const path of ['/login-state', '/connection', '/']) {
    expect((await visitor.get(path)).headers.get('cache-control'), path).toBe('no-store');
  }
  const posted = await fetch(`${demo.url}/secrets`, { method: 'POST', body: new URLSearchParams() });
  expect(posted.headers.get('cache-control')).toBe('no-store');
  expect((await visitor.get('/cdn/button.js')).headers.get('cache-control')).toBe('no-cache');
});

test('only files that were built for the browser are served', async ({ visitor }) => {
  expect((await visitor.get('/cdn/button.min.js')).status).toBe(200);
  expect((await visitor.get('/dist/consent.js')).status).toBe(200);
  const builtForServers = [
    '/dist/server.js',
    '/dist/server/tokens/client.js',
    '/dist/providers/token-endpoints.js',
    '/dist/providers/kommo/tokens.js',
    '/dist/sandbox/index.js',
    '/dist/sandbox/cli.js',
  ];
  for (const path of builtForServers) expect(existsSync(path.slice(1)), path).toBe(true);
  for (const path of [
    ...builtForServers,
    '/package.json',
    '/cdn/%2e%2e/package.json',
    '/assets/page.ts',
    '/studio/studio.ts',
  ]) {
    expect((await visitor.get(path)).status, path).toBe(404);
  }
});

test('a disconnection at the CRM: the signed hook ends the connection, a forged or a late one does not', async ({
  demo,
  visitor,
}) => {
  const connect = async () => {
    const answer = await allow(demo, { client_id: 'harbor-shop', state: await visitor.state() });
    await visitor.get(`/callback?${answer.toString()}`);
    return (await visitor.get('/connection')).text();
  };
  const account = 31000001;
  const secret = async () => {
    await connect();
    return tokenRequests(demo).at(-1)?.params.get('client_secret') ?? '';
  };
  const signature = createHmac('sha256', await secret())
    .update(`harbor-shop|${account}`)
    .digest('hex');
  const hook = (given: string) =>
    fetch(`${demo.url}/disconnected?client_uuid=harbor-shop&account_id=${account}&signature=${given}`);
  const page = async () => (await visitor.get('/connection')).text();

  expect((await hook('0'.repeat(64))).status).toBe(403);
  expect((await hook(signature)).status).toBe(200);
  expect(await page()).toContain('Connected to Acme Trading');
  expect(await demo.sandbox.disconnect('harbor-shop', account)).toBe(200);
  expect(await page()).toContain('Nothing is connected');
  expect(await connect()).toContain('Connected to Acme Trading');
});

test('a connection outlives the process; what the CRM has forgotten has to be connected again', async ({
  clock,
}) => {
  const directory = await mkdtemp(join(tmpdir(), 'demo-'));
  const options = { database: join(directory, 'demo.sqlite'), sandbox: { port: 0 }, now: () => clock.now };
  const first = await startDemo({ ...options, port: 0 });
  const visitor = newVisitor(first);
  const answer = await allow(first, { client_id: 'harbor-shop', state: await visitor.state() });
  await visitor.get(`/callback?${answer.toString()}`);
  await first.close();

  const second = await startDemo({ ...options, port: Number(new URL(first.url).port) });
  expect(await (await visitor.get('/connection')).text()).toContain('Connected to Acme Trading');
  const refreshed = await visitor.post('/refresh');
  expect(refreshed.status).toBe(502);
  expect(await refreshed.text()).toContain('Invalid refresh token');
  const again = await allow(second, { client_id: 'harbor-shop', state: await visitor.state() });
  expect((await visitor.get(`/callback?${again.toString()}`)).status).toBe(303);
  expect((await visitor.post('/refresh')).headers.get('location')).toBe('/connection?refreshed');
  await second.close();
  await rm(directory, { recursive: true });
});
