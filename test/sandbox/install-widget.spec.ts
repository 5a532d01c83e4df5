import { expect } from '@playwright/test';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { startSandbox } from '../../sandbox/index.js';
import { SHOP, test } from './fixtures.js';
import { account, redeem } from './token-fixtures.js';

/** A sandbox whose integration's redirect URI is this one. */
const startWith = (redirectUri: string, log: (line: string) => void = () => undefined) =>
  startSandbox({ port: 0, log, integrations: [{ ...SHOP, redirectUri }] });

test('it sends a code to the redirect URI, without a state, and the code is good', async ({ receiver }) => {
  const redirectUri = `${receiver.url}/callback?tenant=7`;
  const sandbox = await startWith(redirectUri);
  receiver.status = 204;
  expect(await sandbox.installWidget(SHOP.clientId, 31000002)).toBe(204);

  expect(receiver.requests).toHaveLength(1);
  const [{ method, url }] = receiver.requests as [(typeof receiver.requests)[0]];
  const query = new URL(url, receiver.url).searchParams;
  const code = query.get('code')!;
  expect(method).toBe('GET');
  expect([...query]).toEqual([
    ['tenant', '7'],
    ['code', code],
    ['referer', 'globex.kommo.com'],
    ['client_id', SHOP.clientId],
    ['from_widget', '1'],
  ]);

  const { body } = await redeem(sandbox, code, { redirect_uri: redirectUri });
  expect(await (await account(sandbox, body.access_token)).json()).toMatchObject({ id: 31000002 });
  await sandbox.close();
});

test('amoCRM’s integration hears from amoCRM’s host', async ({ receiver }) => {
  const integration = { ...SHOP, redirectUri: receiver.url, brand: 'amocrm' as const };
  const sandbox = await startSandbox({ port: 0, integrations: [integration] });
  await sandbox.installWidget(SHOP.clientId, 31000001);
  expect(receiver.requests[0]!.url).toContain('referer=acme.amocrm.ru');
  await sandbox.close();
});

for (const status of [302, 404, 500]) {
  test(`status ${status} is the outcome: it follows nothing, and does not repeat`, async ({ receiver }) => {
    receiver.status = status;
    const sandbox = await startWith(receiver.url);
    expect(await sandbox.installWidget(SHOP.clientId, 31000001)).toBe(status);
    expect(receiver.requests).toHaveLength(1);
    await sandbox.close();
  });
}

test('a server that does not answer has 3 seconds, once', async () => {
  let connections = 0;
  const silent = createServer(() => connections++).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const redirectUri = `http://127.0.0.1:${(silent.address() as AddressInfo).port}/callback`;
  const sandbox = await startWith(redirectUri);
  const start = performance.now();
  await expect(sandbox.installWidget(SHOP.clientId, 31000001)).rejects.toThrow(
    `${redirectUri} did not take the code: no answer within 3 seconds.`,
  );
  expect(performance.now() - start).toBeGreaterThanOrEqual(2_900);
  expect(connections).toBe(1);
  silent.close();
  await sandbox.close();
});

test('a server out of reach is an error with the reason, and neither it nor the log has the code', async () => {
  const lines: string[] = [];
  const sandbox = await startWith('http://127.0.0.1:9/callback', (line) => lines.push(line));
  const outcome = sandbox.installWidget(SHOP.clientId, 31000001);
  await expect(outcome).rejects.toThrow('http://127.0.0.1:9/callback did not take the code: ');
  await expect(outcome).rejects.not.toThrow('fetch failed');
  await expect(outcome).rejects.not.toThrow('code=');
  expect(lines.join('\n')).toContain('did not take the code');
  expect(lines.join('\n')).not.toContain('code=');
  await sandbox.close();
});

test('an unknown integration or account is refused', async ({ sandbox }) => {
  await expect(sandbox.installWidget('nobody', 31000001)).rejects.toThrow(RangeError);
  await expect(sandbox.installWidget(SHOP.clientId, 1)).rejects.toThrow('There is no account 1.');
});
