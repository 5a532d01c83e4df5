import { expect } from '@playwright/test';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { SECRET, sendJson, test, TOKENS, type Vendor } from '../server/fixtures.js';
import { findPhp } from './install.mjs';
import { type Case, type Verdict, verdictsOfPhp } from './verdicts.js';

test.skip(!findPhp(), 'PHP is missing');

const host = 'acme.kommo.com';
const client = { clientId: 'id', clientSecret: SECRET, redirectUri: 'https://shop.example/' };
const code = 'code-which-nobody-may-see';
const tokens = {
  host,
  accessToken: TOKENS.access_token,
  refreshToken: TOKENS.refresh_token,
  issuedAt: 0,
  expiresAt: 1,
};
const SECRETS = /S3cret|nobody-may-see/;

async function run(each: Case): Promise<Verdict> {
  const [verdict] = await verdictsOfPhp([each]);
  return verdict!;
}

const exchange = (server: string, timeout = 10_000) =>
  run({ call: 'exchange', client, code, host, options: { server, timeout } });

for (const status of [301, 302, 303, 307, 308]) {
  test(`a redirect with ${status} is not followed`, async ({ vendor }) => {
    const paths: (string | undefined)[] = [];
    vendor.answer = (request, response) => {
      paths.push(request.url);
      response.writeHead(status, { location: `${vendor.url}/elsewhere` }).end();
    };
    expect((await exchange(vendor.url)).error).toMatchObject({ code: 'redirected', status });
    expect(paths).toEqual(['/oauth2/access_token']);
  });
}

test('an answer of 65,536 bytes is read, and a longer one is not', async ({ vendor }) => {
  const ofLength = (length: number) => {
    const text = JSON.stringify({ ...TOKENS, padding: '' });
    return text.replace('"padding":"', `"padding":"${'x'.repeat(length - text.length)}`);
  };
  vendor.answer = (_, response) => response.end(ofLength(65_536));
  expect((await exchange(vendor.url)).value).toMatchObject({ host });
  vendor.answer = (_, response) => response.end(ofLength(65_537));
  expect((await exchange(vendor.url)).error).toMatchObject({ code: 'invalid_response', status: 200 });
  // Without an end, it would be read for ten seconds, and then be no answer.
  vendor.answer = (_, response) => {
    const go = () => {
      if (response.write('x'.repeat(10_000))) setImmediate(go);
      else response.once('drain', go);
    };
    go();
  };
  expect((await exchange(vendor.url)).error).toMatchObject({ code: 'invalid_response', status: 200 });
});

test('a slow server, and one that stops halfway', async ({ vendor }) => {
  vendor.answer = () => undefined;
  expect((await exchange(vendor.url, 200)).error).toMatchObject({
    code: 'timeout',
    status: null,
    isTransport: true,
    message: `timeout at ${host}: No answer within 200 ms`,
  });
  vendor.answer = (_, response) => response.writeHead(200).write('{');
  expect((await exchange(vendor.url, 200)).error).toMatchObject({ code: 'timeout' });
  // A code works once, so there is no retry.
  expect(vendor.bodies).toHaveLength(2);
  vendor.answer = () => undefined;
  const refreshed = await run({
    call: 'refresh',
    client,
    tokens,
    options: { server: vendor.url, timeout: 200 },
  });
  expect(refreshed.error).toMatchObject({ code: 'timeout' });
  expect(vendor.bodies).toHaveLength(4);
});

test('a dead server, and one that hangs up', async ({ vendor }) => {
  const nobody = createServer().listen(0, '127.0.0.1');
  await once(nobody, 'listening');
  const server = `http://127.0.0.1:${(nobody.address() as AddressInfo).port}`;
  nobody.close();
  await once(nobody, 'close');
  expect((await exchange(server)).error).toMatchObject({ code: 'unreachable', isTransport: true });
  vendor.answer = (request) => request.socket.destroy();
  expect((await exchange(vendor.url)).error).toMatchObject({ code: 'unreachable' });
});

for (const server of [
  'http://crm.example',
  'http://127.0.0.2:1',
  'http://localhost.evil.example',
  'http://localhost:x@evil.example',
  'http://127.0.0.1@evil.example',
  'http://2130706433',
  'https://user:secret@crm.example',
  'ftp://localhost',
  'file:///etc',
  'gopher://localhost',
  'http://localhost\n',
  'no URL',
  '',
]) {
  test(`the secret is not sent to “${server.replace('\n', '\\n')}”`, async () => {
    const { error } = await exchange(server);
    expect(error?.code).toBe('invalid_argument');
    expect(error?.message).toMatch(/^server must be a full https URL without credentials/);
  });
}

