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
import { rejection, shop, test } from './fixtures.js';

const HOSTILE: Readonly<Record<string, readonly unknown[]>> = {
  'nothing, and what is not a text': [
    undefined,
    null,
    '',
    ' ',
    0,
    true,
    {},
    [],
    ['acme.kommo.com'],
    ['acme.kommo.com', 'evil.example'],
    { toString: () => 'acme.kommo.com' },
    new URL('https://acme.kommo.com'),
  ],
  'somebody else’s host': [
    'evil.example',
    'https://evil.example',
    'localhost',
    '127.0.0.1',
    '[::1]',
    '169.254.169.254',
    '2130706433',
    '0x7f.1',
  ],
  'something before, after and around the CRM’s': [
    'acme.kommo.com.evil.example',
    'evilkommo.com',
    'evil-kommo.com',
    'acme.evilkommo.com',
    'acme.kommo.com.',
    'acme.kommo.comx',
    'acme.kommo.co',
    'acme.kommo.org',
    'acme.amocrm.net',
    'kommo.com',
    '.kommo.com',
    'com',
    'a.b.kommo.com',
    'acmexkommo.com',
    'acme.kommoxcom',
    '-acme.kommo.com',
    '_acme.kommo.com',
    '*.kommo.com',
    '%61cme.kommo.com',
    `${'a'.repeat(64)}.kommo.com`,
    `${'a'.repeat(100_000)}.kommo.com`,
  ],
  'parts of a URL': [
    'acme.kommo.com@evil.example',
    'evil.example@acme.kommo.com',
    'user:password@acme.kommo.com',
    'https://user@acme.kommo.com',
    'https://acme.kommo.com@evil.example',
    'acme.kommo.com:443',
    'acme.kommo.com:8080',
    'https://acme.kommo.com/',
    'acme.kommo.com/oauth',
    'acme.kommo.com/../evil',
    'evil.example/acme.kommo.com',
    'evil.example#acme.kommo.com',
    'evil.example?acme.kommo.com',
    'evil.example\\acme.kommo.com',
    'acme.kommo.com?x=1',
    'acme.kommo.com#x',
    'http://acme.kommo.com',
    'ftp://acme.kommo.com',
    'javascript:acme.kommo.com',
    '//acme.kommo.com',
    'https:acme.kommo.com',
    'https:/acme.kommo.com',
    'https:///acme.kommo.com',
    'https://https://acme.kommo.com',
    'HTTPS://acme.kommo.com',
  ],
  'white space and control characters': [
    ' acme.kommo.com',
    'acme.kommo.com ',
    'acme.kommo.com\n',
    'acme.kommo.com\r\n',
    'acme.kommo.com\r\nHost: evil.example',
    '\nacme.kommo.com',
    'evil.example\nacme.kommo.com',
    'acme\t.kommo.com',
    'acme.kommo.com\0',
    'acme.kommo.com\0.evil.example',
    'acme.kommo.com%0d%0a',
    'acme.kommo.com\u2028',
    'acme\u200b.kommo.com',
  ],
  'capitals and look-alikes': [
    'ACME.kommo.com',
    'acme.Kommo.com',
    'аcme.kommo.com',
    'acme.kоmmo.com',
    'acme.ᴋommo.com',
    'acme.\u212aommo.com',
    'acme。kommo。com',
    'acme.kommo｡com',
    'acme．kommo．com',
    'ａcme.kommo.com',
    'acmé.kommo.com',
    'acme.kommo.com\u0301',
    'xn--.kommo.com.evil.example',
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
