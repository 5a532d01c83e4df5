import { expect } from '@playwright/test';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import {
  Client,
  exchangeCode,
  fetchAccount,
  forgetDisconnected,
  freshTokens,
  MemoryTokenStore,
  refreshTokens,
  TokenError,
  TokenSet,
} from '../../src/server.js';
import { allow, consentUrl, obtainCode, readAnswer, SHOP } from '../sandbox/fixtures.js';
import {
  everyView,
  obtainTokens,
  polluted,
  rejection,
  SECRET,
  sendJson,
  shop,
  test,
  tokenRequests,
  TOKENS,
} from './fixtures.js';

const MINUTE = 60_000;
const host = 'acme.kommo.com';
const client = new Client({ clientId: 'id', clientSecret: SECRET, redirectUri: 'https://shop.example/' });
const code = 'code-which-nobody-may-see';
const tokens = new TokenSet({
  host,
  accessToken: TOKENS.access_token,
  refreshToken: TOKENS.refresh_token,
  issuedAt: 0,
  expiresAt: 1,
});

test('a code becomes tokens', async ({ sandbox }) => {
  const before = Date.now();
  const issued = await obtainTokens(sandbox);
  expect(issued.host).toBe(host);
  expect(issued.issuedAt).toBeGreaterThanOrEqual(before);
  expect(issued.expiresAt - issued.issuedAt).toBe(86_400_000);
  const account = await fetch(`${sandbox.url}/api/v4/account`, {
    headers: { authorization: `Bearer ${issued.accessToken}` },
  });
  expect(await account.json()).toMatchObject({ name: 'Acme Trading' });
});

test('the request is the vendor’s JSON, to the character', async ({ vendor }) => {
  let type: string | undefined;
  vendor.answer = (request, response) => {
    type = `${request.method} ${request.url} ${request.headers['content-type']}`;
    sendJson(response, 200, TOKENS);
  };
  await exchangeCode(shop, { code: 'c', host }, { server: `${vendor.url}/` });
  expect(type).toBe('POST /oauth2/access_token application/json');
  expect(JSON.parse(vendor.bodies[0]!)).toEqual({
    client_id: SHOP.clientId,
    client_secret: SHOP.clientSecret,
    grant_type: 'authorization_code',
    code: 'c',
    redirect_uri: SHOP.redirectUri,
  });
  await refreshTokens(shop, tokens, { server: vendor.url });
  expect(JSON.parse(vendor.bodies[1]!)).toEqual({
    client_id: SHOP.clientId,
    client_secret: SHOP.clientSecret,
    grant_type: 'refresh_token',
    refresh_token: TOKENS.refresh_token,
    redirect_uri: SHOP.redirectUri,
  });
});

test('without a server, the account’s own host is asked', async ({ fetched }) => {
  globalThis.fetch = (input) => {
    fetched.push(new Request(input).url);
    return Promise.resolve(Response.json(TOKENS));
  };
  await exchangeCode(shop, { code: 'c', host: 'https://acme.amocrm.ru' });
  expect(fetched).toEqual(['https://acme.amocrm.ru/oauth2/access_token']);
});

test('amoCRM', async ({ sandbox }) => {
  const { redirect } = await readAnswer(await allow(consentUrl(sandbox, {}, '/amocrm/oauth/')));
  const response = {
    code: redirect.searchParams.get('code')!,
    host: redirect.searchParams.get('referer')!,
  };
  const issued = await exchangeCode(shop, response, { server: `${sandbox.url}/amocrm` });
  expect(issued.host).toBe('acme.amocrm.ru');
});

test('a used code, an expired one and a made-up one', async ({ sandbox, clock }) => {
  const exchange = (given: string) =>
    rejection(exchangeCode(shop, { code: given, host }, { server: sandbox.url }));
  const [once, late] = [await obtainCode(sandbox), await obtainCode(sandbox)];
  await exchangeCode(shop, { code: once, host }, { server: sandbox.url });
  const refused = { name: 'TokenError', code: 'invalid_grant', status: 400, host };
  expect(await exchange(once)).toMatchObject({ ...refused, hint: 'Authorization code has been revoked' });
  expect(await exchange('x')).toMatchObject({ ...refused, hint: 'Cannot decrypt the authorization code' });
  clock.now += 20 * MINUTE;
  expect(await exchange(late)).toMatchObject({ ...refused, hint: 'Authorization code has expired' });
});