test('the secret is not sent to a server whose certificate is nobody’s', async ({ vendor }) => {
  // It speaks plain HTTP: with https, there is no certificate at all.
  const { error } = await exchange(vendor.url.replace('http:', 'https:'));
  expect(error).toMatchObject({ code: 'unreachable' });
  expect(vendor.bodies).toEqual([]);
});

test('no error shows a secret, whatever the server answers, nor does its trace', async ({ vendor }) => {
  const answers: Vendor['answer'][] = [
    (_, response, body) => sendJson(response, 400, { hint: body, detail: body, title: body }),
    (_, response, body) => sendJson(response, 400, { hint: encodeURIComponent(body), error: body }),
    (_, response, body) => sendJson(response, 400, { hint: JSON.stringify(body).replaceAll('/', '\\/') }),
    (_, response, body) => response.writeHead(500).end(body),
    (_, response, body) => response.end(body),
    (_, response) => response.end(`${JSON.stringify(TOKENS)}}`),
    (_, response) => sendJson(response, 200, { ...TOKENS, token_type: 'mac' }),
    (_, response) => response.writeHead(302, { location: '/elsewhere' }).end(),
    () => undefined,
    (request) => request.socket.destroy(),
    // Not HTTP: what curl says of it quotes what it has read.
    (request, _, body) => request.socket.end(`${body}\r\n\r\n`),
    (request, _, body) => request.socket.end(`HTTP/1.1 200 OK\r\n${body}\r\n\r\n`),
  ];
  const options = { server: vendor.url, timeout: 500 };
  const other = { ...client, provider: { tokenEndpoint: 'https://id.example/token' } };
  const record = { ...tokens, provider: 'oauth2', host: 'id.example' };
  for (const answer of answers) {
    vendor.answer = answer;
    const verdicts = await verdictsOfPhp([
      { call: 'exchange', client, code, host, options },
      { call: 'refresh', client, tokens, options },
      { call: 'refresh', client: other, tokens: record, options },
    ]);
    for (const { error } of verdicts) {
      expect(error?.shown).toContain('#0');
      expect(error?.shown).not.toMatch(SECRETS);
    }
  }
  const wrong = await verdictsOfPhp([
    { call: 'client', client: { ...client, provider: 'acme', secrets: { eu: SECRET } } },
    { call: 'client', client: { ...client, provider: 'zoho', secrets: { moon: SECRET } } },
    { call: 'exchange', client, code, host, options: { ...options, codeVerifier: SECRET } },
    { call: 'exchange', client, code, host: 'evil.example', options },
    { call: 'record', tokens: { ...tokens, host: 'evil.example' } },
    { call: 'record', tokens: { ...tokens, issuedAt: 'then' } },
  ]);
  for (const { error } of wrong) {
    expect(error?.shown).toContain('#0');
    expect(error?.shown).not.toMatch(SECRETS);
  }
});

test('a loose definition can neither name an odd host nor send a secret past its own', async () => {
  const loose = {
    provider: 'loose',
    vendor: 'Loose',
    hosts: { parameter: 'domain', pattern: '~x|.+crm~' },
    tokenUrl: 'https://{host}/token',
    clientAuthentication: ['basic'],
    encoding: 'form',
    pkce: 'may',
  };
  const good = 'acme.crm.example';
  const of = (given: string, provider: object = loose): Case => ({
    call: 'exchange',
    client: { ...client, provider },
    code,
    host: given,
    options: { timeout: 1 },
  });
  const odd = [`${good}:1`, `${good}/`, `user@${good}`, `evil.example?${good}`, '127.0.0.1/crm', `${good}\n`];
  for (const { error } of await verdictsOfPhp(odd.map((each) => of(each)))) {
    expect(error).toMatchObject({ code: 'invalid_domain' });
  }
  const urls = [
    'https://evil.example/{host}',
    'https://{host}.evil.example/',
    'https://{host}:8443/',
    'http://{host}/',
  ];
  const elsewhere = urls.map((tokenUrl) => of(good, { ...loose, tokenUrl }));
  for (const { error } of await verdictsOfPhp(elsewhere))
    expect(error).toMatchObject({ code: 'invalid_argument' });
});

test('dumps of clients and tokens show their names, and copies are not made', async () => {
  const { value } = await run({ call: 'dumps', client, tokens });
  const dumps = value as string[];
  expect(dumps).toHaveLength(7);
  expect(dumps.join('')).not.toMatch(SECRETS);
  for (const dump of dumps.slice(0, 2)) expect(dump).toContain('[TokenSet acme.kommo.com]');
  expect(dumps.slice(3)).toEqual([
    '["[Client id]","[TokenSet acme.kommo.com]"]',
    '[Client id] [TokenSet acme.kommo.com]',
    '[Client id] is not serialized: it holds a secret. [TokenSet acme.kommo.com] is not serialized: it holds a secret.',
    expect.stringMatching(/^Call to private .* Call to private /),
  ]);
});
