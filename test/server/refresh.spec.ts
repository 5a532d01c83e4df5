import { expect } from '@playwright/test';
import { freshTokens, MemoryTokenStore, refreshTokens, TokenSet, type TokenStore } from '../../src/server.js';
import { SHOP } from '../sandbox/fixtures.js';
import { forward, obtainTokens, rejection, sendJson, shop, test, tokenRequests, TOKENS } from './fixtures.js';
import { made, OUTCOMES, overtake, OVERTAKINGS } from './overtaken-updates.js';
import { openDatabase, SqliteTokenStore } from './sqlite-token-store.js';

const aged = (tokens: TokenSet) => new TokenSet({ ...tokens.toRecord(), expiresAt: Date.now() + 1000 });

test('a refresh gives new tokens, again and again', async ({ sandbox }) => {
  const options = { server: sandbox.url };
  const first = await obtainTokens(sandbox);
  const second = await refreshTokens(shop, first, options);
  const third = await refreshTokens(shop, second, options);
  expect(new Set([first, second, third].map(({ refreshToken }) => refreshToken)).size).toBe(3);
  expect(await rejection(refreshTokens(shop, first, options))).toMatchObject({
    code: 'invalid_grant',
    hint: 'Invalid refresh token',
  });
});

test('a refresh token that is three months old', async ({ sandbox, clock }) => {
  const tokens = await obtainTokens(sandbox);
  clock.now += 90 * 24 * 60 * 60_000;
  expect(await rejection(refreshTokens(shop, tokens, { server: sandbox.url }))).toMatchObject({
    code: 'invalid_grant',
    hint: 'Token has expired',
  });
});

test('a response that was lost: once more with the old token', async ({ sandbox, vendor }) => {
  const tokens = await obtainTokens(sandbox);
  // The CRM carries the first request out, and its response never arrives.
  vendor.answer = (_, response, body) => {
    void forward(sandbox, body).then(({ status, answer }) => {
      if (vendor.bodies.length === 1) response.destroy();
      else sendJson(response, status, answer);
    });
  };
  const refreshed = await refreshTokens(shop, tokens, { server: vendor.url });
  expect(vendor.bodies[1]).toBe(vendor.bodies[0]);
  expect(tokenRequests(sandbox)).toBe(3);
  await refreshTokens(shop, refreshed, { server: sandbox.url });
});

for (const [what, options] of [
  ['hangs up', {}],
  ['does not answer', { timeout: 150 }],
] as const) {
  test(`where the server ${what}, there are two tries and no more`, async ({ vendor, sandbox }) => {
    const tokens = await obtainTokens(sandbox);
    vendor.answer = (request) => what === 'hangs up' && request.socket.destroy();
    const error = await rejection(refreshTokens(shop, tokens, { server: vendor.url, ...options }));
    expect(error).toMatchObject({ isTransport: true });
    expect(vendor.bodies).toHaveLength(2);
  });
}

test('refreshing the same tokens at the same time is one request', async ({ sandbox }) => {
  const tokens = await obtainTokens(sandbox);
  const copy = new TokenSet(tokens.toRecord());
  const refreshed = await Promise.all(
    [tokens, copy, tokens].map((each) => refreshTokens(shop, each, { server: sandbox.url })),
  );
  expect(new Set(refreshed).size).toBe(1);
  expect(tokenRequests(sandbox)).toBe(2);
  await refreshTokens(shop, tokens, { server: sandbox.url });
  expect(tokenRequests(sandbox)).toBe(3);
});

test('fresh tokens are handed out as they are', async ({ sandbox }) => {
  const store = new MemoryTokenStore();
  const tokens = await obtainTokens(sandbox);
  store.set('a', tokens);
  const options = { client: shop, store, server: sandbox.url };
  expect(await freshTokens('a', options)).toBe(tokens);
  expect(await freshTokens('b', options)).toBeUndefined();
  expect(tokenRequests(sandbox)).toBe(1);
  expect(await freshTokens('a', { ...options, leeway: 86_400_001 })).not.toBe(tokens);
});

test('however many ask at once, there is one refresh, and all get its tokens', async ({ sandbox }) => {
  const store = new MemoryTokenStore();
  store.set('a', aged(await obtainTokens(sandbox)));
  store.set('b', aged(await obtainTokens(sandbox)));
  const options = { client: shop, store, server: sandbox.url };
  const accounts = Array.from({ length: 20 }, (_, index) => (index % 2 ? 'a' : 'b'));
  const given = await Promise.all(accounts.map((account) => freshTokens(account, options)));
  expect(new Set(given).size).toBe(2);
  expect(tokenRequests(sandbox)).toBe(4);
  expect(store.get('a')).toBe(given[1]);
});

