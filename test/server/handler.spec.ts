import { expect } from '@playwright/test';
import { SECRET } from './fixtures.js';
import { ID, KOMMO_ACCOUNT, NAMES, type Send, test } from './handler-fixtures.js';

const MARKED = { 'x-crm-oauth': '1' };
const listOf = async (send: Send) => (await (await send('/connections')).json()) as { id: string }[];

for (const name of NAMES) {
  test(`a person connects ${name}, sees it, uses it and disconnects`, async ({ site }) => {
    const ann = site.as('ann');
    const connection = await site.connect('ann', name);
    expect(connection).toMatchObject({ client: name, status: 'connected' });
    expect(await listOf(ann)).toEqual([connection]);
    expect(await site.crm.accessToken('ann', connection.id)).toMatch(/^[\x21-\x7e]{20,}$/);

    const deleted = await ann(`/connections/${connection.id}`, { method: 'DELETE', headers: MARKED });
    expect([deleted.status, await deleted.text()]).toEqual([204, '']);
    expect(await listOf(ann)).toEqual([]);
    await expect(site.crm.accessToken('ann', connection.id)).rejects.toMatchObject({ code: 'reconnect' });
    expect(site.told.map(({ status, user }) => [status, user])).toEqual([
      ['connected', 'ann'],
      ['disconnected', 'ann'],
    ]);
    expect(site.errors).toEqual([]);
  });
}

test('a connection is listed with what the contract names, and nothing more', async ({ site }) => {
  const before = Date.now();
  await site.connect('ann', 'kommo');
  const [listed] = await listOf(site.as('ann'));
  expect(listed).toEqual({
    id: expect.stringMatching(/^[\w-]{22}$/),
    client: 'kommo',
    provider: 'kommo',
    account: String(KOMMO_ACCOUNT),
    accountName: 'Acme Trading',
    host: 'acme.kommo.com',
    status: 'connected',
    since: expect.any(Number),
    until: expect.any(Number),
  });
  const { since, until } = listed as unknown as { since: number; until: number };
  expect(since).toBeGreaterThanOrEqual(before);
  expect(until - since).toBeLessThan(90 * 86_400_000 + 60_000);
});

test('the clients of a settings page, in order, with the settings of their buttons and no secret', async ({
  site,
}) => {
  const response = await site.as('ann')('/clients');
  const text = await response.text();
  expect(text).not.toContain(SECRET);
  const clients = JSON.parse(text) as { name: string; settings: Record<string, string> }[];
  expect(clients.map(({ name }) => name)).toEqual(NAMES);
  const settingsOf = (name: string) => clients.find((client) => client.name === name)?.settings;
  expect(settingsOf('kommo')).toEqual({
    provider: 'kommo',
    clientId: ID,
    redirectUri: `${site.url}/callback/kommo`,
    server: `${site.sandbox.url}/kommo`,
  });
  expect(settingsOf('dynamics')).toMatchObject({ resource: 'https://acme.crm4.dynamics.com' });
  expect(settingsOf('external')).toEqual({
    provider: 'kommo',
    redirectUri: `${site.url}/callback/external`,
    secretsUri: `${site.url}/secrets/external`,
    name: 'Harbor Analytics',
    server: `${site.sandbox.url}/kommo`,
  });
});

test('whoever is not signed in learns and changes nothing', async ({ site }) => {
  const { id } = await site.connect('ann', 'kommo');
  for (const user of [undefined, '']) {
    const nobody = site.as(user);
    for (const path of ['/state?provider=kommo', '/clients', '/connections']) {
      const response = await nobody(path);
      expect([response.status, await response.json()], path).toEqual([401, { error: 'login_required' }]);
    }
    const response = await nobody(`/connections/${id}`, { method: 'DELETE', headers: MARKED });
    expect(response.status).toBe(401);
  }
  expect(await listOf(site.as('ann'))).toHaveLength(1);
});

test('a path that is none of the routes is not found, and neither is a client that there is not', async ({
  site,
}) => {
  for (const path of [
    '',
    '/',
    '/nothing',
    '/state/',
    '/state/kommo',
    '/clients/',
    '/connections/',
    '/callback',
    '/callback/',
    '/callback/zoho',
    '/callback/kommo/',
    '/callback/kommo/more',
    '/callback.js/',
    '/CALLBACK/kommo',
    '/callback/KOMMO',
    '/installed/kommo',
    '/disconnected/hubspot',
    '/secrets/kommo',
    '/connections/a/b',
    '/../connections',
    '/%63onnections',
  ]) {
    const isId = path === '/connections/';
    const response = await site.as('ann')(path, isId ? { method: 'DELETE', headers: MARKED } : {});
    expect([response.status, await response.json()], path).toEqual([404, { error: 'not_found' }]);
  }
});

test('another method is refused, and the answer names those that there are', async ({ site }) => {
  for (const [method, path, allow] of [
    ['POST', '/state?provider=kommo', 'GET'],
    ['DELETE', '/connections', 'GET'],
    ['PUT', '/clients', 'GET'],
    ['GET', '/connections/x', 'DELETE'],
    ['POST', '/callback/kommo', 'GET'],
    ['DELETE', '/callback/kommo', 'GET'],
    ['PATCH', '/callback/pipedrive', 'GET, DELETE'],
    ['GET', '/secrets/external', 'POST'],
    ['POST', '/disconnected/kommo', 'GET'],
    ['HEAD', '/connections', 'GET'],
    ['OPTIONS', '/connections', 'GET'],
    ['POST', '/callback.js', 'GET'],
  ] as const) {
    const response = await site.as('ann')(path, { method });
    expect([response.status, response.headers.get('allow')], `${method} ${path}`).toEqual([405, allow]);
  }
});

test('an unknown provider has no state', async ({ site }) => {
  for (const query of ['', '?provider=', '?provider=zoho', '?provider=__proto__', '?provider=KOMMO']) {
    const response = await site.as('ann')(`/state${query}`);
    expect([response.status, await response.json()]).toEqual([400, { error: 'unknown_provider' }]);
  }
});
