import { expect } from '@playwright/test';
import type { Sandbox } from '../../sandbox/index.js';
import {
  basic,
  CHALLENGE,
  CONFIDENTIAL,
  JWT,
  obtainCode,
  PUBLIC,
  requestTokens,
  test,
  USER,
  VERIFIER,
  type Fields,
  type TokenBody,
} from './ringcentral-fixtures.js';

const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const DESK = { client_id: CONFIDENTIAL.clientId, redirect_uri: CONFIDENTIAL.redirectUris[0] };
const WITHOUT_PKCE = { code_challenge: undefined, code_challenge_method: undefined };

const redeem = (sandbox: Sandbox, code: string, fields: Fields = {}, headers = {}) =>
  requestTokens(
    sandbox,
    {
      grant_type: 'authorization_code',
      client_id: PUBLIC.clientId,
      redirect_uri: PUBLIC.redirectUris[0],
      code_verifier: VERIFIER,
      code,
      ...fields,
    },
    headers,
  );

const refresh = (sandbox: Sandbox, token: string, fields: Fields = {}, headers = {}) =>
  requestTokens(
    sandbox,
    { grant_type: 'refresh_token', client_id: PUBLIC.clientId, refresh_token: token, ...fields },
    headers,
  );

const call = (sandbox: Sandbox, token: string, path = '') =>
  fetch(`${sandbox.url}/ringcentral/restapi/v1.0/account/~${path}`, {
    headers: { authorization: `Bearer ${token}` },
  });

const refused = (status: number, error: string, description?: string) => ({
  status,
  body: expect.objectContaining({
    error,
    error_description: description ?? expect.any(String),
  }) as TokenBody,
});

test('the vendor’s example of a verifier and its challenge: the code becomes tokens', async ({ sandbox }) => {
  const { status, headers, body } = await redeem(sandbox, await obtainCode(sandbox));
  expect(status).toBe(200);
  expect(headers.get('cache-control')).toBe('no-store');
  expect(body).toEqual({
    access_token: expect.any(String),
    token_type: 'bearer',
    expires_in: 3600,
    refresh_token: expect.any(String),
    refresh_token_expires_in: 604_800,
    scope: 'ReadAccounts',
    owner_id: USER,
    endpoint_id: expect.any(String),
  });
});

test('an access token opens the account and the extension, for an hour', async ({ sandbox, clock }) => {
  const { body } = await redeem(sandbox, await obtainCode(sandbox, {}, '62000102'));
  expect(await (await call(sandbox, body.access_token)).json()).toMatchObject({ mainNumber: '+16505550100' });
  expect(await (await call(sandbox, body.access_token, '/extension/~')).json()).toEqual({
    id: 62000102,
    extensionNumber: '102',
    name: 'Ben Ode',
  });
  clock.now += 3_600_000;
  expect((await call(sandbox, body.access_token)).status).toBe(401);
  expect((await call(sandbox, 'made-up')).status).toBe(401);
});

for (const [what, verifier] of [
  ['another verifier', `${VERIFIER.slice(0, -1)}F`],
  ['the challenge itself', CHALLENGE],
  ['an empty verifier', ''],
  ['no verifier', undefined],
] as const) {
  test(`PKCE: invalid_grant for ${what}, and the right one still works`, async ({ sandbox }) => {
    const code = await obtainCode(sandbox);
    const outcome = await redeem(sandbox, code, { code_verifier: verifier });
    expect(outcome).toMatchObject(refused(400, 'invalid_grant', 'Invalid code verifier'));
    expect((await redeem(sandbox, code)).status).toBe(200);
  });
}

test('a verifier for a code that was asked for without a challenge is refused', async ({ sandbox }) => {
  const code = await obtainCode(sandbox, { ...DESK, ...WITHOUT_PKCE });
  const outcome = await redeem(sandbox, code, DESK, basic(CONFIDENTIAL));
  expect(outcome).toMatchObject(refused(400, 'invalid_grant', 'Invalid code verifier'));
});

test('a code works once, and for a minute', async ({ sandbox, clock }) => {
  const [once, early, late] = [
    await obtainCode(sandbox),
    await obtainCode(sandbox),
    await obtainCode(sandbox),
  ];
  expect((await redeem(sandbox, once)).status).toBe(200);
  expect(await redeem(sandbox, once)).toMatchObject(refused(400, 'invalid_grant'));
  clock.now += 60_000 - 1;
  expect((await redeem(sandbox, early)).status).toBe(200);
  clock.now += 1;
  expect(await redeem(sandbox, late)).toMatchObject(refused(400, 'invalid_grant'));
});