test('access tokens that the API refuses are replaced once', async ({ sandbox }) => {
  const store = new MemoryTokenStore();
  const tokens = await obtainTokens(sandbox);
  store.set('a', tokens);
  const options = { client: shop, store, server: sandbox.url, refused: tokens.accessToken };
  const [first, second] = [await freshTokens('a', options), await freshTokens('a', options)];
  expect(first).not.toBe(tokens);
  expect(second).toBe(first);
  expect(tokenRequests(sandbox)).toBe(2);
});

test('a refusal reaches everybody who waits, and the store keeps what it has', async ({ vendor }) => {
  const store = new MemoryTokenStore();
  const record = { host: 'acme.kommo.com', accessToken: 'a', refreshToken: 'r', issuedAt: 0, expiresAt: 0 };
  const tokens = new TokenSet(record);
  store.set('a', tokens);
  vendor.answer = (_, response) => sendJson(response, 400, { hint: 'Token has been revoked' });
  const options = { client: shop, store, server: vendor.url };
  const outcomes = await Promise.allSettled([freshTokens('a', options), freshTokens('a', options)]);
  for (const outcome of outcomes) {
    expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'invalid_grant' } });
  }
  expect(store.get('a')).toBe(tokens);
  vendor.answer = (_, response) => sendJson(response, 200, TOKENS);
  expect(await freshTokens('a', options)).toMatchObject({ accessToken: TOKENS.access_token });
});

test('an account that was removed while others waited stays removed', async ({ sandbox }) => {
  const store = new MemoryTokenStore();
  store.set('a', aged(await obtainTokens(sandbox)));
  const removal = store.update('a', async () => {
    store.delete('a');
    return Promise.resolve(undefined);
  });
  const waiting = freshTokens('a', { client: shop, store, server: sandbox.url });
  await removal;
  expect(await waiting).toBeUndefined();
  expect(tokenRequests(sandbox)).toBe(1);
});

for (const [kind, newStore] of [
  ['in memory', () => new MemoryTokenStore()],
  ['in SQLite', () => new SqliteTokenStore(openDatabase())],
] as [string, () => TokenStore][]) {
  for (const { what, act, kept } of OVERTAKINGS) {
    for (const [outcome, refresh] of Object.entries(OUTCOMES)) {
      test(`${kind}: ${what} while a refresh was under way that ${outcome}`, async () => {
        const result = await overtake(newStore(), act, refresh, () => new Promise(setImmediate));
        expect(result).toEqual({ given: kept, kept, waited: kept });
      });
    }
  }

  test(`${kind}: an account without tokens gets none by an update, and one may remove them`, async () => {
    const store = newStore();
    const make = () => Promise.resolve(made('new'));
    expect(await store.update('a', make)).toBeUndefined();
    expect(await store.get('a')).toBeUndefined();
    await store.set('a', made('old'));
    expect(await store.update('a', () => Promise.resolve(null))).toBeUndefined();
    expect(await store.get('a')).toBeUndefined();
  });
}

test('tokens of somebody who connects anew are what a refresh gives that was refused meanwhile', async ({
  vendor,
}) => {
  const store = new MemoryTokenStore();
  store.set('a', made('old', 0));
  vendor.answer = (_, response) => {
    store.set('a', made('new'));
    sendJson(response, 400, { hint: 'Token has been revoked' });
  };
  const options = { client: shop, store, server: vendor.url };
  expect(await freshTokens('a', options)).toMatchObject({ accessToken: 'new-a' });
  store.set('a', made('old', 0));
  vendor.answer = (_, response) => {
    store.delete('a');
    sendJson(response, 200, TOKENS);
  };
  expect(await freshTokens('a', options)).toBeUndefined();
  expect(store.get('a')).toBeUndefined();
});

test('the integration was disconnected', async ({ sandbox }) => {
  const store = new MemoryTokenStore();
  store.set('a', aged(await obtainTokens(sandbox)));
  await sandbox.disconnect(SHOP.clientId, 31000001);
  const error = await rejection(freshTokens('a', { client: shop, store, server: sandbox.url }));
  expect(error).toMatchObject({ code: 'invalid_grant' });
});

test('changes of the same account wait for each other, and a failed one holds nobody up', async () => {
  const database = openDatabase();
  for (const store of [new MemoryTokenStore(), new SqliteTokenStore(database)]) {
    const record = { host: 'acme.kommo.com', accessToken: 'a', refreshToken: 'r', issuedAt: 0, expiresAt: 0 };
    store.set('a', new TokenSet(record));
    const count = async (current: TokenSet | undefined) => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      return new TokenSet({ ...record, issuedAt: (current?.issuedAt ?? 0) + 1 });
    };
    const changes = Array.from({ length: 10 }, (_, index) =>
      store.update('a', index === 4 ? () => Promise.reject(new Error('no')) : count),
    );
    const outcomes = await Promise.allSettled(changes);
    expect(outcomes.map(({ status }) => status).filter((status) => status === 'rejected')).toHaveLength(1);
    expect(store.get('a')?.issuedAt).toBe(9);
  }
  database.close();
});
