import { expect } from '@playwright/test';
import { createHandler, MemoryStore } from '../../src/server.js';
import { everyView, SECRET } from './fixtures.js';
import { KOMMO_ACCOUNT, test } from './handler-fixtures.js';

test('the application learns of a connection before the visitor goes on', async ({ site }) => {
  const seen: unknown[] = [];
  site.hooks.afterConnect = async (connection, user) => {
    seen.push(connection, user, await site.crm.accessToken(user, connection.id));
  };
  const connection = await site.connect('ann', 'kommo');
  const token = await site.crm.accessToken('ann', connection.id);
  expect(seen).toEqual([connection, 'ann', token]);
});

test('where the application fails, the visitor learns that, and the connection stays', async ({ site }) => {
  const failure = new Error('The database is full');
  site.hooks.afterConnect = () => Promise.reject(failure);
  const response = await site.as('ann')(await site.authorize('ann', 'kommo'));
  expect(response.status).toBe(403);
  const text = await response.text();
  expect(text).toContain('data-error="completion_failed"');
  expect(text).not.toContain('database');
  expect(site.errors).toEqual([failure]);
  expect(await site.crm.connections('ann')).toMatchObject([{ status: 'connected' }]);
});

test('each change of a status is told once, in order', async ({ site }) => {
  const { id } = await site.connect('ann', 'kommo');
  // Again: no change.
  await site.connect('ann', 'kommo');
  await site.sandbox.disconnect('shop-id', KOMMO_ACCOUNT);
  await site.connect('ann', 'kommo');
  await site.crm.disconnect('ann', id);
  await site.crm.disconnect('ann', id);
  expect(site.told.map(({ status }) => status)).toEqual([
    'connected',
    'disconnected',
    'connected',
    'disconnected',
  ]);
});

test('a listener of statuses that fails changes nothing, and its error is told', async ({ site }) => {
  const errors: unknown[] = [];
  const failure = new Error('listener');
  const crm = createHandler({
    clients: site.clients,
    store: site.store,
    userOf: () => 'ann',
    onStatus: () => Promise.reject(failure),
    onError: (error) => errors.push(error),
  });
  const { id } = await site.connect('ann', 'kommo');
  expect(await crm.disconnect('ann', id)).toBe(true);
  expect(errors).toEqual([failure]);
});

test('a wrong secret is an error for the developers, without the secret', async ({ startSite, site }) => {
  // This sandbox knows another redirect URI for the same client.
  const other = await startSite(new MemoryStore(), { server: site.sandbox.url });
  const url = await other.authorize('ann', 'kommo');
  const response = await other.as('ann')(url);
  expect(await response.text()).toContain('data-error="invalid_grant"');
  expect(other.errors).toMatchObject([{ name: 'TokenError', code: 'invalid_grant' }]);
  const shown = other.errors.map(everyView).join('\n');
  for (const secret of [SECRET, url.searchParams.get('code')!]) expect(shown).not.toContain(secret);
});

test('a store that fails is a failure of this side, and the answer quotes nothing of it', async ({
  startSite,
}) => {
  const store = new MemoryStore();
  const broken = () => Promise.reject(new Error('password=hunter2'));
  const site = await startSite({
    states: { add: broken, get: broken, use: broken },
    secrets: store.secrets,
    connections: { ...store.connections, list: broken, find: broken, get: broken },
  });
  for (const path of ['/state?provider=kommo', '/connections']) {
    const response = await site.as('ann')(path);
    expect([response.status, await response.text()]).toEqual([500, 'server_error']);
  }
  const response = await site.as('ann')('/callback/kommo?code=a&state=b');
  expect([response.status, (await response.text()).includes('hunter2')]).toEqual([403, false]);
  expect(site.errors).toHaveLength(3);
});
