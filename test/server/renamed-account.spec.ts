import { expect } from '@playwright/test';
import { Client, createHandler, MemoryStore, type ConnectionRecord } from '../../src/server.js';
import { SHOP } from '../sandbox/fixtures.js';
import { rejection, sendJson, test, TOKENS, type Vendor } from './fixtures.js';

const redirectUri = 'https://shop.example/crm/callback/kommo';
const client = new Client({ ...SHOP, name: undefined, redirectUri });
const encode = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url');

/** An access token that names the host which stays, as the vendor's do. */
const naming = (host: string) => `${encode({ alg: 'RS256' })}.${encode({ api_domain: host })}.c2lnbmVk`;

/** A handler with one connection, whose access token has expired. */
async function shopWith({ url }: Vendor, accessToken: string) {
  const store = new MemoryStore();
  const record: ConnectionRecord = {
    id: 'one',
    user: 'me',
    client: 'kommo',
    provider: 'kommo',
    account: '31000001',
    host: 'old.kommo.com',
    status: 'connected',
    since: 0,
    tokens: { host: 'old.kommo.com', accessToken, refreshToken: 'refresh-old', issuedAt: 0, expiresAt: 1 },
  };
  await store.connections.put(record);
  const crm = createHandler({
    clients: [client],
    store,
    userOf: () => 'me',
    server: url,
    onError: () => undefined,
  });
  return { crm, find: async () => (await crm.connections('me'))[0] };
}

/** A CRM at which the account has moved: the old host answers with a status of its own. */
function moved(vendor: Vendor, status: number, domain: string, hint = 'Token has been revoked'): string[] {
  const asked: string[] = [];
  vendor.answer = ({ url = '', headers }, response) => {
    const isQuestion = url.endsWith('/oauth2/account/current/subdomain');
    asked.push(isQuestion ? `which host? ${String(headers['x-refresh-token'])}` : 'refresh');
    if (isQuestion) sendJson(response, 200, { domain });
    else if (asked.length === 1) sendJson(response, status, { hint });
    else sendJson(response, 200, TOKENS);
  };
  return asked;
}

for (const status of [302, 400, 402, 404]) {
  test(`an account that was renamed stays connected, under its new host: the old one answers ${status}`, async ({
    vendor,
  }) => {
    const asked = moved(vendor, status, 'new.kommo.com');
    const { crm, find } = await shopWith(vendor, naming('api-c.kommo.com'));
    expect(await crm.accessToken('me', 'one')).toBe(TOKENS.access_token);
    expect(asked).toEqual(['refresh', 'which host? refresh-old', 'refresh']);
    expect(await find()).toMatchObject({ id: 'one', host: 'new.kommo.com', status: 'connected' });
  });
}

test('a grant that is over at a host that is still the account’s is over', async ({ vendor }) => {
  const asked = moved(vendor, 400, 'old.kommo.com');
  const { crm, find } = await shopWith(vendor, naming('api-c.kommo.com'));
  expect(await rejection(crm.accessToken('me', 'one'))).toMatchObject({ code: 'reconnect' });
  expect(asked).toHaveLength(2);
  expect(await find()).toMatchObject({ host: 'old.kommo.com', status: 'reconnect' });
});

test('a CRM that is busy is not asked', async ({ vendor }) => {
  const asked = moved(vendor, 503, 'new.kommo.com');
  const { crm, find } = await shopWith(vendor, naming('api-c.kommo.com'));
  expect(await rejection(crm.accessToken('me', 'one'))).toMatchObject({ code: 'server_error' });
  expect(asked).toEqual(['refresh']);
  expect(await find()).toMatchObject({ host: 'old.kommo.com', status: 'connected' });
});

test('neither a token nor an answer brings in a host of somebody else’s', async ({ vendor, fetched }) => {
  const hosts = ['evil.example', 'kommo.com.evil.example', '127.0.0.1', 'old.kommo.com@evil.example'];
  for (const host of hosts) {
    moved(vendor, 404, host, 'Not Found');
    const answered = await shopWith(vendor, naming('api-c.kommo.com'));
    expect(await rejection(answered.crm.accessToken('me', 'one')), host).toMatchObject({ status: 404 });
    expect(await answered.find(), host).toMatchObject({ host: 'old.kommo.com', status: 'connected' });

    fetched.length = 0;
    moved(vendor, 404, 'new.kommo.com', 'Not Found');
    const named = await shopWith(vendor, naming(host));
    expect(await rejection(named.crm.accessToken('me', 'one')), host).toMatchObject({ status: 404 });
    expect(fetched, host).toHaveLength(1);
  }
});
