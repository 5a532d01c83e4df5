import { expect } from '@playwright/test';
import { createServer, type RequestListener } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import { codeChallenge } from '../../src/providers/pkce.js';
import {
  Client,
  type ClientAuthentication,
  exchangeCode,
  freshTokens,
  MemoryTokenStore,
  oauth2Tokens,
  readAuthorizationResponse,
  refreshTokens,
  revokeTokens,
  TokenSet,
} from '../../src/server.js';
import { rejection, sendJson, test as base, TOKENS } from './fixtures.js';
import { openDatabase, SqliteTokenStore } from './sqlite-token-store.js';

const REDIRECT_URI = 'https://shop.example/callback/oauth2';
const VERIFIER = 'pIUgx4tiqFpaOUz0HMc_QbIyQlL901w8mRmkrmhEJ_E';
/** Every character of it needs escaping somewhere. */
const SECRET = 'S3cret +/%&:="';

const METHODS = {
  basic: 'client_secret_basic',
  body: 'client_secret_post',
  none: 'none',
} as const satisfies Partial<Record<ClientAuthentication, string>>;

const test = base.extend<object, { issuer: string }>({
  issuer: [
    async ({}, use) => {
      const server = createServer().listen(0, '127.0.0.1');
      await once(server, 'listening');
      const url = `http://localhost:${(server.address() as AddressInfo).port}`;
      const provider = new Provider(url, {
        clients: Object.entries(METHODS).map(([method, name]) => ({
          client_id: `shop:${method}`,
          ...(name !== 'none' && { client_secret: SECRET }),
          redirect_uris: [REDIRECT_URI],
          grant_types: ['authorization_code', 'refresh_token'],
          token_endpoint_auth_method: name,
        })),
        pkce: { required: () => true },
        issueRefreshToken: () => true,
        rotateRefreshToken: true,
        features: { revocation: { enabled: true } },
      });
      const handle = provider.callback() as RequestListener;
      server.on('request', handle);
      await use(url);
      server.closeAllConnections();
      server.close();
    },
    { scope: 'worker' },
  ],
});

/** A client of the provider, as its server registers it. */
function clientOf(issuer: string, method: ClientAuthentication, isGiven = true): Client {
  const clientAuthentication = isGiven ? method : undefined;
  return new Client({
    provider: oauth2Tokens({ tokenEndpoint: `${issuer}/token`, clientAuthentication }),
    clientId: `shop:${method}`,
    ...(method !== 'none' && { clientSecret: SECRET }),
    redirectUri: REDIRECT_URI,
  });
}

/** Signs in and consents as a browser does, and gives the redirect. */
async function authorize(issuer: string, clientId: string): Promise<URL> {
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: REDIRECT_URI,
    scope: 'openid',
    state: 's1',
    code_challenge: await codeChallenge(VERIFIER),
    code_challenge_method: 'S256',
  });
  const cookies = new Map<string, string>();
  let url = `${issuer}/auth?${query.toString()}`;
  while (!url.startsWith(REDIRECT_URI)) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    let response = await fetch(url, { headers: { cookie }, redirect: 'manual' });
    const page = response.status === 200 ? await response.text() : '';
    if (page) {
      const prompt = page.includes('value="login"') ? 'login' : 'consent';
      const body = new URLSearchParams({ prompt, login: 'ann', password: 'any' });
      response = await fetch(url, { method: 'POST', headers: { cookie }, body, redirect: 'manual' });
    }
    for (const each of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]*)=([^;]*)/.exec(each) ?? [];
      if (value) cookies.set(name, value);
      else cookies.delete(name);
    }
    url = new URL(response.headers.get('location')!, url).href;
  }
  return new URL(url);
}

async function read(issuer: string, client: Client) {
  const redirect = await authorize(issuer, client.clientId);
  return readAuthorizationResponse(redirect, (state) => state === 's1', client);
}

for (const [method, isGiven] of [
  ['basic', true],
  ['basic', false],
  ['body', true],
  ['none', true],
  ['none', false],
] as const) {
  test(`tokens of a server that is not ours, by ${method}${isGiven ? '' : ', which is the default'}`, async ({
    issuer,
  }) => {
    const client = clientOf(issuer, method, isGiven);
    const response = await read(issuer, client);
    expect(response).toMatchObject({ host: new URL(issuer).host, provider: 'oauth2' });
    const first = await exchangeCode(client, response, { codeVerifier: VERIFIER });
    expect(first).toMatchObject({ provider: 'oauth2', host: response.host });
    expect(first.expiresAt).toBeGreaterThan(Date.now());

    const store = new MemoryTokenStore();
    store.set('ann', first);
    const second = await freshTokens('ann', { client, store, refused: first.accessToken });
    expect(second?.refreshToken).not.toBe(first.refreshToken);
    const profile = await fetch(`${issuer}/me`, {
      headers: { authorization: `Bearer ${second?.accessToken}` },
    });
    expect(await profile.json()).toMatchObject({ sub: 'ann' });
  });
}