test('a wrong client, and a wrong redirect URI', async ({ sandbox }) => {
  const attempt = async (change: object) => {
    const response = { code: await obtainCode(sandbox), host };
    const changed = new Client({ ...SHOP, ...change });
    return rejection(exchangeCode(changed, response, { server: sandbox.url }));
  };
  const wrong = { code: 'invalid_client', status: 401, hint: 'Client authentication failed' };
  expect(await attempt({ clientSecret: 'guess' })).toMatchObject(wrong);
  expect(await attempt({ clientId: 'nobody' })).toMatchObject(wrong);
  expect(await attempt({ redirectUri: `${SHOP.redirectUri}&` })).toMatchObject({
    code: 'invalid_grant',
    status: 400,
    hint: 'Invalid redirect URI',
  });
});

for (const [status, body, expected] of [
  [400, { hint: 'Check the `code` parameter' }, 'invalid_request'],
  [400, { error: 'unsupported_grant_type' }, 'unsupported_grant_type'],
  [400, { error: 'made_up' }, 'invalid_request'],
  [400, 'no object', 'invalid_request'],
  [400, null, 'invalid_request'],
  [401, { hint: 'Token has been revoked' }, 'invalid_grant'],
  [401, { hint: 'Cannot decrypt the refresh token' }, 'invalid_grant'],
  [401, {}, 'invalid_client'],
  [402, {}, 'access_denied'],
  [403, {}, 'access_denied'],
  [429, {}, 'temporarily_unavailable'],
  [500, { hint: ['no text'] }, 'server_error'],
  [503, {}, 'server_error'],
  [201, {}, 'invalid_response'],
] as const) {
  test(`${status} ${JSON.stringify(body)} means ${expected}`, async ({ vendor }) => {
    vendor.answer = (_, response) => sendJson(response, status, body);
    const error = await rejection(refreshTokens(client, tokens, { server: vendor.url }));
    expect(error).toMatchObject({ name: 'TokenError', code: expected, status });
    // Any answer is final: the request is not repeated.
    expect(vendor.bodies).toHaveLength(1);
  });
}

for (const [what, body] of Object.entries({
  'no JSON': 'access_token=access-which-nobody-may-see',
  'JSON that was cut off': JSON.stringify(TOKENS).slice(0, -1),
  'no tokens': '{}',
  'an array': '[]',
  'another token type': JSON.stringify({ ...TOKENS, token_type: 'mac' }),
  'no token type': JSON.stringify({ ...TOKENS, token_type: undefined }),
  'no lifetime': JSON.stringify({ ...TOKENS, expires_in: undefined }),
  'an empty token': JSON.stringify({ ...TOKENS, access_token: '' }),
  'a token with a line break': JSON.stringify({ ...TOKENS, refresh_token: 'a\r\nb' }),
  'a token that is a number': JSON.stringify({ ...TOKENS, refresh_token: 7 }),
  'a body without an end': JSON.stringify({ ...TOKENS, padding: 'x'.repeat(70_000) }),
})) {
  test(`an answer with ${what} is invalid_response`, async ({ vendor }) => {
    vendor.answer = (_, response) => response.end(body);
    const error = await rejection(exchangeCode(client, { code, host }, { server: vendor.url }));
    expect(error).toMatchObject({ code: 'invalid_response', status: 200 });
    expect(everyView(error)).not.toContain('nobody-may-see');
  });
}

test('what a polluted prototype holds is no part of an answer', async ({ vendor }) => {
  const options = { server: vendor.url };
  for (const name of Object.keys(TOKENS) as (keyof typeof TOKENS)[]) {
    const { [name]: missing, ...rest } = TOKENS;
    vendor.answer = (_, response) => response.end(JSON.stringify(rest));
    const error = await polluted({ [name]: missing }, () =>
      rejection(exchangeCode(client, { code, host }, options)),
    );
    expect(error, name).toMatchObject({ code: 'invalid_response' });
  }
  for (const body of ['{}', '[]', 'null', '"text"', '{"__proto__":{}}']) {
    vendor.answer = (_, response) => response.end(body);
    const error = await polluted(TOKENS, () => rejection(exchangeCode(client, { code, host }, options)));
    expect(error, body).toMatchObject({ code: 'invalid_response' });
  }
  vendor.answer = (_, response) => sendJson(response, 400, {});
  const refused = await polluted({ hint: 'Token has been revoked' }, () =>
    rejection(refreshTokens(client, tokens, options)),
  );
  expect(refused).toMatchObject({ code: 'invalid_request', hint: undefined });
});

test('a server that every object has inherited gets no secret and no token', async ({ vendor }) => {
  const asked: string[] = [];
  const original = globalThis.fetch;
  globalThis.fetch = (input) => {
    asked.push(new URL(new Request(input).url).host);
    return Promise.resolve(Response.json(TOKENS));
  };
  const store = new MemoryTokenStore();
  store.set('a', tokens);
  await polluted({ server: vendor.url }, async () => {
    await exchangeCode(client, { code, host });
    await exchangeCode(client, { code, host }, {});
    await refreshTokens(client, tokens);
    await freshTokens('a', { client, store });
    await forgetDisconnected('a', { client, store });
  }).finally(() => (globalThis.fetch = original));
  expect(asked).toEqual([host, host, host, host, host]);
  expect(vendor.bodies).toEqual([]);
});

