import { expect } from '@playwright/test';
import { startSandbox, type Sandbox } from '../../sandbox/index.js';
import { BROKEN_HOSTS, FOREIGN_HOSTS, OWN_HOSTS, sendRaw } from '../send-raw.js';
import { consentUrl, SHOP, test } from './fixtures.js';

const get = (sandbox: Sandbox, host: string, path = '/') =>
  sendRaw(sandbox.url, [`GET ${path} HTTP/1.1`, `Host: ${host}`]);

test('it answers under every name of this machine, with any port', async ({ sandbox }) => {
  for (const host of OWN_HOSTS) expect((await get(sandbox, host)).status, host).toBe(200);
});

test('under another name it answers 421, with the remedy', async ({ sandbox }) => {
  for (const host of FOREIGN_HOSTS) expect((await get(sandbox, host)).status, host).toBe(421);
  const { head, body } = await get(sandbox, 'sandbox:4400');
  expect(head).toMatch(/^content-type: text\/plain/im);
  expect(body).toContain('not under “sandbox”');
  expect(body).toContain('start it with --host sandbox (in code');
});

test('a Host header that is not valid is a bad request', async ({ sandbox }) => {
  for (const host of BROKEN_HOSTS) expect((await get(sandbox, host)).status, host).toBe(400);
});

test('there is one Host header, and a target without a host', async ({ sandbox }) => {
  for (const [line, ...headers] of [
    ['GET / HTTP/1.1'],
    ['GET / HTTP/1.0'],
    ['GET / HTTP/1.1', 'Host: localhost', 'Host: evil.example'],
    ['GET / HTTP/1.1', 'Host: localhost', 'Host: localhost'],
    ['GET / HTTP/1.1', 'Host: evil.example', 'Host: localhost'],
    ['GET http://evil.example/ HTTP/1.1', 'Host: localhost'],
    ['GET http://localhost/ HTTP/1.1', 'Host: localhost'],
    ['OPTIONS * HTTP/1.1', 'Host: localhost'],
    ['GET evil.example HTTP/1.1', 'Host: localhost'],
  ]) {
    const { status } = await sendRaw(sandbox.url, [line!, ...headers]);
    expect(status, [line, ...headers].join(', ')).toBe(400);
  }
});

for (const route of [
  'GET /',
  'GET /nowhere',
  'GET /sandbox/page.css',
  'GET /sandbox/answer.js',
  'GET /sandbox/behaviour',
  'POST /sandbox/behaviour',
  'OPTIONS /sandbox/behaviour',
  'POST /sandbox/disconnect',
  'GET /oauth/?client_id=shop-id',
  'POST /oauth/?client_id=shop-id',
  'POST /oauth2/access_token',
  'GET /api/v4/account',
  'GET /kommo/oauth/?client_id=shop-id',
  'POST /kommo/oauth2/access_token',
  'GET /oauth2/account/current/subdomain',
  'GET /amocrm/oauth/?client_id=shop-id',
  'POST /amocrm/oauth2/access_token',
  'GET /ringcentral/restapi/oauth/authorize',
  'POST /ringcentral/restapi/oauth/token',
  'GET /ringcentral/restapi/v1.0/account/~',
  'GET /ringcentral/embeddable/app.html',
  'GET /ringcentral/embeddable/adapter.js',
]) {
  test(`a page whose name leads to this machine gets nothing of ${route}`, async ({ sandbox, lines }) => {
    const headers = ['Host: evil.example:4400', 'Content-Type: application/json'];
    const { status, head } = await sendRaw(sandbox.url, [`${route} HTTP/1.1`, ...headers], '{"delay":5}');
    expect(status).toBe(421);
    expect(head).not.toMatch(/^access-control-/im);
    expect(sandbox.requests).toEqual([]);
    expect(await (await fetch(`${sandbox.url}/sandbox/behaviour`)).json()).toMatchObject({ delay: 0 });
    expect(lines[0]).toBe(`${route} 421`);
  });
}