for (const method of ['basic', 'body', 'none'] as const) {
  test(`a grant of a server that is not ours is revoked, by ${method}`, async ({ issuer }) => {
    const { clientId, clientSecret } = clientOf(issuer, method);
    const provider = oauth2Tokens({
      tokenEndpoint: `${issuer}/token`,
      revocationEndpoint: `${issuer}/token/revocation`,
      clientAuthentication: method,
    });
    const client = new Client({ provider, clientId, clientSecret, redirectUri: REDIRECT_URI });
    const response = await read(issuer, client);
    const tokens = await exchangeCode(client, response, { codeVerifier: VERIFIER });
    expect(await revokeTokens(client, tokens)).toBe(true);
    expect(await rejection(refreshTokens(client, tokens))).toMatchObject({ code: 'invalid_grant' });
    const profile = await fetch(`${issuer}/me`, {
      headers: { authorization: `Bearer ${tokens.accessToken}` },
    });
    expect(profile.status).toBe(401);
    // RFC 7009, section 2.2: a token that is not good any more is no error.
    expect(await revokeTokens(client, tokens)).toBe(true);
  });
}

test('a revocation endpoint at another host than the token endpoint gets nothing', async ({ issuer }) => {
  const provider = oauth2Tokens({
    tokenEndpoint: `${issuer}/token`,
    revocationEndpoint: 'https://evil.example/revoke',
  });
  const client = new Client({
    provider,
    clientId: 'shop:basic',
    clientSecret: SECRET,
    redirectUri: REDIRECT_URI,
  });
  const record = { provider: 'oauth2', host: new URL(issuer).host, accessToken: 'a', issuedAt: 0 };
  expect(await rejection(revokeTokens(client, new TokenSet(record)))).toBeInstanceOf(TypeError);
});

test('the verifier of another attempt, and none', async ({ issuer }) => {
  const client = clientOf(issuer, 'basic');
  for (const codeVerifier of ['v'.repeat(43), undefined]) {
    const response = await read(issuer, client);
    const error = await rejection(exchangeCode(client, response, { codeVerifier }));
    expect(error).toMatchObject({ name: 'TokenError', code: 'invalid_grant', status: 400 });
  }
});

test('a refresh token that was used before', async ({ issuer }) => {
  const client = clientOf(issuer, 'none');
  const tokens = await exchangeCode(client, await read(issuer, client), { codeVerifier: VERIFIER });
  await refreshTokens(client, tokens);
  expect(await rejection(refreshTokens(client, tokens))).toMatchObject({ code: 'invalid_grant' });
});

test('a wrong secret is invalid_client', async ({ issuer }) => {
  const right = clientOf(issuer, 'basic');
  const client = new Client({
    provider: right.tokenEndpoint,
    clientId: right.clientId,
    clientSecret: 'guess',
    redirectUri: REDIRECT_URI,
  });
  const error = await rejection(exchangeCode(client, await read(issuer, right), { codeVerifier: VERIFIER }));
  expect(error).toMatchObject({ code: 'invalid_client', status: 401 });
});

test('an answer without a new refresh token and without an end keeps the old one, and lasts', async ({
  vendor,
}) => {
  const client = clientOf(vendor.url, 'basic');
  const response = { code: 'c', host: new URL(vendor.url).host };
  const first = await exchangeCode(client, response);
  const { token_type, access_token } = { ...TOKENS, access_token: 'second' };
  vendor.answer = (_, answer) => sendJson(answer, 200, { token_type, access_token });
  const second = await refreshTokens(client, first);
  expect(second).toMatchObject({
    accessToken: 'second',
    refreshToken: TOKENS.refresh_token,
    expiresAt: Infinity,
  });

  const database = openDatabase();
  for (const store of [new MemoryTokenStore(), new SqliteTokenStore(database)]) {
    store.set('ann', second);
    const kept = await freshTokens('ann', { client, store });
    expect(kept?.toRecord()).toEqual(second.toRecord());
    expect(kept).toMatchObject({ provider: 'oauth2', expiresAt: Infinity });
  }
  database.close();
  expect(vendor.bodies).toHaveLength(2);
});

test('without a refresh token, the access token is given until it expires', async ({ vendor }) => {
  const client = clientOf(vendor.url, 'basic');
  const record = { provider: 'oauth2', host: new URL(vendor.url).host, accessToken: 'a', issuedAt: 0 };
  const store = new MemoryTokenStore();
  store.set('ann', new TokenSet({ ...record, expiresAt: Date.now() + 60_000 }));
  expect(await freshTokens('ann', { client, store })).toMatchObject({ accessToken: 'a' });
  store.set('ann', new TokenSet({ ...record, expiresAt: Date.now() - 1 }));
  expect(await rejection(freshTokens('ann', { client, store }))).toMatchObject({ code: 'invalid_grant' });
  expect(vendor.bodies).toEqual([]);
});

test('records that SQLite and others have kept from before providers are Kommo’s', () => {
  const old = { host: 'acme.kommo.com', accessToken: 'a', refreshToken: 'r', issuedAt: 0, expiresAt: 1 };
  const database = openDatabase();
  database.run('INSERT INTO tokens VALUES (?, ?)', ['a', JSON.stringify(old)]);
  const kept = new SqliteTokenStore(database).get('a');
  database.close();
  expect(kept?.toRecord()).toEqual({ ...old, provider: 'kommo' });
  // A database gives `null` for a column that is not set.
  expect(new TokenSet({ ...old, provider: null }).provider).toBe('kommo');
  const open = new TokenSet({ ...old, provider: 'acme', refreshToken: null, expiresAt: null });
  expect([open.refreshToken, open.expiresAt]).toEqual([undefined, Infinity]);
});
