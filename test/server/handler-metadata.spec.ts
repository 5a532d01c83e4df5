import { expect } from '@playwright/test';
import { changeTokens, KOMMO_ACCOUNT, test, tokenRequests } from './handler-fixtures.js';
import { STORES } from './store-fixtures.js';

// PostgreSQL starts once in each worker.
test.describe.configure({ mode: 'default' });

for (const name of STORES) {
  for (const secretsFirst of [true, false]) {
    test(`${name}: an integration whose secret comes ${secretsFirst ? 'before' : 'after'} the redirect is kept, and refreshes with it`, async ({
      newPlace,
      startSite,
    }) => {
      const place = await newPlace(name);
      const site = await startSite(await place.open());
      site.sandbox.behave({ secretsFirst });
      const connection = await site.connect('ann', 'external');
      expect(connection).toMatchObject({
        client: 'external',
        provider: 'kommo',
        account: String(KOMMO_ACCOUNT),
      });
      expect(connection).not.toHaveProperty('credentials');
      await changeTokens(site, connection.id, { expiresAt: Date.now() });
      const before = tokenRequests(site);
      const [first, second] = [
        await site.crm.accessToken('ann', connection.id),
        await site.crm.accessToken('ann', connection.id),
      ];
      expect([first === second, tokenRequests(site)]).toEqual([true, before + 1]);
    });
  }
}

test('each consent’s integration is another one, and a new authorization takes the newest', async ({
  site,
}) => {
  const first = await site.connect('ann', 'external');
  const old = (await site.store.connections.get(first.id))?.credentials?.clientId;
  const again = await site.connect('ann', 'external');
  expect(again.id).toBe(first.id);
  const credentials = (await site.store.connections.get(first.id))?.credentials;
  expect(credentials?.clientId).not.toBe(old);
  await changeTokens(site, first.id, { expiresAt: Date.now() });
  expect(await site.crm.accessToken('ann', first.id)).toBeTruthy();
  const { params } = site.sandbox.requests.findLast(({ endpoint }) => endpoint === 'token')!;
  expect(params.get('client_id')).toBe(credentials?.clientId);
});

test('secrets that the visitor has posted themselves connect nothing', async ({ site }) => {
  const { state } = (await (await site.as('ann')('/state?provider=external')).json()) as { state: string };
  const post = (body: object) =>
    site.as(undefined)('/secrets/external', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const forged = { client_id: 'forged', client_secret: 'forged', state };
  expect((await post({ ...forged, state: 'unknown' })).status).toBe(403);
  expect((await post(forged)).status).toBe(200);
  expect((await post(forged)).status).toBe(409);
  for (const [clientId, error] of [
    ['forged', 'invalid_client'],
    ['another', 'state_used'],
  ] as const) {
    const query = new URLSearchParams({ code: 'c', state, referer: 'acme.kommo.com', client_id: clientId });
    const page = await (await site.as('ann')(`/callback/external?${query.toString()}`)).text();
    expect(page).toContain(`data-error="${error}"`);
  }
  expect(await site.crm.connections('ann')).toEqual([]);
});

test('a state for a registered client takes no secrets to it', async ({ site }) => {
  const { state } = (await (await site.as('ann')('/state?provider=kommo')).json()) as { state: string };
  const body = new URLSearchParams({ client_id: 'forged', client_secret: 'forged', state });
  await site.as(undefined)('/secrets/external', { method: 'POST', body });
  const query = { code: 'guessed', state, referer: 'acme.kommo.com', client_id: 'forged' };
  for (const [client, error] of [
    ['external', 'state_mismatch'],
    ['kommo', 'invalid_grant'],
  ] as const) {
    const page = await (
      await site.as('ann')(`/callback/${client}?${new URLSearchParams(query).toString()}`)
    ).text();
    expect(page, client).toContain(`data-error="${error}"`);
  }
});
