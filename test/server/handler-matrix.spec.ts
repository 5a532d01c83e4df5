import { expect } from '@playwright/test';
import { KOMMO_ACCOUNT, type Site, test } from './handler-fixtures.js';
import { STORES } from './store-fixtures.js';

const MARKED = { 'x-crm-oauth': '1' };
const OTHER_ACCOUNT = 31000002;

/** Users who are easily taken for one another. */
const ALIKE = [
  'a',
  'A',
  'a ',
  ' a',
  'á',
  'a\u0301',
  '1',
  '01',
  '1.0',
  "a' OR '1'='1",
  '%',
  '_',
  'a%',
  '"',
  '["a"]',
  'null',
  '__proto__',
  '😀',
  '😀\u200d',
];

const install = (site: Site) => site.sandbox.installWidget('shop-id', OTHER_ACCOUNT);
const listOf = async (site: Site, user: string) =>
  (await (await site.as(user)('/connections')).json()) as object[];
const remove = async (site: Site, user: string, id: string) =>
  (await site.as(user)(`/connections/${id}`, { method: 'DELETE', headers: MARKED })).status;

// PostgreSQL starts once in each worker.
test.describe.configure({ mode: 'default' });

for (const name of STORES) {
  test.describe(name, () => {
    test('nobody sees, uses, refreshes or ends what is another’s, whatever id they guess', async ({
      newPlace,
      startSite,
    }) => {
      const site = await startSite(await (await newPlace(name)).open());
      const mine = await site.connect('ann', 'kommo');
      const kept = await site.store.connections.get(mine.id);
      for (const user of ['bob', 'Ann', 'ann ', '']) {
        for (const id of [mine.id, mine.id.toLowerCase(), `${mine.id} `, '%25', '*', '__proto__', '1']) {
          expect(await remove(site, user, encodeURIComponent(id)), `${user} ${id}`).toBe(user ? 404 : 401);
        }
        if (user) expect(await listOf(site, user)).toEqual([]);
        const of = user || 'nobody';
        await expect(site.crm.accessToken(of, mine.id)).rejects.toMatchObject({ code: 'reconnect' });
        const refused = kept!.tokens!.accessToken;
        await expect(site.crm.accessToken(of, mine.id, { refused })).rejects.toMatchObject({
          code: 'reconnect',
        });
        expect(await site.crm.disconnect(of, mine.id)).toBe(false);
        expect(await site.crm.claim(of, mine.account)).toBeUndefined();
      }
      expect(await site.store.connections.get(mine.id)).toEqual(kept);
      expect(site.sandbox.requests.filter(({ endpoint }) => endpoint === 'token')).toHaveLength(1);
      expect(await listOf(site, 'ann')).toEqual([mine]);
    });

    test('nobody completes what another has begun, and the other still can', async ({
      newPlace,
      startSite,
    }) => {
      const site = await startSite(await (await newPlace(name)).open());
      const url = await site.authorize('ann', 'kommo');
      for (const user of ['bob', 'Ann', 'ann ', '']) expect((await site.as(user)(url)).status).toBe(403);
      expect((await site.as('ann')(url)).status).toBe(200);
      expect(await listOf(site, 'bob')).toEqual([]);
    });

    test('two people connect the same account, and neither’s end is the other’s', async ({
      newPlace,
      startSite,
    }) => {
      const site = await startSite(await (await newPlace(name)).open());
      const [ann, bob] = [await site.connect('ann', 'kommo'), await site.connect('bob', 'kommo')];
      expect(ann.id).not.toBe(bob.id);
      const token = await site.crm.accessToken('bob', bob.id);
      expect(await remove(site, 'ann', ann.id)).toBe(204);
      expect(await listOf(site, 'ann')).toEqual([]);
      expect(await site.crm.accessToken('bob', bob.id)).toBe(token);
      expect(await listOf(site, 'bob')).toEqual([bob]);
    });

    test('users whose ids look alike are different people', async ({ newPlace, startSite }) => {
      const site = await startSite(await (await newPlace(name)).open());
      const ids = new Map<string, string>();
      for (const user of ALIKE) ids.set(user, (await site.connect(user, 'kommo')).id);
      expect(new Set(ids.values()).size).toBe(ALIKE.length);
      for (const user of ALIKE) expect(await listOf(site, user), user).toMatchObject([{ id: ids.get(user) }]);
      for (const user of ALIKE) {
        expect(await remove(site, user, ids.get(user)!)).toBe(204);
        ids.delete(user);
        for (const [other, id] of ids)
          expect(await site.crm.connections(other), other).toMatchObject([{ id }]);
      }
    });

    test('a widget’s install belongs to nobody until somebody has shown that it is theirs', async ({
      newPlace,
      startSite,
    }) => {
      const site = await startSite(await (await newPlace(name)).open());
      await install(site);
      const [unclaimed] = await site.store.connections.find('kommo', String(OTHER_ACCOUNT));
      expect(unclaimed).toMatchObject({ user: '', status: 'connected' });
      for (const user of ['ann', 'undefined', 'null', ' ']) {
        expect(await listOf(site, user)).toEqual([]);
        await expect(site.crm.accessToken(user, unclaimed!.id)).rejects.toMatchObject({ code: 'reconnect' });
        expect(await remove(site, user, unclaimed!.id)).toBe(404);
      }
      expect((await site.as('')('/connections')).status).toBe(401);
      for (const call of [
        () => site.crm.connections(''),
        () => site.crm.accessToken('', unclaimed!.id),
        () => site.crm.disconnect('', unclaimed!.id),
        () => site.crm.claim('', String(OTHER_ACCOUNT)),
        () => site.crm.claim(undefined as never, String(OTHER_ACCOUNT)),
        () => site.crm.setToken('', { host: 'acme.kommo.com', accessToken: 'a' }),
      ]) {
        await expect((async () => call())()).rejects.toBeInstanceOf(TypeError);
      }
      expect(await site.crm.claim('ann', String(KOMMO_ACCOUNT))).toBeUndefined();
      const claimed = await Promise.all(
        ['ann', 'bob'].map((user) => site.crm.claim(user, String(OTHER_ACCOUNT))),
      );
      expect(claimed.filter(Boolean)).toHaveLength(1);
      const all = [await listOf(site, 'ann'), await listOf(site, 'bob')].flat();
      expect(all).toEqual(claimed.filter(Boolean));
    });
  });
}
