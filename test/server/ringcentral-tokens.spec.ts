import { expect } from '@playwright/test';
import {
  CallbackError,
  Client,
  exchangeCode,
  freshTokens,
  issueState,
  MemoryStateStore,
  MemoryTokenStore,
  readAuthorizationResponse,
  refreshTokens,
  ringcentralTokens,
  TokenSet,
  verifyState,
} from '../../src/server.js';
import {
  authorizeUrl,
  CONFIDENTIAL,
  locationOf,
  obtainCode,
  PUBLIC,
  test,
  USER,
  VERIFIER,
} from '../sandbox/ringcentral-fixtures.js';
import { sendForm } from '../sandbox/fixtures.js';
import { rejection, sendJson, test as vendorTest, TOKENS } from './fixtures.js';

const host = 'platform.ringcentral.com';
const redirectUri = PUBLIC.redirectUris[0];
const open = new Client({ provider: 'ringcentral', clientId: PUBLIC.clientId, redirectUri });
const closed = new Client({
  provider: 'ringcentral',
  clientId: CONFIDENTIAL.clientId,
  clientSecret: CONFIDENTIAL.clientSecret,
  redirectUri: CONFIDENTIAL.redirectUris[0],
});
/** The confidential client's authorization request has no challenge. */
const CONFIDENTIAL_REQUEST = {
  client_id: CONFIDENTIAL.clientId,
  redirect_uri: CONFIDENTIAL.redirectUris[0],
  code_challenge: undefined,
  code_challenge_method: undefined,
};

test('from the state to tokens that stay fresh, with PKCE and without a secret', async ({ sandbox }) => {
  const options = { server: `${sandbox.url}/ringcentral` };
  const states = new MemoryStateStore();
  const state = await issueState('me', { store: states });
  const redirect = locationOf(
    await sendForm(authorizeUrl(sandbox, { state }), { answer: 'allow', account: USER }),
  );
  const verify = (given: string) => verifyState(given, 'me', { store: states });
  const response = await readAuthorizationResponse(redirect, verify, open);
  expect(response).toMatchObject({ host, provider: 'ringcentral', state });

  const first = await exchangeCode(open, response, { ...options, codeVerifier: VERIFIER });
  expect(first).toMatchObject({ provider: 'ringcentral', host });
  expect(first.expiresAt - first.issuedAt).toBe(3_600_000);
  const store = new MemoryTokenStore();
  store.set('me', first);
  const refused = first.accessToken;
  const second = await freshTokens('me', { client: open, store, refused, ...options });
  expect(second?.refreshToken).not.toBe(first.refreshToken);
  // It works once.
  expect(await rejection(refreshTokens(open, first, options))).toMatchObject({
    code: 'invalid_grant',
    status: 400,
    hint: 'Invalid refresh token',
  });
});

test('a client with a secret, without PKCE', async ({ sandbox }) => {
  const options = { server: `${sandbox.url}/ringcentral` };
  const code = await obtainCode(sandbox, CONFIDENTIAL_REQUEST);
  const tokens = await exchangeCode(closed, { code, host }, options);
  expect((await refreshTokens(closed, tokens, options)).accessToken).not.toBe(tokens.accessToken);
  const account = await fetch(`${options.server}/restapi/v1.0/account/~/extension/~`, {
    headers: { authorization: `Bearer ${tokens.accessToken}` },
  });
  expect(account.status).toBe(200);
});

test('a wrong secret, and the verifier of another attempt', async ({ sandbox }) => {
  const options = { server: `${sandbox.url}/ringcentral` };
  const wrong = new Client({
    provider: 'ringcentral',
    clientId: CONFIDENTIAL.clientId,
    clientSecret: 'guess',
    redirectUri: CONFIDENTIAL.redirectUris[0],
  });
  const code = await obtainCode(sandbox, CONFIDENTIAL_REQUEST);
  expect(await rejection(exchangeCode(wrong, { code, host }, options))).toMatchObject({
    code: 'invalid_client',
    status: 401,
  });
  const proven = { code: await obtainCode(sandbox), host };
  const stolen = exchangeCode(open, proven, { ...options, codeVerifier: 'v'.repeat(43) });
  expect(await rejection(stolen)).toMatchObject({ code: 'invalid_grant', hint: 'Invalid code verifier' });
});

