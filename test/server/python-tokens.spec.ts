import { expect } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SECRET, tokenRequests } from './fixtures.js';
import { BORDER, listOf, MARGIN, pathOf, putAhead, refusalOf, test } from './guides/python-fixtures.js';
import { startPython } from './guides/python.js';
import { freePort } from './guides/runtimes.js';

test('twenty requests in two processes refresh once, at the border', async ({ shop, user, as, connect }) => {
  const { id } = await connect(user);
  const ask = async (index: number, who = user) => {
    const { url } = shop.processes[index % 2 ? 1 : 0];
    return (await as(undefined)(`/token?user=${encodeURIComponent(who)}&id=${id}`, {}, url)).text();
  };
  const first = await ask(0);
  expect(await ask(1, `not ${user}`)).toBe('reconnect');
  await putAhead(shop, BORDER - MARGIN);
  expect(await ask(1)).toBe(first);
  expect(tokenRequests(shop.sandbox)).toBe(1);
  await putAhead(shop, BORDER + 1);
  const tokens = await Promise.all(Array.from({ length: 20 }, (_, index) => ask(index)));
  expect(new Set(tokens).size).toBe(1);
  expect(tokens).not.toContain(first);
  expect(tokenRequests(shop.sandbox)).toBe(2);
  const headers = { authorization: `Bearer ${tokens[0]}` };
  expect((await fetch(`${shop.sandbox.url}/api/v4/account`, { headers })).status).toBe(200);
});

test('a grant that is over asks for the person, who gets the connection back', async ({
  shop,
  user,
  as,
  connect,
}) => {
  const { id } = await connect(user);
  const ask = async () => (await as(user)(`/token?user=${user}&id=${id}`)).text();
  const statuses = async () => (await listOf(as(user)('/crm/connections'))).map(({ status }) => status);
  await putAhead(shop, BORDER + 1);
  shop.sandbox.behave({ offline: true });
  expect(await ask()).toBe('unreachable');
  expect(await statuses()).toEqual(['connected']);
  shop.sandbox.behave({ offline: false });
  await shop.sandbox.disconnect('guide', 31000001);
  expect(await ask()).toBe('reconnect');
  expect(await statuses()).toEqual(['reconnect']);
  expect(await connect(user)).toMatchObject({ id, status: 'connected' });
  expect(await ask()).not.toBe('reconnect');
});

test('tokens are sealed for their row, and no secret is printed', async ({
  shop,
  user,
  as,
  authorize,
  connect,
}) => {
  const { id } = await connect(user);
  const arrival = await authorize(user);
  expect((await as(user)(pathOf(arrival))).status).toBe(200);
  const answer = await as(user)(`/token?user=${user}&id=${id}`);
  expect(answer.status).toBe(200);
  const token = await answer.text();
  const thief = await connect(`not ${user}`);
  const swap = 'UPDATE connections SET tokens = (SELECT tokens FROM connections WHERE id = ?) WHERE id = ?';
  const code =
    'import sqlite3, sys\nwith sqlite3.connect("crm.db") as db: db.execute(*sys.argv[1:2], sys.argv[2:])';
  execFileSync(shop.python, ['-c', code, swap, id, thief.id], { cwd: shop.place.folder });
  expect((await as(user)(`/token?user=not ${user}&id=${thief.id}`)).status).toBe(500);
  const printed = () => shop.processes.map(({ said }) => said()).join('');
  await expect.poll(printed).toContain('InvalidTag');
  for (const secret of [SECRET, token, arrival.searchParams.get('code')!]) {
    expect(shop.database().includes(secret)).toBe(false);
    expect(printed()).not.toContain(secret);
  }
});

test('a redirect of the token endpoint is not followed', async ({ shop, user, as, authorize }) => {
  const paths: string[] = [];
  const vendor = createServer((request, response) => {
    paths.push(`${request.method} ${request.url}`);
    response.writeHead(307, { location: '/elsewhere', 'content-type': 'application/json' }).end('{}');
  });
  await once(vendor.listen(0, '127.0.0.1'), 'listening');
  const { port } = vendor.address() as AddressInfo;
  const env = { ...shop.place.env, CRM_SERVER: `http://localhost:${port}` };
  const process = await startPython(shop.python, { ...shop.place, env }, String(await freePort()));
  const arrival = pathOf(await authorize(user));
  expect(refusalOf(await as(user)(arrival, {}, process.url))).toEqual([303, 'refused']);
  expect(paths).toEqual(['POST /oauth2/access_token']);
  await process.stop();
  vendor.close();
});
