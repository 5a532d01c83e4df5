import { expect } from '@playwright/test';
import { startSandbox, type Sandbox } from '../../sandbox/index.js';
import { SHOP, test } from './fixtures.js';

const ACME = 31000001;
const GLOBEX = 31000002;

/** An integration of amoCRM alone, without a hook. */
const AMO = { ...SHOP, clientId: 'amo-id', name: 'Amo Shop', brand: 'amocrm' } as const;

/** Connects an account, and gives a function that tells whether it still is. */
function connect(sandbox: Sandbox, accountId = ACME, clientId: string = SHOP.clientId) {
  const token = sandbox.longLivedToken(clientId, accountId);
  return async () => {
    const headers = { authorization: `Bearer ${token}` };
    return (await fetch(`${sandbox.url}/api/v4/account`, { headers })).ok;
  };
}

const send = (sandbox: Sandbox, init: RequestInit) =>
  fetch(`${sandbox.url}/sandbox/disconnect`, { method: 'POST', ...init });

const ask = (sandbox: Sandbox, body: object) =>
  send(sandbox, { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

for (const name of ['acme.kommo.com', 'acme.amocrm.ru', String(ACME)]) {
  test(`${name} is disconnected, and no other account`, async ({ sandbox, receiver, lines }) => {
    const isAcme = connect(sandbox);
    const isGlobex = connect(sandbox, GLOBEX);
    const response = await ask(sandbox, { account: name });
    expect(response.status).toBe(200);
    const outcome = `Its hook ${receiver.url}/bye answered with status 200.`;
    expect(await response.json()).toEqual({
      disconnected: [
        { clientId: 'shop-id', name: 'Harbor Shop', account: 'acme.kommo.com', told: true, outcome },
      ],
      connected: ['acme.kommo.com', 'globex.kommo.com'],
    });
    expect([await isAcme(), await isGlobex()]).toEqual([false, true]);
    expect(receiver.requests.map(({ url }) => url.replace(/signature=.*/, ''))).toEqual([
      `/bye?client_uuid=shop-id&account_id=${ACME}&`,
    ]);
    expect(lines).toContain(`Harbor Shop: disconnected from acme.kommo.com. ${outcome}`);
  });
}

test('every integration of the account is disconnected, whatever becomes of the others’ hooks', async ({
  receiver,
}) => {
  const gone = { ...SHOP, clientId: 'gone-id', name: 'Gone', disconnectUri: 'http://localhost:1/bye' };
  const last = { ...SHOP, clientId: 'last-id', name: 'Last', disconnectUri: `${receiver.url}/bye` };
  const sandbox = await startSandbox({ port: 0, integrations: [gone, AMO, last] });
  receiver.status = 500;
  const still = [gone, AMO, last].map(({ clientId }) => connect(sandbox, ACME, clientId));
  expect(await (await ask(sandbox, { account: String(ACME) })).json()).toMatchObject({
    disconnected: [
      { name: 'Gone', told: false, outcome: expect.stringContaining('bye gave no answer: ') },
      {
        name: 'Amo Shop',
        account: 'acme.amocrm.ru',
        outcome: expect.stringContaining('no disconnect hook'),
      },
      { name: 'Last', told: false, outcome: `Its hook ${last.disconnectUri} answered with status 500.` },
    ],
  });
  for (const isConnected of still) expect(await isConnected()).toBe(false);
  await sandbox.close();
});

test('a host at one CRM leaves the integrations of the other connected', async () => {
  const sandbox = await startSandbox({ port: 0, integrations: [AMO] });
  const isConnected = connect(sandbox, ACME, AMO.clientId);
  const response = await ask(sandbox, { account: 'acme.kommo.com' });
  expect(response.status).toBe(404);
  expect(await response.json()).toEqual({ disconnected: [], connected: ['acme.amocrm.ru'] });
  expect(await isConnected()).toBe(true);
  await sandbox.close();
});

test('an account whose tokens have ended is not connected', async ({ sandbox, clock }) => {
  sandbox.longLivedToken(SHOP.clientId, ACME, { expires: clock.now + 1000 });
  expect(await (await fetch(sandbox.url)).text()).toContain('acme.kommo.com');
  clock.now += 1000;
  expect(await (await fetch(sandbox.url)).text()).not.toContain('acme.kommo.com');
  expect((await ask(sandbox, { account: 'acme.kommo.com' })).status).toBe(404);
});

test('a request without an account is refused', async ({ sandbox }) => {
  const headers = { 'content-type': 'application/json' };
  for (const body of ['', '{', 'null', '[]', '{"account":31000001}']) {
    expect((await send(sandbox, { headers, body })).status, body).toBe(400);
  }
});

for (const site of ['same-site', 'cross-site', undefined]) {
  for (const origin of ['http://localhost:3000', 'https://evil.example', 'null', undefined]) {
    test(`a form of ${origin ?? 'no origin'}, ${site ?? 'of an old browser'}, disconnects nothing`, async ({
      sandbox,
    }) => {
      const isConnected = connect(sandbox);
      const headers = { ...(origin && { origin }), ...(site && { 'sec-fetch-site': site }) };
      for (const type of ['application/x-www-form-urlencoded', 'text/plain', '']) {
        const body = new TextEncoder().encode('account=acme.kommo.com');
        const { status } = await send(sandbox, {
          headers: { ...headers, ...(type && { 'content-type': type }) },
          body,
        });
        expect(status, type).toBe(403);
      }
      expect(await isConnected()).toBe(true);
    });
  }
}

test('a page on another port of this machine can send neither a form nor JSON', async ({
  page,
  sandbox,
  receiver,
}) => {
  const isConnected = connect(sandbox);
  await page.goto(receiver.url);
  const url = `${sandbox.url}/sandbox/disconnect`;
  const refused = await page.evaluate(async (url) => {
    const body = JSON.stringify({ account: 'acme.kommo.com' });
    return fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body }).then(
      () => false,
      () => true,
    );
  }, url);
  expect(refused).toBe(true);
  const answered = page.waitForResponse(url);
  await page.evaluate((url) => {
    const form = document.createElement('form');
    Object.assign(form, { method: 'post', action: url });
    form.append(Object.assign(document.createElement('input'), { name: 'account', value: '31000001' }));
    document.body.append(form);
    form.submit();
  }, url);
  expect((await answered).status()).toBe(403);
  expect(await isConnected()).toBe(true);
});

test('the front page disconnects one integration from one account, and says what became of it', async ({
  page,
  sandbox,
  receiver,
}) => {
  await page.goto(sandbox.url);
  await expect(page.locator('main')).toContainText('An account is here once an integration holds tokens');
  const isAcme = connect(sandbox);
  const isGlobex = connect(sandbox, GLOBEX);
  await page.reload();
  const row = page.getByRole('row').filter({ hasText: 'acme.kommo.com' });
  await expect(row).toContainText('Harbor Shop');
  await row.getByRole('button', { name: 'Disconnect Harbor Shop from acme.kommo.com' }).click();
  await expect(page.getByRole('heading')).toHaveText('acme.kommo.com is disconnected');
  await expect(page.locator('main')).toContainText(`Its hook ${receiver.url}/bye answered with status 200.`);
  expect([await isAcme(), await isGlobex()]).toEqual([false, true]);
  await page.getByRole('link', { name: 'Back to the front page' }).click();
  await expect(page.getByRole('button')).toHaveAccessibleName('Disconnect Harbor Shop from globex.kommo.com');
});