for (const origin of [
  'https://evil.example',
  'http://localhost.evil.example',
  'null',
  'http://localhost,',
  '',
]) {
  for (const type of ['application/json', 'text/plain', 'application/x-www-form-urlencoded', undefined]) {
    test(`a page of “${origin}” changes nothing with ${type ?? 'no type'}`, async ({ sandbox }) => {
      const url = consentUrl(sandbox).slice(sandbox.url.length);
      const form = new URLSearchParams({ grant_type: 'authorization_code', client_id: SHOP.clientId });
      for (const [path, body] of [
        ['/sandbox/behaviour', '{"answer":"allow"}'],
        ['/sandbox/disconnect', '{"account":"31000001"}'],
        [url, 'answer=allow&account=31000001'],
        ['/oauth2/access_token', form.toString()],
        ['/kommo/oauth2/access_token', form.toString()],
        ['/ringcentral/restapi/oauth/authorize', 'answer=allow'],
      ] as const) {
        const headers = ['Host: localhost', `Origin: ${origin}`, ...(type ? [`Content-Type: ${type}`] : [])];
        const { status } = await sendRaw(sandbox.url, [`POST ${path} HTTP/1.1`, ...headers], body);
        expect(status, path).toBe(403);
      }
      expect(sandbox.requests).toEqual([]);
      expect(await (await fetch(`${sandbox.url}/sandbox/behaviour`)).json()).toMatchObject({ answer: 'ask' });
    });
  }
}

test('a page of another site cannot read the behaviour, one on this machine can', async ({ sandbox }) => {
  const allowed = async (origin: string) =>
    (await fetch(`${sandbox.url}/sandbox/behaviour`, { headers: { origin } })).headers.get(
      'access-control-allow-origin',
    );
  expect(await allowed('https://evil.example')).toBeNull();
  expect(await allowed('null')).toBeNull();
  for (const own of [
    'http://localhost:4300',
    'http://127.0.0.1:1',
    'https://shop.localhost',
    'http://[::1]',
  ]) {
    expect(await allowed(own)).toBe(own);
  }
});

test('a page anywhere may post to the token endpoint that has CORS at the vendor', async ({ sandbox }) => {
  const response = await fetch(`${sandbox.url}/ringcentral/restapi/oauth/token`, {
    method: 'POST',
    headers: { origin: 'https://shop.example' },
    body: new URLSearchParams({ client_id: 'x', grant_type: 'authorization_code', code: 'made-up' }),
  });
  expect(response.status).toBe(400);
  expect(response.headers.get('access-control-allow-origin')).toBe('https://shop.example');
});

test('with hosts it answers under them too, its pages may steer it, and other names stay refused', async () => {
  const hosts = ['sandbox', 'CRM.test', '192.168.1.5', 'FE80::0:1', '0.0.0.0'];
  const sandbox = await startSandbox({ port: 0, hosts });
  for (const host of ['sandbox:4400', 'crm.test', '192.168.1.5:1', '[fe80::1]:4400', 'localhost']) {
    expect((await get(sandbox, host)).status, host).toBe(200);
  }
  for (const host of ['evil.example', 'a.sandbox', 'crm', '0.0.0.0', '192.168.1.6']) {
    expect((await get(sandbox, host)).status, host).toBe(421);
  }
  const steer = async (origin: string) => {
    const headers = { 'content-type': 'application/json', origin };
    const body = '{"delay":0}';
    return (await fetch(`${sandbox.url}/sandbox/behaviour`, { method: 'POST', headers, body })).status;
  };
  expect(await steer('http://sandbox:3000')).toBe(200);
  expect(await steer('http://evil.example')).toBe(403);
  await sandbox.close();
});

for (const host of ['http://sandbox', 'sandbox:4400', 'sandbox/', '*', '', 'fe80::1%eth0', 'a b']) {
  test(`“${host}” is refused as a host`, async () => {
    await expect(startSandbox({ port: 0, hosts: [host] })).rejects.toThrow(
      `“${host}” is not the name or the address of a host`,
    );
  });
}
