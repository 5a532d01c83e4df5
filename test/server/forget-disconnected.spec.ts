import { expect } from '@playwright/test';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { forgetDisconnected, MemoryTokenStore, TokenSet } from '../../src/server.js';
import { SHOP } from '../sandbox/fixtures.js';
import { obtainTokens, rejection, sendJson, shop, test, TOKENS } from './fixtures.js';
import { made } from './overtaken-updates.js';

const ACCOUNT = 31000001;

test('tokens that the CRM takes stay, and those that it refuses go', async ({ sandbox }) => {
  const store = new MemoryTokenStore();
  const tokens = await obtainTokens(sandbox);
  const options = { client: shop, store, server: sandbox.url };
  store.set('a', tokens);
  store.set('b', tokens);
  await forgetDisconnected('a', options);
  await forgetDisconnected('nobody', options);
  expect(store.get('a')).toBe(tokens);
  await sandbox.disconnect(SHOP.clientId, ACCOUNT);
  await forgetDisconnected('a', options);
  expect(store.get('a')).toBeUndefined();
  expect(store.get('b')).toBe(tokens);
});

test('an access token that has expired is no sign of it: it is refreshed, and what came is kept', async ({
  sandbox,
  clock,
}) => {
  const store = new MemoryTokenStore();
  const options = { client: shop, store, server: sandbox.url };
  const expired = new TokenSet({ ...(await obtainTokens(sandbox)).toRecord(), expiresAt: Date.now() });
  clock.now += 86_400_000;
  store.set('a', expired);
  await forgetDisconnected('a', options);
  const refreshed = store.get('a');
  expect(refreshed?.accessToken).not.toBe(expired.accessToken);
  expect(refreshed?.expiresAt).toBeGreaterThan(Date.now());

  store.set('a', new TokenSet({ ...refreshed!.toRecord(), expiresAt: Date.now() }));
  await sandbox.disconnect(SHOP.clientId, ACCOUNT);
  await forgetDisconnected('a', options);
  expect(store.get('a')).toBeUndefined();
});

for (const status of [200, 204, 302, 402, 403, 404, 429, 500, 503]) {
  test(`an answer of ${status} removes nothing, and no redirect is followed`, async ({ vendor }) => {
    const store = new MemoryTokenStore();
    const tokens = made('kept');
    store.set('a', tokens);
    const asked: (string | undefined)[] = [];
    vendor.answer = ({ method, url, headers }, response) => {
      asked.push(method, url, headers.authorization);
      response.writeHead(status, { location: `${vendor.url}/elsewhere` }).end();
    };
    await forgetDisconnected('a', { client: shop, store, server: vendor.url });
    expect(asked).toEqual(['GET', '/api/v4/account', 'Bearer kept-a']);
    expect(store.get('a')).toBe(tokens);
  });
}

for (const [what, answer, code] of [
  ['does not answer', () => undefined, 'timeout'],
  ['hangs up', ({ socket }) => socket.destroy(), 'unreachable'],
] as [string, (request: IncomingMessage) => unknown, string][]) {
  test(`where the CRM ${what}, nothing is removed, and a refresh is not lost`, async ({ vendor }) => {
    const store = new MemoryTokenStore();
    const options = { client: shop, store, server: vendor.url, timeout: 200 };
    vendor.answer = (request, response) => {
      if (request.method === 'POST') sendJson(response, 200, TOKENS);
      else answer(request);
    };
    store.set('a', made('old', 0));
    expect(await rejection(forgetDisconnected('a', options))).toMatchObject({ name: 'TokenError', code });
    expect(store.get('a')?.accessToken).toBe(TOKENS.access_token);
  });
}

test('a refresh that fails for another reason removes nothing', async ({ vendor }) => {
  const store = new MemoryTokenStore();
  store.set('a', made('old', 0));
  const options = { client: shop, store, server: vendor.url };
  for (const [status, code] of [
    [401, 'invalid_client'],
    [429, 'temporarily_unavailable'],
    [500, 'server_error'],
  ] as const) {
    vendor.answer = (_: IncomingMessage, response: ServerResponse) => sendJson(response, status, {});
    expect(await rejection(forgetDisconnected('a', options))).toMatchObject({ code });
    expect(store.get('a')?.accessToken).toBe('old-a');
  }
});

test('somebody who connects anew while the CRM is asked stays connected', async ({ vendor }) => {
  const store = new MemoryTokenStore();
  store.set('a', made('old'));
  vendor.answer = (_, response) => {
    store.set('a', made('new'));
    sendJson(response, 401, {});
  };
  await forgetDisconnected('a', { client: shop, store, server: vendor.url });
  expect(store.get('a')?.accessToken).toBe('new-a');
});
