import { expect } from '@playwright/test';
import {
  accountHost,
  CallbackError,
  issueState,
  exchangeCode,
  MemoryStateStore,
  readAuthorizationResponse,
  TokenSet,
  verifyState,
} from '../../src/server.js';
import { readVectors } from '../vectors/read.js';
import { rejection, shop, test } from './fixtures.js';

const { accounts } = readVectors('hosts');
const HOSTILE: Readonly<Record<string, readonly unknown[]>> = {
  ...accounts,
  'what only JavaScript has': [
    undefined,
    { toString: () => 'acme.kommo.com' },
    new URL('https://acme.kommo.com'),
    `${'a'.repeat(100_000)}.kommo.com`,
  ],
};

for (const [kind, referers] of Object.entries(HOSTILE)) {
  test(`no request for ${kind}`, async ({ fetched, vendor }) => {
    for (const referer of referers) {
      const host = referer as string;
      expect(() => accountHost(host), host).toThrow(CallbackError);
      for (const options of [{ server: vendor.url }, {}]) {
        const error = await rejection(exchangeCode(shop, { code: 'c', host }, options));
        expect(error).toMatchObject({ name: 'CallbackError', code: 'invalid_referer' });
      }
      const record = { host, accessToken: 'a', refreshToken: 'r', issuedAt: 0, expiresAt: 0 };
      expect(() => new TokenSet(record), host).toThrow(CallbackError);
    }
    expect(fetched).toEqual([]);
    expect(vendor.bodies).toEqual([]);
  });
}

test('over the redirect: the query is read, the referer refused', async ({ fetched }) => {
  const store = new MemoryStateStore();
  const referers = Object.values(HOSTILE).flat();
  expect(referers.length).toBeGreaterThan(90);
  for (const referer of referers.filter((each) => typeof each === 'string')) {
    const state = await issueState('session', { store });
    const query = new URLSearchParams({ code: 'c', state, referer });
    const response = readAuthorizationResponse(`/callback?${query.toString()}`, (given) =>
      verifyState(given, 'session', { store }),
    );
    expect(await rejection(response)).toMatchObject({ code: 'invalid_referer' });
  }
  expect(fetched).toEqual([]);
});

for (const host of [
  'acme.kommo.com',
  'acme.amocrm.ru',
  'acme.amocrm.com',
  '0.kommo.com',
  'a-1-b.kommo.com',
  `${'a'.repeat(63)}.kommo.com`,
]) {
  test(`${host.slice(0, 20)} is an account’s, with https:// in front or without`, () => {
    expect(accountHost(host)).toBe(host);
    expect(accountHost(`https://${host}`)).toBe(host);
  });
}

test('the error does not repeat the referer: it may end up in a log', () => {
  const host = 'evil.example\n[error] all is well';
  try {
    accountHost(host);
  } catch (error) {
    expect((error as Error).message).toBe('The referer is no account of Kommo or amoCRM.');
  }
});