for (const status of [301, 302, 303, 307, 308]) {
  test(`a redirect with ${status} is not followed`, async ({ vendor }) => {
    const paths: (string | undefined)[] = [];
    vendor.answer = (request, response) => {
      paths.push(request.url);
      response.writeHead(status, { location: `${vendor.url}/elsewhere` }).end();
    };
    const error = await rejection(exchangeCode(client, { code, host }, { server: vendor.url }));
    expect(error).toMatchObject({ code: 'redirected', status });
    expect(paths).toEqual(['/oauth2/access_token']);
  });
}

test('a slow server, and one that stops halfway', async ({ vendor }) => {
  const options = { server: vendor.url, timeout: 200 };
  vendor.answer = () => undefined;
  const slow = await rejection(exchangeCode(client, { code, host }, options));
  expect(slow).toMatchObject({ code: 'timeout', status: undefined, isTransport: true });
  vendor.answer = (_, response) => response.writeHead(200).write('{');
  const halfway = await rejection(exchangeCode(client, { code, host }, options));
  expect(halfway).toMatchObject({ code: 'timeout' });
  // A code works once, so there is no retry.
  expect(vendor.bodies).toHaveLength(2);
});

test('a dead server, and one that hangs up', async ({ vendor, sandbox }) => {
  const nobody = createServer().listen(0, '127.0.0.1');
  await once(nobody, 'listening');
  const server = `http://127.0.0.1:${(nobody.address() as AddressInfo).port}`;
  nobody.close();
  await once(nobody, 'close');
  const dead = await rejection(exchangeCode(client, { code, host }, { server }));
  expect(dead).toMatchObject({ code: 'unreachable', isTransport: true });
  expect((dead as Error).message).toBe('unreachable at acme.kommo.com: ECONNREFUSED');

  vendor.answer = (request) => request.socket.destroy();
  const cut = await rejection(exchangeCode(client, { code, host }, { server: vendor.url }));
  expect(cut).toMatchObject({ code: 'unreachable' });
  expect(vendor.bodies).toHaveLength(1);

  sandbox.behave({ offline: true });
  const offline = await rejection(exchangeCode(shop, { code, host }, { server: sandbox.url }));
  expect(offline).toMatchObject({ code: 'unreachable' });
  expect(tokenRequests(sandbox)).toBe(0);
});

const INSECURE = [
  'http://crm.example',
  'http://localhost:x@evil.example',
  'http://127.0.0.1@evil.example',
  'https://user:secret@crm.example',
  'ftp://localhost',
  'file:///etc',
  'no URL',
  '',
];
for (const server of INSECURE) {
  test(`the secret is not sent to “${server}”`, async ({ fetched }) => {
    expect(await rejection(exchangeCode(client, { code, host }, { server }))).toBeInstanceOf(TypeError);
    expect(fetched).toEqual([]);
  });
}

test('no error shows a secret, whatever the server answers', async ({ vendor }) => {
  const server = vendor.url;
  const secrets = /S3cret|nobody-may-see/;
  const errors: unknown[] = [];
  const collect = async (change?: typeof vendor.answer) => {
    vendor.answer = change ?? vendor.answer;
    errors.push(await rejection(exchangeCode(client, { code, host }, { server, timeout: 200 })));
    errors.push(await rejection(refreshTokens(client, tokens, { server, timeout: 200 })));
  };
  await collect((_, response, body) => sendJson(response, 400, { hint: body, detail: body, title: body }));
  await collect((_, response, body) =>
    sendJson(response, 400, { hint: encodeURIComponent(body), error: body, error_description: body }),
  );
  await collect((_, response, body) => response.writeHead(500).end(body));
  await collect((_, response, body) => response.end(body));
  await collect((_, response) => response.end(`${JSON.stringify(TOKENS)}}`));
  await collect((_, response, body) =>
    response.writeHead(302, { location: `/${encodeURIComponent(body)}` }).end(),
  );
  await collect(() => undefined);
  await collect((request) => request.socket.destroy());
  // Not HTTP: the platform's own error quotes what it has read.
  await collect((request, _, body) => request.socket.end(`${body}\r\n\r\n`));
  await collect((request, _, body) => request.socket.end(`HTTP/1.1 200 OK\r\n${body}\r\n\r\n`));

  expect(errors).toHaveLength(20);
  for (const error of errors) {
    expect(error).toBeInstanceOf(TokenError);
    expect((error as Error).cause).toBeUndefined();
    expect(everyView(error)).not.toMatch(secrets);
  }
});

