import { expect } from '@playwright/test';
import { createHandler } from '../../src/server.js';
import { at, ID, KOMMO_ACCOUNT, type Site, test, tokenRequests } from './handler-fixtures.js';
import { STORES } from './store-fixtures.js';

const ACCOUNT = String(KOMMO_ACCOUNT);
const installsOf = ({ store }: Site) => store.connections.find('kommo', ACCOUNT);

// PostgreSQL starts once in each worker.
test.describe.configure({ mode: 'default' });

for (const name of STORES) {
  test.describe(name, () => {
    test('a widget’s install waits for the person who claims it', async ({ newPlace, startSite }) => {
      const site = await startSite(await (await newPlace(name)).open());
      expect(await site.sandbox.installWidget(ID, KOMMO_ACCOUNT)).toBe(200);
      expect(site.told).toEqual([{ status: 'connected', account: ACCOUNT, user: '' }]);
      const [install] = await installsOf(site);
      const claimed = await site.crm.claim('ann', ACCOUNT);
      expect(claimed).toMatchObject({ id: install!.id, since: install!.since, status: 'connected' });
      expect(await site.crm.accessToken('ann', claimed!.id)).toBe(install!.tokens!.accessToken);
      // Once more, it is ann’s still, and nobody else’s.
      expect(await site.crm.claim('ann', ACCOUNT)).toEqual(claimed);
      expect(await site.crm.claim('bob', ACCOUNT)).toBeUndefined();
    });

    test('whoever is connected already and claims an install gets its tokens under their own id', async ({
      newPlace,
      startSite,
    }) => {
      const site = await startSite(await (await newPlace(name)).open());
      const own = await site.connect('ann', 'kommo');
      await site.sandbox.installWidget(ID, KOMMO_ACCOUNT);
      const install = (await installsOf(site)).find(({ user }) => !user);
      const claimed = await site.crm.claim('ann', ACCOUNT);
      expect([claimed?.id, claimed?.since]).toEqual([own.id, own.since]);
      expect(await site.crm.accessToken('ann', own.id)).toBe(install!.tokens!.accessToken);
      expect(await installsOf(site)).toHaveLength(1);
    });

    test('the consent of a signed-in person takes the install of the same account away', async ({
      newPlace,
      startSite,
    }) => {
      const site = await startSite(await (await newPlace(name)).open());
      await site.sandbox.installWidget(ID, KOMMO_ACCOUNT);
      await site.sandbox.installWidget(ID, 31000002);
      await site.connect('ann', 'kommo');
      expect(await installsOf(site)).toMatchObject([{ user: 'ann' }]);
      expect(await site.crm.claim('bob', ACCOUNT)).toBeUndefined();
      // An install of another account is not ann’s to take.
      expect(await site.store.connections.find('kommo', '31000002')).toMatchObject([{ user: '' }]);
    });
  });
}

test('an install is answered in time where the CRM takes longer, and is kept all the same', async ({
  startSite,
  holding,
}) => {
  const site = await startSite(undefined, { server: holding.url });
  holding.target = site.sandbox.url;
  let finish!: () => void;
  const held = new Promise<void>((resolve) => (finish = resolve));
  holding.hold = (path) => path.includes('access_token') && held;
  // The sandbox waits 3 seconds, as the CRM does.
  expect(await site.sandbox.installWidget(ID, KOMMO_ACCOUNT)).toBe(200);
  expect(await installsOf(site)).toEqual([]);
  finish();
  await expect.poll(() => installsOf(site)).toMatchObject([{ user: '' }]);
  expect(site.errors).toEqual([]);
});