test('the redirect URI must match to the character, even another registered one', async ({ sandbox }) => {
  const code = await obtainCode(sandbox);
  for (const uri of [
    PUBLIC.redirectUris[1],
    `${PUBLIC.redirectUris[0]}&`,
    'https://SHOP.example/phone?tenant=7',
  ]) {
    expect(await redeem(sandbox, code, { redirect_uri: uri })).toMatchObject({
      status: 400,
      body: {
        error: 'invalid_redirect_uri',
        error_description: 'Redirect URIs do not match',
        errors: [{ errorCode: 'OAU-109', message: 'Redirect URIs do not match' }],
      },
    });
  }
  expect((await redeem(sandbox, code)).status).toBe(200);
});

test('a code is bound to its client', async ({ sandbox }) => {
  const outcome = await redeem(sandbox, await obtainCode(sandbox), { client_id: 'another' });
  expect(outcome).toMatchObject(refused(400, 'invalid_grant', 'Invalid authorization code'));
});

test('a client with a secret shows it, in the header or in the body', async ({ sandbox }) => {
  const code = () => obtainCode(sandbox, { ...DESK, ...WITHOUT_PKCE });
  const fields = { ...DESK, code_verifier: undefined };
  expect((await redeem(sandbox, await code(), fields, basic(CONFIDENTIAL))).status).toBe(200);
  const { clientSecret } = CONFIDENTIAL;
  expect((await redeem(sandbox, await code(), { ...fields, client_secret: clientSecret })).status).toBe(200);
  expect(await redeem(sandbox, await code(), fields)).toMatchObject(
    refused(401, 'invalid_client', 'Client authentication is required'),
  );
});

test('a wrong secret is refused, also where none was needed', async ({ sandbox }) => {
  for (const { clientId, redirectUris } of [PUBLIC, CONFIDENTIAL]) {
    const redirect = redirectUris[0];
    const code = await obtainCode(sandbox, { client_id: clientId, redirect_uri: redirect });
    const headers = basic({ clientId, clientSecret: 'guess' });
    const outcome = await redeem(sandbox, code, { client_id: clientId, redirect_uri: redirect }, headers);
    expect(outcome).toMatchObject(refused(401, 'invalid_client'));
    expect(outcome.headers.get('www-authenticate')).toBe('Basic');
  }
});

test('with PKCE a client with a secret may do without it', async ({ sandbox }) => {
  const { status, body } = await redeem(sandbox, await obtainCode(sandbox, DESK), DESK);
  expect(status).toBe(200);
  expect((await refresh(sandbox, body.refresh_token, DESK)).status).toBe(200);
});

test('a refresh token works once, for a week', async ({ sandbox, clock }) => {
  const { body: first } = await redeem(sandbox, await obtainCode(sandbox));
  const { status, body: second } = await refresh(sandbox, first.refresh_token);
  expect(status).toBe(200);
  expect((await call(sandbox, second.access_token)).status).toBe(200);
  expect(await refresh(sandbox, first.refresh_token)).toMatchObject(refused(400, 'invalid_grant'));
  clock.now += 7 * 24 * 3_600_000;
  expect(await refresh(sandbox, second.refresh_token)).toMatchObject(refused(400, 'invalid_grant'));
});

test('a refresh token is bound to its client, and to the secret that was shown for it', async ({
  sandbox,
}) => {
  const code = await obtainCode(sandbox, { ...DESK, ...WITHOUT_PKCE });
  const { body } = await redeem(sandbox, code, { ...DESK, code_verifier: undefined }, basic(CONFIDENTIAL));
  expect(await refresh(sandbox, body.refresh_token)).toMatchObject(refused(400, 'invalid_grant'));
  expect(await refresh(sandbox, body.refresh_token, DESK)).toMatchObject(refused(401, 'invalid_client'));
  expect((await refresh(sandbox, body.refresh_token, DESK, basic(CONFIDENTIAL))).status).toBe(200);
});

test('JWT: the user’s credential and the client’s secret', async ({ sandbox }) => {
  const grant = { grant_type: JWT_BEARER, assertion: JWT };
  const { status, body } = await requestTokens(sandbox, grant, basic(CONFIDENTIAL));
  expect(status).toBe(200);
  expect(body.owner_id).toBe(USER);
  const other = await requestTokens(sandbox, { ...grant, assertion: 'a.b.c' }, basic(CONFIDENTIAL));
  expect(other).toMatchObject(refused(400, 'invalid_grant'));
  for (const { clientId } of [PUBLIC, CONFIDENTIAL]) {
    const outcome = await requestTokens(sandbox, { ...grant, client_id: clientId });
    expect(outcome).toMatchObject(refused(401, 'invalid_client', 'Client authentication is required'));
  }
});

