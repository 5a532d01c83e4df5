import { expect } from '@playwright/test';
import { sendRaw } from '../send-raw.js';
import { SECRET } from '../server/fixtures.js';
import { HOSTILE_REQUESTS, type HostileRequest } from '../server/hostile-requests.js';
import { test } from './fixtures.js';
import { findPhp } from './install.mjs';

test.skip(!findPhp(), 'PHP is missing');

/** Where PHP's own server, or a path that is not the handler's, answers in another way. */
const isOfServer = ({ line, headers = [] }: HostileRequest) =>
  !/^(GET|POST|DELETE|PROPFIND) \/crm\//.test(line) ||
  line.includes('..') ||
  headers.join().includes('Transfer-Encoding');

test('nothing that a person sends breaks, changes or reveals anything', async ({ php, user }) => {
  const { id } = await php.connect(user, 'kommo');
  const kept = await php.call('record', { id });
  const { accessToken, refreshToken } = (kept.value as { tokens: Record<string, string> }).tokens;
  const secrets = [SECRET, accessToken!, refreshToken!];
  const sent = php.sandbox.requests.length;
  for (const request of HOSTILE_REQUESTS) {
    const { line, headers = [], body, status } = request;
    const sender = `X-User: ${encodeURIComponent(user)}`;
    const lines = [`${line} HTTP/1.1`, 'Host: evil.example', ...headers, sender];
    const answer = await sendRaw(php.url, lines, body).catch(() => ({ status: 0, head: '', body: '' }));
    const what = `${line.slice(0, 120)} ${body?.slice(0, 60) ?? ''}`;
    if (isOfServer(request)) expect(answer.status || 0, what).not.toBe(500);
    else expect(answer.status || 0, what).toBe(status);
    const text = `${answer.head}\n${answer.body}`;
    expect(text, what).not.toMatch(/\bon line\b|\.php|Warning|Deprecated|Stack trace/);
    expect(text, what).not.toMatch(/^set-cookie:|^location:|<script>/im);
    for (const secret of secrets) expect(text, what).not.toContain(secret);
  }
  expect(JSON.stringify(php.lines('errors'))).not.toContain(SECRET);
  expect(await php.call('record', { id })).toEqual(kept);
  expect(php.sandbox.requests).toHaveLength(sent);
});

test('a page elsewhere gets nothing and ends nothing, and a form has no header', async ({ php, user }) => {
  const { id } = await php.connect(user, 'kommo');
  for (const site of ['cross-site', 'same-site', 'anything-else', 'SAME-ORIGIN']) {
    const headers = { 'sec-fetch-site': site, 'x-crm-oauth': '1' };
    for (const path of ['/state?provider=kommo', '/clients', '/connections']) {
      const response = await php.as(user)(path, { headers });
      expect([response.status, await response.json()], path).toEqual([403, { error: 'cross_site' }]);
    }
    const response = await php.as(user)(`/connections/${id}`, { method: 'DELETE', headers });
    expect(await response.json()).toEqual({ error: 'cross_site' });
  }
  for (const mark of ['', '0', '1, 1']) {
    const headers = { 'x-crm-oauth': mark };
    const response = await php.as(user)(`/connections/${id}`, { method: 'DELETE', headers });
    expect(await response.json()).toEqual({ error: 'header_required' });
  }
  expect(await php.connections(user)).toHaveLength(1);
});

test('no answer may be kept or taken for something else, and none lets another origin read it', async ({
  php,
  user,
}) => {
  for (const who of [undefined, user]) {
    for (const [path, method] of [
      ['/state?provider=kommo', 'GET'],
      ['/state?provider=nothing', 'GET'],
      ['/clients', 'GET'],
      ['/connections', 'GET'],
      ['/connections', 'POST'],
      ['/nothing', 'GET'],
      ['/callback/kommo', 'GET'],
      ['/callback/kommo?from_widget=1', 'GET'],
      ['/disconnected/kommo', 'GET'],
      ['/secrets/external', 'POST'],
      ['/callback/pipedrive', 'DELETE'],
      ['/connections/other', 'DELETE'],
    ] as const) {
      const headers = { 'x-crm-oauth': '1', origin: 'https://evil.example' };
      const answer = await php.as(who)(path, { method, headers });
      const names = ['cache-control', 'x-content-type-options', 'access-control-allow-origin'];
      const what = `${method} ${path} ${answer.status}`;
      expect(
        names.map((name) => answer.headers.get(name)),
        what,
      ).toEqual(['no-store', 'nosniff', null]);
    }
  }
  const script = await php.as(undefined)('/callback.js');
  expect(script.headers.get('cache-control')).toBe('no-cache');
  expect(await script.text()).toContain('location.replace(returnTo)');
});

