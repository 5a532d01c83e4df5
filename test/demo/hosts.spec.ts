import { expect } from '@playwright/test';
import { startDemo } from '../../demo/server/demo-server.js';
import { BROKEN_HOSTS, FOREIGN_HOSTS, OWN_HOSTS, sendRaw } from '../send-raw.js';
import { test } from './fixtures.js';

/** What the pages of the demo post to. */
const POSTED = [
  '/settings/access-token',
  '/widget-settings/claim',
  '/widget-settings/token',
  '/crm-side/disconnect',
  '/crm-side/install-widget',
  '/crm-side/one-time-token',
  '/crm-side/long-lived-token',
];

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
  '/settings',
  '/widget-settings',
  '/crm/secrets/kommo-private',
  '/crm/disconnected/kommo',
  '/crm/state?provider=kommo',
  '/crm/callback/kommo?code=c',
  '/crm/connections',
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
  await visitor.connect();
  const [connection] = await visitor.connections();
  const cookie = `Cookie: ${visitor.cookie()}`;
  const own = ['Host: evil.example', 'Origin: http://evil.example', 'Sec-Fetch-Site: same-origin'];
  for (const target of [
    `DELETE /crm/connections/${connection?.id ?? ''}`,
    'POST /settings/access-token',
    'POST /crm-side/disconnect',
  ]) {
    const lines = [`${target} HTTP/1.1`, ...own, cookie, 'X-Crm-Oauth: 1'];
    expect((await sendRaw(demo.url, lines)).status).toBe(421);
  }
  expect(await visitor.connections()).toEqual([connection]);
});

test('whatever a page of another site posts is refused, whichever type it says', async ({ studio }) => {
  for (const path of [...POSTED, '/crm/secrets/kommo-private', '/', '/nowhere']) {
    for (const origin of ['https://evil.example', 'null']) {
      for (const type of ['application/json', 'text/plain', 'application/x-www-form-urlencoded']) {
        const headers = ['Host: localhost', `Origin: ${origin}`, `Content-Type: ${type}`];
        const { status } = await sendRaw(studio.url, [`POST ${path} HTTP/1.1`, ...headers], 'a=b');
        expect(status, `${path} ${origin} ${type}`).toBe(403);
      }
    }
  }
});

test('another page on this machine cannot send the demo anything without being asked', async ({ studio }) => {
  for (const path of POSTED) {
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