vendorTest('the request is a form, with Basic authentication', async ({ vendor }) => {
  const seen: unknown[] = [];
  vendor.answer = ({ method, url, headers }, response) => {
    seen.push([method, url, headers['content-type'], headers.authorization]);
    sendJson(response, 200, TOKENS);
  };
  const client = new Client({
    provider: 'ringcentral',
    clientId: 'id:1',
    clientSecret: 'a b+%ü',
    redirectUri: 'https://shop.example/?a=1',
  });
  const tokens = await exchangeCode(client, { code: 'c&d', host }, { server: vendor.url });
  await refreshTokens(client, tokens, { server: vendor.url });
  const request = [
    'POST',
    '/restapi/oauth/token',
    'application/x-www-form-urlencoded',
    `Basic ${btoa('id%3A1:a+b%2B%25%C3%BC')}`,
  ];
  expect(seen).toEqual([request, request]);
  expect(vendor.bodies).toEqual([
    'grant_type=authorization_code&code=c%26d&redirect_uri=https%3A%2F%2Fshop.example%2F%3Fa%3D1',
    `grant_type=refresh_token&refresh_token=${TOKENS.refresh_token}`,
  ]);
});

vendorTest(
  'a client without a secret names itself and its verifier, and sends no header',
  async ({ vendor }) => {
    let authorization: string | undefined = 'none';
    vendor.answer = ({ headers }, response) => {
      ({ authorization } = headers);
      sendJson(response, 200, { ...TOKENS, refresh_token: undefined });
    };
    const options = { server: vendor.url, codeVerifier: VERIFIER };
    const tokens = await exchangeCode(open, { code: 'c', host }, options);
    expect(authorization).toBeUndefined();
    expect(Object.fromEntries(new URLSearchParams(vendor.bodies[0]))).toEqual({
      client_id: PUBLIC.clientId,
      grant_type: 'authorization_code',
      code: 'c',
      code_verifier: VERIFIER,
      redirect_uri: redirectUri,
    });

    // An application without the grant gets no refresh token.
    expect(tokens.refreshToken).toBeUndefined();
    const error = await rejection(refreshTokens(open, tokens, { server: vendor.url }));
    expect(error).toMatchObject({ code: 'invalid_grant', status: undefined });
    expect(vendor.bodies).toHaveLength(1);
  },
);

vendorTest(
  'a refresh that nobody answers is not sent again: the token may be used up',
  async ({ vendor }) => {
    vendor.answer = (request) => request.socket.destroy();
    const record = {
      provider: 'ringcentral',
      host,
      accessToken: 'a',
      refreshToken: 'r',
      issuedAt: 0,
      expiresAt: 0,
    };
    const error = await rejection(refreshTokens(closed, new TokenSet(record), { server: vendor.url }));
    expect(error).toMatchObject({ code: 'unreachable' });
    expect(vendor.bodies).toHaveLength(1);
  },
);

vendorTest('the other platform is a choice of the server’s own code', async ({ fetched }) => {
  globalThis.fetch = (input) => {
    fetched.push(new Request(input).url);
    return Promise.resolve(Response.json(TOKENS));
  };
  const server = 'https://platform.devtest.ringcentral.com';
  const settings = { clientId: 'id', clientSecret: 's', redirectUri: 'https://shop.example/' };
  const development = new Client({ provider: ringcentralTokens({ server }), ...settings });
  const production = new Client({ provider: 'ringcentral', ...settings });
  for (const client of [development, production]) {
    const response = await readAuthorizationResponse(
      '/?code=c&state=s&referer=evil.example',
      () => true,
      client,
    );
    const tokens = await exchangeCode(client, response);
    await refreshTokens(production, new TokenSet(tokens.toRecord()));
  }
  const path = '/restapi/oauth/token';
  expect(fetched).toEqual([server + path, server + path, `https://${host}${path}`, `https://${host}${path}`]);
  for (const other of [
    'https://evil.example',
    'http://platform.ringcentral.com',
    `${server}.evil.example`,
    '',
  ]) {
    expect(() => ringcentralTokens({ server: other }), other).toThrow('server must be https://platform.');
  }
});

test('without a secret there has to be a verifier, and a well-formed one', async () => {
  const response = { code: 'c', host };
  expect(await rejection(exchangeCode(open, response))).toBeInstanceOf(TypeError);
  for (const codeVerifier of [
    '',
    'v'.repeat(42),
    'v'.repeat(129),
    `${'v'.repeat(43)}\n`,
    `${'v'.repeat(43)}&a=b`,
  ]) {
    const error = await rejection(exchangeCode(open, response, { codeVerifier }));
    expect(error, codeVerifier).toBeInstanceOf(CallbackError);
    expect(error).toMatchObject({ code: 'invalid_response' });
  }
});