test('the page at the redirect URI runs its own script alone, and no frame holds it', async ({
  php,
  user,
}) => {
  const response = await php.as(user)('/callback/kommo?state=a');
  const policy = response.headers.get('content-security-policy') ?? '';
  const nonce = /nonce-([\w-]{22})'/.exec(policy)?.[1];
  expect(policy).toBe(
    `default-src 'none'; script-src 'self'; style-src 'nonce-${nonce}'; base-uri 'none'; frame-ancestors 'none'`,
  );
  expect(response.headers.get('referrer-policy')).toBe('no-referrer');
  expect(await response.text()).toContain(`<style nonce="${nonce}">`);
  const next = await php.as(user)('/callback/kommo?state=a');
  expect(next.headers.get('content-security-policy')).not.toBe(policy);
});

test('a CRM’s own word is text, and no markup', async ({ php, user }) => {
  const url = await php.authorize(user, 'kommo');
  url.searchParams.set('error', `<script>alert('1')</script>&#`);
  const text = await (await php.as(user)(url)).text();
  const escaped = '&#60;script&#62;alert(&#39;1&#39;)&#60;/script&#62;&#38;#';
  expect(text).toContain(`(${escaped})`);
  expect(text).toContain(`data-error="${escaped}"`);
  expect(text).not.toContain('<script>');
});

const ELSEWHERE = [
  'https://evil.example/',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '\\/evil.example',
  '/\t/evil.example',
  '\t//evil.example',
  ' //evil.example',
  '/\n/evil.example',
  'javascript:alert(1)',
  'data:text/html,x',
  'http://localhost:1/',
  'https:evil.example',
  'http:/evil.example',
  'ftp://evil.example',
  'blob:https://evil.example/x',
  '//evil.example:80\\@localhost',
  'http://localhost@evil.example/',
  'ORIGIN.evil.example/',
  'ORIGIN@evil.example/',
  'ORIGIN:80@evil.example/',
  'ORIGIN0/',
  'ORIGIN\\@evil.example',
  '/\u0000',
];

test('a place to go on to that is elsewhere is refused, before there is a state', async ({ php, user }) => {
  for (const each of ELSEWHERE) {
    const returnTo = each.replace('ORIGIN', php.origin);
    const query = new URLSearchParams({ provider: 'kommo', returnTo });
    const response = await php.as(user)(`/state?${query.toString()}`);
    expect([response.status, await response.text()], each).toEqual([400, '{"error":"invalid_return_to"}']);
  }
});

test('a place of this site is gone on to as the browser writes it', async ({ php, user }) => {
  const headers = { 'sec-fetch-site': 'same-origin' };
  for (const given of [
    '/',
    '/shop?a=b#c',
    '?a=b',
    '#c',
    'ORIGIN',
    'ORIGIN/shop',
    'ORIGIN?a=//evil.example',
    'ORIGIN//evil.example',
    '/a/..//evil.example',
    '/.//evil.example',
    '/%2e%2E//evil.example',
    '/a/./b/../',
    '/%2f%2fevil.example',
    '/%5cevil.example',
    '/é"<script>',
    '?//evil.example',
  ]) {
    const returnTo = given.replace('ORIGIN', php.origin);
    const issued = await php.as(user)(
      `/state?${new URLSearchParams({ provider: 'kommo', returnTo }).toString()}`,
    );
    expect(issued.status, given).toBe(200);
    const { state } = (await issued.json()) as { state: string };
    const url = await php.authorize(user, 'kommo');
    url.searchParams.set('state', state);
    const location = (await php.as(user)(url, { headers })).headers.get('location') ?? '';
    const { pathname, search, hash } = new URL(returnTo, php.origin);
    expect(location, given).toBe(pathname.replace(/^\/+/, '/') + search + hash);
    expect(new URL(location, php.origin).origin, given).toBe(php.origin);
  }
  for (const [referer, expected] of [
    [`${php.origin}/pricing?a=b`, '/pricing?a=b'],
    ['https://evil.example/', '/'],
  ] as const) {
    const arrival = await php.authorize(user, 'kommo');
    const response = await php.as(user)(arrival, { headers: { ...headers, referer } });
    expect(response.headers.get('location')).toBe(expected);
  }
});
