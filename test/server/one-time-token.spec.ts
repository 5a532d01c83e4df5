import { expect } from '@playwright/test';
import { createHmac } from 'node:crypto';
import { Client, verifyOneTimeToken } from '../../src/server.js';
import { SHOP } from '../sandbox/fixtures.js';
import { rejection, shop, test } from './fixtures.js';

const ACCOUNT = 31000001;
const MINUTE = 60_000;
const refused = { name: 'CallbackError', code: 'invalid_token', kind: 'client' };

const encode = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url');

/** Writes a token of the vendor's form under any header and any key. */
function forge(header: unknown, claims: unknown, key = SHOP.clientSecret, hash = 'sha256'): string {
  const signed = `${encode(header)}.${encode(claims)}`;
  return `${signed}.${createHmac(hash, key).update(signed).digest('base64url')}`;
}

test('a token of the CRM’s tells the account, the user and the host', async ({ sandbox, clock }) => {
  const now = () => clock.now;
  const token = sandbox.oneTimeToken(SHOP.clientId, ACCOUNT);
  const known = await verifyOneTimeToken(token, shop, { now });
  expect(known).toEqual({
    id: expect.any(String),
    account: String(ACCOUNT),
    user: expect.stringMatching(/^\d+$/),
    host: 'acme.kommo.com',
    isAdmin: true,
  });
  const visitor = sandbox.oneTimeToken(SHOP.clientId, ACCOUNT, { is_admin: 'true', jti: 7 });
  expect(await verifyOneTimeToken(visitor, shop, { now })).toMatchObject({ isAdmin: false, id: undefined });
});

const WRONG: readonly (readonly [string, Record<string, unknown>])[] = [
  ['another client', { client_uuid: 'another' }],
  ['no client', { client_uuid: undefined }],
  ['another server', { aud: 'https://shop.example.evil.example' }],
  ['another scheme', { aud: 'http://shop.example' }],
  ['another port', { aud: 'https://shop.example:8443' }],
  ['several servers', { aud: ['https://shop.example'] }],
  ['no server', { aud: undefined }],
  ['a host that is no account', { iss: 'https://evil.example' }],
  ['a host that ends like one', { iss: 'https://kommo.com.evil.example' }],
  ['a host without a scheme', { iss: 'acme.kommo.com' }],
  ['a plain host', { iss: 'http://acme.kommo.com' }],
  ['a path behind the host', { iss: 'https://acme.kommo.com/evil' }],
  ['credentials before the host', { iss: 'https://acme.kommo.com@evil.example' }],
  ['no issuer', { iss: undefined }],
  ['no end', { exp: undefined }],
  ['an end in words', { exp: '9999999999' }],
  ['an end that is no number', { exp: null }],
  ['a beginning that is none', { nbf: 'soon' }],
  ['no account', { account_id: undefined }],
  ['an account that is a list', { account_id: [ACCOUNT] }],
  ['no user', { user_id: undefined }],
];

for (const [what, claims] of WRONG) {
  test(`a token with ${what} is refused`, async ({ sandbox, clock }) => {
    const token = sandbox.oneTimeToken(SHOP.clientId, ACCOUNT, claims);
    const verified = verifyOneTimeToken(token, shop, { now: () => clock.now });
    expect(await rejection(verified)).toMatchObject(refused);
  });
}

test('it is good from its beginning to its end, by clocks that differ by a minute', async ({
  sandbox,
  clock,
}) => {
  const start = clock.now;
  const token = sandbox.oneTimeToken(SHOP.clientId, ACCOUNT);
  const at = (ms: number) => verifyOneTimeToken(token, shop, { now: () => start + ms });
  await at(-MINUTE);
  await at(31 * MINUTE - 1);
  expect(await rejection(at(-MINUTE - 1))).toMatchObject(refused);
  expect(await rejection(at(31 * MINUTE))).toMatchObject(refused);
});

test('no other algorithm, key or form counts', async ({ sandbox, clock }) => {
  const now = () => clock.now;
  const token = sandbox.oneTimeToken(SHOP.clientId, ACCOUNT);
  const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as object;
  const good = forge({ alg: 'HS256' }, claims);
  await verifyOneTimeToken(good, shop, { now });
  const forged = [
    forge({ alg: 'none' }, claims),
    forge({ alg: 'HS512' }, claims, SHOP.clientSecret, 'sha512'),
    forge({ alg: 'hs256' }, claims),
    forge({}, claims),
    forge({ alg: 'HS256' }, claims, 'another secret'),
    forge({ alg: 'HS256' }, claims, ''),
    `${good.split('.').slice(0, 2).join('.')}.`,
    good.split('.').slice(0, 2).join('.'),
    `${good}=`,
    `${good}.${good}`,
    ` ${good}`,
    `Bearer ${good}`,
    `${encode({ alg: 'HS256' })}.${encode({ ...claims, account_id: 1 })}.${good.split('.')[2] ?? ''}`,
    'a.b.c',
    '',
    undefined,
    null,
    [good],
    { toString: () => good },
  ];
  for (const each of forged) {
    expect(await rejection(verifyOneTimeToken(each, shop, { now })), String(each)).toMatchObject(refused);
  }
});

test('a client without a secret accepts none, and one of a CRM without such tokens says so', async () => {
  const { redirectUri, clientId } = SHOP;
  const hubspot = new Client({ provider: 'hubspot', clientId, clientSecret: 's', redirectUri });
  expect(await rejection(verifyOneTimeToken('a.b.c', hubspot))).toMatchObject({
    name: 'TypeError',
    message: 'hubspot has no one-time tokens.',
  });
});
