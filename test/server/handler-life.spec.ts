import { expect } from '@playwright/test';
import { at, changeTokens, KOMMO_ACCOUNT, type Site, test, tokenRequests } from './handler-fixtures.js';
import { STORES } from './store-fixtures.js';

const DAY = 86_400_000;

/** What ends a grant, so that only the person can help. */
const ENDS: Readonly<Record<string, (site: Site, id: string) => unknown>> = {
  'whose refresh token is over': (site, id) => changeTokens(site, id, { refreshToken: 'over' }),
  'of an account that is blocked': ({ sandbox }) => sandbox.behave({ account: 'blocked' }),
};

// PostgreSQL starts once in each worker.
test.describe.configure({ mode: 'default' });

for (const name of STORES) {
  test.describe(name, () => {
    for (const [what, end] of Object.entries(ENDS)) {
      test(`a connection ${what} is marked once, by one request, however many ask`, async ({
        newPlace,
        startSite,
      }) => {
        const site = await startSite(await (await newPlace(name)).open());
        const { id } = await site.connect('ann', 'kommo');
        await changeTokens(site, id, { expiresAt: Date.now() });
        await end(site, id);
        const before = tokenRequests(site);
        const asked = await Promise.allSettled(
          Array.from({ length: 20 }, () => site.crm.accessToken('ann', id)),
        );
        for (const each of asked) expect(each).toMatchObject({ reason: { code: 'reconnect' } });
        await expect(site.crm.accessToken('ann', id)).rejects.toMatchObject({ code: 'reconnect' });
        expect(tokenRequests(site)).toBe(before + 1);
        expect(site.told.map(({ status }) => status)).toEqual(['connected', 'reconnect']);
        const [connection] = await site.crm.connections('ann');
        expect(connection).toMatchObject({ id, status: 'reconnect' });
        expect(connection).not.toHaveProperty('until');
        // Nothing is kept of what is worth nothing.
        expect((await site.store.connections.get(id))?.tokens).toBeUndefined();
      });
    }

    test('a new authorization of the account keeps its id and its age, and takes its new name and host', async ({
      newPlace,
      startSite,
    }) => {
      const site = await startSite(await (await newPlace(name)).open());
      const first = await site.connect('ann', 'kommo');
      await changeTokens(site, first.id, { expiresAt: Date.now(), refreshToken: 'over' });
      await expect(site.crm.accessToken('ann', first.id)).rejects.toMatchObject({ code: 'reconnect' });
      site.sandbox.rename(KOMMO_ACCOUNT, { name: 'Acme International', subdomain: 'acme-int' });
      const again = await site.connect('ann', 'kommo');
      expect(again).toEqual({
        ...first,
        accountName: 'Acme International',
        host: 'acme-int.kommo.com',
        until: expect.any(Number),
      });
      expect(again.until).toBeGreaterThanOrEqual(first.until!);
      expect(await site.crm.connections('ann')).toEqual([again]);
      expect(await site.crm.accessToken('ann', first.id)).toBeTruthy();
      expect(site.told.map(({ status }) => status)).toEqual(['connected', 'reconnect', 'connected']);
    });

    test('a CRM that does not answer ends nothing', async ({ newPlace, startSite }) => {
      const site = await startSite(await (await newPlace(name)).open());
      const { id } = await site.connect('ann', 'kommo');
      await changeTokens(site, id, { expiresAt: Date.now() });
      const kept = await site.store.connections.get(id);
      site.sandbox.behave({ offline: true });
      await expect(site.crm.accessToken('ann', id)).rejects.toMatchObject({ code: 'unreachable' });
      expect(await site.store.connections.get(id)).toEqual(kept);
      site.sandbox.behave({ offline: false });
      expect(await site.crm.accessToken('ann', id)).not.toBe(kept?.tokens?.accessToken);
      expect(site.told).toHaveLength(1);
    });

    test('however many ask, an expired connection is refreshed once, and all get the same token', async ({
      newPlace,
      startSite,
    }) => {
      const site = await startSite(await (await newPlace(name)).open());
      const { id } = await site.connect('ann', 'kommo');
      await changeTokens(site, id, { expiresAt: Date.now() });
      const before = tokenRequests(site);
      const given = await Promise.all(Array.from({ length: 50 }, () => site.crm.accessToken('ann', id)));
      expect(new Set(given).size).toBe(1);
      expect(tokenRequests(site)).toBe(before + 1);
      expect((await site.store.connections.get(id))?.tokens?.accessToken).toBe(given[0]);
    });
  });
}

test('when a person has to authorize again at the latest, as far as the CRM tells', async ({ site }) => {
  const start = Date.UTC(2030, 0, 1);
  const untilOf = async (name: string) => (await site.connect('ann', name)).until;
  await at(start, async () => {
    // From Kommo’s documents; RingCentral’s answer says it; HubSpot does neither.
    expect(await untilOf('kommo')).toBe(start + 90 * DAY);
    expect(await untilOf('ringcentral')).toBe(start + 7 * DAY);
    expect(await untilOf('hubspot')).toBeUndefined();
  });
  const later = start + 10 * DAY;
  const { id } = (await site.crm.connections('ann')).find(({ client }) => client === 'kommo')!;
  await at(later, () => site.crm.accessToken('ann', id));
  expect(await site.crm.connections('ann')).toContainEqual(
    expect.objectContaining({ id, until: later + 90 * DAY }),
  );
});