test('an unknown client has the secret that all unknown clients have', async ({ sandbox }) => {
  const grant = { grant_type: JWT_BEARER, assertion: JWT };
  const [right, wrong] = ['sandbox-secret', 'guess'].map((clientSecret) =>
    requestTokens(sandbox, grant, basic({ clientId: 'unknown', clientSecret })),
  );
  expect((await right!).status).toBe(200);
  expect(await wrong).toMatchObject(refused(401, 'invalid_client'));
});

for (const [fields, status, error] of [
  [{ client_id: undefined }, 401, 'invalid_client'],
  [{ grant_type: undefined }, 400, 'invalid_request'],
  [{ grant_type: 'password' }, 400, 'unsupported_grant_type'],
  [{ code: undefined }, 400, 'invalid_request'],
  [{ redirect_uri: undefined }, 400, 'invalid_request'],
] as const) {
  test(`${status} ${error} for ${JSON.stringify(fields, (_, value: unknown) => value ?? 'none')}`, async ({
    sandbox,
  }) => {
    expect(await redeem(sandbox, 'any', fields)).toMatchObject(refused(status, error));
  });
}

test('any page may ask for tokens, with its Authorization header', async ({ sandbox }) => {
  const response = await fetch(`${sandbox.url}/ringcentral/restapi/oauth/token`, {
    method: 'OPTIONS',
    headers: {
      origin: 'https://shop.example',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization',
    },
  });
  expect(response.headers.get('access-control-allow-origin')).toBe('https://shop.example');
  expect(response.headers.get('access-control-allow-credentials')).toBe('true');
  expect(response.headers.get('vary')).toContain('Origin');
  expect(response.headers.get('access-control-allow-headers')).toBe('authorization');
});

for (const [method, path] of [
  ['POST', 'oauth/token'],
  ['POST', 'oauth/revoke'],
  ['GET', 'v1.0/account/~'],
  ['GET', 'v2/accounts/~'],
] as const) {
  test(`${method} ${path}: a page may send credentials, under its exact origin alone`, async ({
    sandbox,
  }) => {
    const ask = async (origin: string) => {
      const url = `${sandbox.url}/ringcentral/restapi/${path}`;
      const { headers } = await fetch(url, { method, headers: { origin } });
      return ['origin', 'credentials'].map((name) => headers.get(`access-control-allow-${name}`));
    };
    for (const origin of ['https://shop.example', 'http://localhost:3000']) {
      expect(await ask(origin)).toEqual([origin, 'true']);
    }
    expect((await ask('null'))[0]).toBeNull();
  });
}

test('token requests are kept, and reset() forgets what was issued', async ({ sandbox }) => {
  const code = await obtainCode(sandbox);
  const { body } = await redeem(sandbox, code);
  expect(sandbox.requests.at(-1)).toMatchObject({
    endpoint: 'token',
    path: '/ringcentral/restapi/oauth/token',
  });
  expect(sandbox.requests.at(-1)?.params.get('code_verifier')).toBe(VERIFIER);
  sandbox.reset();
  expect(sandbox.requests).toHaveLength(0);
  expect((await call(sandbox, body.access_token)).status).toBe(401);
});

test('revoking either token ends the whole session, for its own client alone', async ({ sandbox }) => {
  const revoke = (token: string, fields: Record<string, string>, headers = {}) =>
    fetch(`${sandbox.url}/ringcentral/restapi/oauth/revoke`, {
      method: 'POST',
      headers,
      body: new URLSearchParams({ token, ...fields }),
    });
  for (const which of ['access_token', 'refresh_token'] as const) {
    const { body } = await redeem(sandbox, await obtainCode(sandbox));
    expect((await revoke(body[which], { client_id: CONFIDENTIAL.clientId })).status).toBe(401);
    expect((await revoke(body[which], {}, basic(CONFIDENTIAL))).status).toBe(200);
    expect((await revoke('unknown', { client_id: PUBLIC.clientId })).status).toBe(200);
    expect((await call(sandbox, body.access_token)).status).toBe(200);

    expect((await revoke(body[which], { client_id: PUBLIC.clientId })).status).toBe(200);
    expect((await call(sandbox, body.access_token)).status).toBe(401);
    expect(await refresh(sandbox, body.refresh_token)).toMatchObject(refused(400, 'invalid_grant'));
  }
});

test('the account of a token is the company’s', async ({ sandbox }) => {
  const { body } = await redeem(sandbox, await obtainCode(sandbox));
  const ask = (token: string) =>
    fetch(`${sandbox.url}/ringcentral/restapi/v2/accounts/~`, {
      headers: { authorization: `Bearer ${token}` },
    });
  expect(await (await ask(body.access_token)).json()).toMatchObject({
    id: '62000100',
    companyName: 'Acme Trading',
  });
  expect((await ask('unknown')).status).toBe(401);
});