test('a hint stays one line, and short', async ({ vendor }) => {
  vendor.answer = (_, response) =>
    sendJson(response, 400, { hint: `a\r\n[error] b\u2028c\u202e${'x'.repeat(999)}` });
  const error = (await rejection(exchangeCode(client, { code, host }, { server: vendor.url }))) as TokenError;
  expect(error.hint).toMatch(/^a \[error\] b c x+$/);
  expect(error.hint).toHaveLength(200);
  expect(error.message).toContain(error.hint);
});

test('tokens and clients show their secrets to nobody who has not asked for them', () => {
  for (const [value, shown] of [
    [tokens, '[TokenSet acme.kommo.com]'],
    [client, '[Client id]'],
  ] as const) {
    expect(String(value)).toBe(shown);
    expect(inspect(value)).toBe(shown);
    expect(inspect({ value })).toBe(`{ value: ${shown} }`);
    expect(JSON.stringify({ value })).toBe(JSON.stringify({ value: shown }));
    expect(everyView(value)).not.toMatch(/S3cret|nobody-may-see/);
    expect(inspect(value, { customInspect: false, showHidden: true })).not.toMatch(/S3cret|nobody-may-see/);
    expect(JSON.stringify(Object.assign({}, value))).not.toMatch(/S3cret|nobody-may-see/);
    expect(JSON.stringify(structuredClone(value))).not.toMatch(/S3cret|nobody-may-see/);
  }
  expect(tokens.accessToken).toBe(TOKENS.access_token);
  expect(client.clientSecret).toBe(SECRET);
});

test('console.log shows no secret', () => {
  const lines: string[] = [];
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = (chunk) => {
    lines.push(String(chunk));
    return true;
  };
  console.log('%s %o %O %j %d', tokens, tokens, tokens, tokens, tokens, client, { tokens, client });
  process.stdout.write = write;
  expect(lines.join('')).toContain('[TokenSet acme.kommo.com]');
  expect(lines.join('')).not.toMatch(/S3cret|nobody-may-see/);
});

test('a long-lived token, without a refresh token and perhaps without an end, is a token', async ({
  sandbox,
}) => {
  const { accessToken, host } = await obtainTokens(sandbox);
  const issuedAt = Date.now();
  for (const expiresAt of [undefined, issuedAt + 5 * 365 * 86_400_000]) {
    const longLived = new TokenSet({ host, accessToken, issuedAt, expiresAt });
    expect(longLived).toMatchObject({
      provider: 'kommo',
      expiresAt: expiresAt ?? Infinity,
      refreshToken: undefined,
    });
    expect(new TokenSet(longLived.toRecord())).toEqual(longLived);
    const store = new MemoryTokenStore();
    store.set('acme', longLived);
    const before = tokenRequests(sandbox);
    const fresh = await freshTokens('acme', { client: shop, store, server: sandbox.url });
    expect(fresh?.accessToken).toBe(accessToken);
    expect(await fetchAccount(shop, longLived, { server: sandbox.url })).toEqual({
      id: '31000001',
      name: 'Acme Trading',
    });
    // Once the API has refused it, there is no other.
    const refused = freshTokens('acme', { client: shop, store, refused: accessToken, server: sandbox.url });
    expect(await rejection(refused)).toMatchObject({ code: 'invalid_grant' });
    expect(tokenRequests(sandbox)).toBe(before);
  }
});

test('for storage there is a record, and a record that is not whole is refused', () => {
  const record = tokens.toRecord();
  expect(record).toEqual({
    provider: 'kommo',
    host,
    accessToken: TOKENS.access_token,
    refreshToken: TOKENS.refresh_token,
    issuedAt: 0,
    expiresAt: 1,
  });
  const revived = new TokenSet(JSON.parse(JSON.stringify(record)) as typeof record);
  expect(revived.toRecord()).toEqual(record);
  for (const wrong of [
    JSON.parse(JSON.stringify(tokens)),
    undefined,
    null,
    {},
    { ...record, refreshToken: '' },
    { ...record, provider: 7 },
    { ...record, accessToken: 'a b' },
    { ...record, expiresAt: 'soon' },
  ]) {
    expect(() => new TokenSet(wrong as typeof record)).toThrow(TypeError);
  }
  expect(() => new TokenSet({ ...record, host: 'evil.example' })).toThrow('The referer is no account');
});

for (const name of ['clientId', 'clientSecret', 'redirectUri']) {
  test(`a client without ${name} is refused before it asks for anything`, () => {
    for (const value of ['', undefined]) {
      expect(() => new Client({ ...SHOP, [name]: value })).toThrow(`A client needs its ${name}.`);
    }
  });
}
