import { expect } from '@playwright/test';
import { createHmac } from 'node:crypto';
import { SECRET } from './fixtures.js';
import { ID, KOMMO_ACCOUNT, type Site, test } from './handler-fixtures.js';
import { STORES } from './store-fixtures.js';

/** The disconnect hook as the CRM signs it. */
function hookOf(
  { clientId, secret, account = KOMMO_ACCOUNT }: { clientId: string; secret: string; account?: number },
  name = 'kommo',
): string {
  const signature = createHmac('sha256', secret).update(`${clientId}|${account}`).digest('hex');
  const query = { client_uuid: clientId, account_id: String(account), signature };
  return `/disconnected/${name}?${new URLSearchParams(query).toString()}`;
}
const statusesOf = async (site: Site, user: string) =>
  (await site.crm.connections(user)).map(({ status }) => status);
const calls = (site: Site, kind: string) =>
  site.sandbox.requests.filter(({ endpoint }) => endpoint === kind).length;

// PostgreSQL starts once in each worker.
test.describe.configure({ mode: 'default' });

for (const name of STORES) {
  test.describe(name, () => {
    test('what was disconnected at Kommo is disconnected, for everybody who had connected it', async ({
      newPlace,
      startSite,
    }) => {
      const site = await startSite(await (await newPlace(name)).open());
      const ann = await site.connect('ann', 'kommo');
      await site.connect('bob', 'kommo');
      await site.connect('ann', 'kommo', '31000002');
      expect(await site.sandbox.disconnect(ID, KOMMO_ACCOUNT)).toBe(200);
      expect(await statusesOf(site, 'ann')).toEqual(['disconnected', 'connected']);
      expect(await statusesOf(site, 'bob')).toEqual(['disconnected']);
      expect(site.told.slice(3)).toEqual([
        { status: 'disconnected', account: String(KOMMO_ACCOUNT), user: 'ann' },
        { status: 'disconnected', account: String(KOMMO_ACCOUNT), user: 'bob' },
      ]);
      expect((await site.store.connections.get(ann.id))?.tokens).toBeUndefined();
      await expect(site.crm.accessToken('ann', ann.id)).rejects.toMatchObject({ code: 'reconnect' });
    });

    test('a hook that is sent again ends nothing: the CRM is asked whether it is true', async ({
      newPlace,
      startSite,
    }) => {
      const site = await startSite(await (await newPlace(name)).open());
      const { id } = await site.connect('ann', 'kommo');
      const asked = calls(site, 'account');
      for (let time = 1; time <= 2; time++) {
        const response = await site.as(undefined)(hookOf({ clientId: ID, secret: SECRET }));
        expect([response.status, await response.text()]).toEqual([200, 'ok']);
        expect(calls(site, 'account')).toBe(asked + time);
      }
      expect(await site.crm.connections('ann')).toMatchObject([{ id, status: 'connected' }]);
      expect(site.told).toHaveLength(1);
    });

    test('an app that was uninstalled at Pipedrive is disconnected', async ({ newPlace, startSite }) => {
      const site = await startSite(await (await newPlace(name)).open());
      await site.connect('ann', 'pipedrive');
      expect(await site.sandbox.uninstall('pipedrive', ID, '7654321')).toBe(200);
      expect(await statusesOf(site, 'ann')).toEqual(['disconnected']);
      expect(site.told.map(({ status }) => status)).toEqual(['connected', 'disconnected']);
    });
  });
}

test('a hook that the client’s secret has not signed is refused, and the CRM is not asked', async ({
  site,
}) => {
  await site.connect('ann', 'kommo');
  await site.sandbox.disconnect(ID, 31000002);
  const asked = site.sandbox.requests.length;
  const good = hookOf({ clientId: ID, secret: SECRET });
  for (const path of [
    hookOf({ clientId: ID, secret: 'another' }),
    hookOf({ clientId: 'another', secret: SECRET }),
    good.replace(String(KOMMO_ACCOUNT), '31000002'),
    good.replace(/signature=.*/, 'signature='),
    good.slice(0, -1),
    '/disconnected/kommo',
    hookOf({ clientId: ID, secret: SECRET }, 'external'),
  ]) {
    const response = await site.as(undefined)(path);
    expect([response.status, await response.text()], path).toEqual([403, 'invalid_signature']);
  }
  expect(site.sandbox.requests).toHaveLength(asked);
  expect(await statusesOf(site, 'ann')).toEqual(['connected']);
});

test('a notice of an uninstallation without the client’s secret is refused', async ({ site }) => {
  await site.connect('ann', 'pipedrive');
  const body = JSON.stringify({ client_id: ID, company_id: 7654321 });
  for (const credentials of ['', `${ID}:`, `${ID}:another`, `another:${SECRET}`]) {
    const headers = { authorization: `Basic ${btoa(credentials)}` };
    const response = await site.as('ann')('/callback/pipedrive', { method: 'DELETE', headers, body });
    expect([response.status, await response.text()]).toEqual([403, 'invalid_signature']);
  }
  expect(await statusesOf(site, 'ann')).toEqual(['connected']);
});

test('a hook about a CRM that does not answer ends nothing, and says so, so that it is sent again', async ({
  site,
}) => {
  await site.connect('ann', 'kommo');
  site.sandbox.behave({ offline: true });
  const response = await site.as(undefined)(hookOf({ clientId: ID, secret: SECRET }));
  expect([response.status, await response.text()]).toEqual([502, 'unreachable']);
  expect(await statusesOf(site, 'ann')).toEqual(['connected']);
  expect(site.errors).toMatchObject([{ name: 'TokenError', code: 'unreachable' }]);
});

for (const name of ['pipedrive', 'hubspot', 'ringcentral']) {
  test(`to disconnect ends the grant at ${name}, and is done even where the CRM does not answer`, async ({
    site,
  }) => {
    const first = await site.connect('ann', name);
    const token = await site.crm.accessToken('ann', first.id);
    await site.crm.disconnect('ann', first.id);
    expect(calls(site, 'revocation')).toBe(1);
    expect(token).toBeTruthy();
    const second = await site.connect('ann', name);
    site.sandbox.behave({ offline: true });
    expect(await site.crm.disconnect('ann', second.id)).toBe(true);
    expect(await site.crm.connections('ann')).toEqual([]);
  });
}

test('the secret of one consent’s integration speaks for its own connections alone', async ({ site }) => {
  await site.connect('ann', 'external');
  await site.connect('bob', 'external');
  const credentialsOf = async (user: string) => (await site.store.connections.list(user))[0]!.credentials!;
  const [ann, bob] = [await credentialsOf('ann'), await credentialsOf('bob')];
  expect(ann.clientId).not.toBe(bob.clientId);
  // Both have ended at the CRM, so that asking it about either would end it here.
  await site.sandbox.disconnect(ann.clientId, KOMMO_ACCOUNT);
  await site.sandbox.disconnect(bob.clientId, KOMMO_ACCOUNT);
  const forged = await site.as('ann')(
    hookOf({ clientId: bob.clientId, secret: ann.clientSecret }, 'external'),
  );
  expect(forged.status).toBe(403);
  const own = await site.as('ann')(hookOf({ clientId: ann.clientId, secret: ann.clientSecret }, 'external'));
  expect(own.status).toBe(200);
  expect(await statusesOf(site, 'ann')).toEqual(['disconnected']);
  expect(await statusesOf(site, 'bob')).toEqual(['connected']);
});