test('what fails after the answer is told to the developers, and a worker stays for it', async ({
  startSite,
  holding,
}) => {
  const site = await startSite(undefined, { server: holding.url });
  holding.target = site.sandbox.url;
  let fail!: (error: Error) => void;
  const held = new Promise<void>((_, reject) => (fail = reject));
  holding.hold = () => held;
  const tasks: Promise<unknown>[] = [];
  const errors: unknown[] = [];
  const { clients, store } = site;
  const crm = createHandler({
    clients,
    store,
    userOf: () => '',
    server: holding.url,
    onError: (error) => errors.push(error),
  });
  const query = 'code=a&referer=acme.kommo.com&client_id=shop-id&from_widget=1';
  const request = new Request(`${site.url}/callback/kommo?${query}`);
  const response = await crm(request, { waitUntil: (task) => tasks.push(task) });
  expect([response.status, errors.length, tasks.length]).toEqual([200, 0, 1]);
  fail(new Error('lost'));
  await Promise.all(tasks);
  await expect.poll(() => errors).toMatchObject([{ name: 'TokenError', code: 'unreachable' }]);
});

test('an install that is none brings nothing, and is answered without a detail', async ({ site }) => {
  for (const [query, status, text, requests] of [
    ['referer=acme.kommo.com&client_id=shop-id', 403, 'invalid_response', 0],
    ['code=guessed&referer=acme.kommo.com&client_id=shop-id', 502, 'invalid_grant', 1],
    ['code=guessed&referer=evil.example&client_id=shop-id', 403, 'invalid_referer', 0],
    ['code=guessed&referer=acme.kommo.com&client_id=other', 403, 'invalid_response', 0],
    ['code=guessed&referer=acme.kommo.com', 403, 'invalid_response', 0],
    ['code=a&code=b&referer=acme.kommo.com&client_id=shop-id', 403, 'invalid_response', 0],
  ] as const) {
    const before = tokenRequests(site);
    const response = await site.as('ann')(`/callback/kommo?from_widget=1&${query}`);
    expect([response.status, await response.text()], query).toEqual([status, text]);
    expect(tokenRequests(site) - before, query).toBe(requests);
  }
  expect(await site.crm.connections('ann')).toEqual([]);
  expect(await installsOf(site)).toEqual([]);
});

test('with a state, it is no install, and without one it is no authorization', async ({ site }) => {
  const url = await site.authorize('ann', 'kommo');
  url.searchParams.set('from_widget', '1');
  expect((await site.as('bob')(url)).status).toBe(403);
  expect((await site.as('ann')(url)).status).toBe(200);
  const stateless = await site.authorize('ann', 'hubspot');
  stateless.searchParams.delete('state');
  stateless.searchParams.set('from_widget', '1');
  // HubSpot has no widgets.
  expect(await (await site.as('ann')(stateless)).text()).toContain('state_mismatch');
});

test('a long-lived token connects the account that the CRM names, until it ends', async ({ site }) => {
  const expires = Date.now() + 86_400_000;
  const accessToken = site.sandbox.longLivedToken(ID, KOMMO_ACCOUNT, { expires });
  const given = { host: 'acme.kommo.com', accessToken, expiresAt: expires };
  const connection = await site.crm.setToken('ann', given);
  expect(connection).toMatchObject({ account: ACCOUNT, accountName: 'Acme Trading', until: expires });
  expect(await site.crm.connections('ann')).toEqual([connection]);
  expect(await site.crm.accessToken('ann', connection.id)).toBe(accessToken);
  await at(expires, () =>
    expect(site.crm.accessToken('ann', connection.id)).rejects.toMatchObject({ code: 'reconnect' }),
  );
  const again = site.sandbox.longLivedToken(ID, KOMMO_ACCOUNT);
  const renewed = await site.crm.setToken('ann', { host: 'acme.kommo.com', accessToken: again });
  expect(renewed).toMatchObject({ id: connection.id, status: 'connected' });
  expect(renewed).not.toHaveProperty('until');
  for (const [change, error] of [
    [{ accessToken: 'guessed' }, { code: 'access_denied' }],
    [{ host: 'evil.example' }, { code: 'invalid_referer' }],
    [{ client: 'zoho' }, { name: 'TypeError' }],
    [{ client: 'external' }, { name: 'TypeError' }],
    [{ accessToken: 'two words' }, { name: 'TypeError' }],
  ] as const) {
    await expect(site.crm.setToken('bob', { ...given, ...change })).rejects.toMatchObject(error);
  }
  expect(await site.crm.connections('bob')).toEqual([]);
});
