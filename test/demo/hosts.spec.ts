import { expect } from '@playwright/test';
import { startDemo } from '../../demo/server/demo-server.js';
import { BROKEN_HOSTS, FOREIGN_HOSTS, OWN_HOSTS, sendRaw } from '../send-raw.js';
import { allow, test } from './fixtures.js';

const get = ({ url }: { url: string }, host: string, path = '/') =>
  sendRaw(url, [`GET ${path} HTTP/1.1`, `Host: ${host}`]);

test('the demo answers under the names of this machine', async ({ studio }) => {
  for (const host of OWN_HOSTS) expect((await get(studio, host)).status, host).toBe(200);
});

for (const path of [
  '/',
  '/nowhere',
  '/assets/studio.js',
  '/cdn/button.js',
  '/dist/consent.js',
  '/dist/server.js',
  '/sandbox',
  '/secrets',
  '/disconnected',
  '/login-state',
  '/callback?code=c',
  '/callback/message?code=c',
  '/connection',
]) {
  test(`a page whose name leads to this machine gets nothing of ${path}`, async ({ studio }) => {
    for (const host of FOREIGN_HOSTS) {
      const { status, head } = await get(studio, host, path);
      expect(status, host).toBe(421);
      expect(head).not.toMatch(/^(set-cookie|access-control-)/im);
    }
    for (const host of BROKEN_HOSTS) expect((await get(studio, host, path)).status, host).toBe(400);
  });
}

test('a page whose name leads to this machine cannot end or refresh a connection', async ({
  demo,
  visitor,
}) => {
  const answer = await allow(demo, { client_id: 'harbor-shop', state: await visitor.state() });
  await visitor.get(`/callback?${answer.toString()}`);
  const form = ['Content-Type: application/x-www-form-urlencoded', `Cookie: ${visitor.cookie()}`];
  for (const path of ['/refresh', '/disconnect']) {
    const own = ['Host: evil.example', 'Origin: http://evil.example', 'Sec-Fetch-Site: same-origin'];
    expect((await sendRaw(demo.url, [`POST ${path} HTTP/1.1`, ...own, ...form])).status).toBe(421);
  }
  expect(await (await visitor.get('/connection')).text()).toContain('Connected to Acme Trading');
});

test('whatever a page of another site posts is refused, whichever type it says', async ({ studio }) => {
  for (const path of ['/refresh', '/disconnect', '/secrets', '/', '/nowhere']) {
    for (const origin of ['https://evil.example', 'null']) {
      for (const type of ['application/json', 'text/plain', 'application/x-www-form-urlencoded']) {
        const headers = ['Host: localhost', `Origin: ${origin}`, `Content-Type: ${type}`];
        const { status } = await sendRaw(studio.url, [`POST ${path} HTTP/1.1`, ...headers], 'a=b');
        expect(status, `${path} ${origin} ${type}`).toBe(403);
      }
    }
  }
});

test('another page on this machine cannot send the forms of the demo', async ({ studio }) => {
  for (const path of ['/refresh', '/disconnect']) {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=b',
    ]) {
      const headers = ['Host: localhost', 'Origin: http://localhost:1', `Content-Type: ${type}`];
      const { status } = await sendRaw(studio.url, [`POST ${path} HTTP/1.1`, ...headers], 'a=b');
      expect(status, `${path} ${type}`).toBe(403);
    }
  }
});

test('with hosts the demo and its sandbox answer under them too', async () => {
  const demo = await startDemo({ port: 0, sandbox: { port: 0 }, hosts: ['devbox'] });
  for (const server of [demo, demo.sandbox]) {
    expect((await get(server, 'devbox:4300')).status).toBe(200);
    expect((await get(server, 'evil.example')).status).toBe(421);
  }
  await demo.close();
});
