import { expect } from '@playwright/test';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Demo, startDemo } from '../../demo/server/demo-server.js';
import { allow, newVisitor, test } from './fixtures.js';

const tokenRequests = (demo: Pick<Demo, 'sandbox'>) =>
  demo.sandbox.requests.filter(({ endpoint }) => endpoint === 'token');

test('code, connection, refresh, disconnect', async ({ demo, visitor }) => {
  const arrival = await visitor.connect();
  expect(arrival.status).toBe(200);
  const [connection] = await visitor.connections();
  expect(connection).toMatchObject({
    client: 'kommo',
    account: '31000001',
    accountName: 'Acme Trading',
    host: 'acme.kommo.com',
    status: 'connected',
  });

  const { id = '' } = connection ?? {};
  const token = async (isRefused: boolean) =>
    (await visitor.post('/settings/access-token', { id, isRefused })).json() as Promise<{ start: string }>;
  const first = await token(false);
  expect(first.start).toHaveLength(4);
  expect(await token(false)).toEqual(first);
  expect(tokenRequests(demo)).toHaveLength(1);
  for (let time = 0; time < 2; time++) expect(await token(true)).not.toEqual(first);
  expect(tokenRequests(demo)).toHaveLength(3);

  await fetch(`${demo.url}/crm/connections/${id}`, {
    method: 'DELETE',
    headers: { cookie: visitor.cookie(), 'x-crm-oauth': '1' },
  });
  expect(await visitor.connections()).toEqual([]);
});

test('no page shows a token or a secret', async ({ demo, visitor }) => {
  const arrival = await (await visitor.connect()).text();
  const secret = tokenRequests(demo).at(-1)?.params.get('client_secret') ?? '';
  expect(secret).toHaveLength(43);
  const pages = ['/', '/settings', '/widget-settings', '/crm/clients', '/crm/connections'];
  const texts = await Promise.all(pages.map(async (path) => (await visitor.get(path)).text()));
  const text = arrival + texts.join('');
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
  const refused = await newVisitor(demo).get(`/crm/callback/kommo?${answer.toString()}`);
  expect(refused.status).toBe(403);
  expect(await refused.text()).toContain('state_mismatch');
  expect(tokenRequests(demo)).toHaveLength(0);
  expect((await visitor.get(`/crm/callback/kommo?${answer.toString()}`)).status).toBe(200);
});

test('a connection of another session gives no token, and cannot be ended', async ({ demo, visitor }) => {
  await visitor.connect();
  const [{ id } = { id: '' }] = await visitor.connections();
  const other = newVisitor(demo);
  const token = await other.post('/settings/access-token', { id });
  expect([token.status, await token.json()]).toEqual([502, { error: 'reconnect' }]);
  expect((await other.post('/crm-side/disconnect', { id })).status).toBe(404);
  expect(await visitor.connections()).toHaveLength(1);
});

test('a hostile referer gets no secret', async ({ demo, visitor }) => {
  const answer = await allow(demo, { client_id: 'harbor-shop', state: await visitor.state() });
  answer.set('referer', 'acme.kommo.com.evil.example');
  const refused = await visitor.get(`/crm/callback/kommo?${answer.toString()}`);
  expect(await refused.text()).toContain('invalid_referer');
  expect(tokenRequests(demo)).toHaveLength(0);
});

for (const secretsFirst of [true, false]) {
  test(`metadata flow, secrets ${secretsFirst ? 'first' : 'last'}`, async ({ demo, visitor }) => {
    demo.sandbox.behave({ secretsFirst });
    const answer = await allow(demo, {
      name: 'Harbor Shop',
      redirect_uri: `${demo.url}/crm/callback/kommo-private`,
      secrets_uri: `${demo.url}/crm/secrets/kommo-private`,
      state: await visitor.state('kommo-private'),
    });
    const arrival = await visitor.get(`/crm/callback/kommo-private?${answer.toString()}`);
    expect(arrival.status).toBe(200);
    expect(await visitor.connections()).toMatchObject([{ client: 'kommo-private', status: 'connected' }]);
    expect(await (await visitor.get('/settings')).text()).toContain('kommo-private');
    expect(await (await newVisitor(demo).get('/settings')).text()).not.toContain('kommo-private');
  });
}

test('no cache keeps a state, a page of a session, or what the webhook answers', async ({
  demo,
  visitor,
}) => {
  for (const path of ['/crm/state?provider=kommo', '/settings', '/']) {
    expect((await visitor.get(path)).headers.get('cache-control'), path).toBe('no-store');
  }
  const posted = await fetch(`${demo.url}/crm/secrets/kommo-private`, {
    method: 'POST',
    body: new URLSearchParams(),
  });
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

test('a disconnection at the CRM is told to the shop, and the next consent connects again', async ({
  demo,
  visitor,
}) => {
  await visitor.connect();
  const [before] = await visitor.connections();
  expect(await demo.sandbox.disconnect('harbor-shop', 31000001)).toBe(200);
  expect(await visitor.connections()).toEqual([{ ...before, status: 'disconnected', until: undefined }]);
  await visitor.connect();
  expect(await visitor.connections()).toMatchObject([{ id: before?.id, status: 'connected' }]);
});

test('a connection outlives the process; what the CRM has forgotten has to be connected again', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'demo-'));
  const options = { database: join(directory, 'demo.sqlite'), sandbox: { port: 0 } };
  const first = await startDemo({ ...options, port: 0 });
  const visitor = newVisitor(first);
  await visitor.connect();
  const before = await visitor.connections();
  await first.close();

  const second = await startDemo({ ...options, port: Number(new URL(first.url).port) });
  const returned = newVisitor(second, visitor.cookie());
  expect(await returned.connections()).toEqual(before);
  const [{ id } = { id: '' }] = before;
  const refused = await returned.post('/settings/access-token', { id, isRefused: true });
  expect(await refused.json()).toEqual({ error: 'reconnect' });
  expect(await returned.connections()).toMatchObject([{ id, status: 'reconnect' }]);
  await returned.connect();
  expect(await returned.connections()).toMatchObject([{ id, status: 'connected' }]);
  await second.close();
  await rm(directory, { recursive: true });
});

test('whoever reads the database reads no token, no secret, and no key', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'demo-'));
  const database = join(directory, 'demo.sqlite');
  const demo = await startDemo({ port: 0, sandbox: { port: 0 }, database });
  const visitor = newVisitor(demo);
  await visitor.connect();
  const [{ id } = { id: '' }] = await visitor.connections();
  const shown = await visitor.post('/settings/access-token', { id });
  const { start } = (await shown.json()) as { start: string };
  expect(start).toHaveLength(4);
  await demo.close();
  const text = await readFile(database, 'latin1');
  expect(text).toContain('sealed:');
  expect(text).not.toContain(`"accessToken":"${start}`);
  const keys = JSON.parse(await readFile(`${database}.keys.json`, 'utf8')) as Record<string, string>;
  for (const key of Object.values(keys)) expect(text).not.toContain(key);
  await rm(directory, { recursive: true });
});
