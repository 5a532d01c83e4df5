import { expect } from '@playwright/test';
import { made } from '../server/connection-records.js';
import { changeTokens, tokenRequests } from '../server/handler-fixtures.js';
import { sealingContract } from '../server/sealing-contract.js';
import { storeContract } from '../server/store-contract.js';
import { KEY } from '../server/store-fixtures.js';
import { DATABASES, test } from './store-fixtures.js';

// The databases start once in each worker.
test.describe.configure({ mode: 'default' });

test.describe('memory', () => storeContract(test, 'memory', { waits: 'nobody' }));

for (const name of DATABASES) {
  test.describe(name, () => {
    // SQLite locks no rows: there, one process at a time refreshes.
    storeContract(test, name, { waits: name === 'SQLite' ? 'store' : 'record' });
    sealingContract(test, name);

    test('of twenty processes that find one expired token, one refreshes, and all get its token', async ({
      newPlace,
      startSite,
    }) => {
      const place = await newPlace(name);
      const store = await place.open();
      const site = await startSite(store);
      const { id } = await site.connect('ann', 'kommo');
      await changeTokens(site, id, { expiresAt: Date.now() });
      const before = tokenRequests(site);
      const processes = Array.from({ length: 20 }, () => place.startProcess());
      const given = await Promise.all(
        processes.map((each) => each.call('accessToken', [site.url, site.sandbox.url, 'ann', id])),
      );
      expect(tokenRequests(site) - before).toBe(1);
      expect(new Set(given)).toEqual(new Set([(await store.connections.get(id))?.tokens?.accessToken]));
    });

    test('a process that is killed in the middle of a refresh loses nothing', async ({
      holding,
      newPlace,
      startSite,
    }) => {
      const place = await newPlace(name);
      const store = await place.open();
      const site = await startSite(store, { server: holding.url });
      holding.target = site.sandbox.url;
      const { id } = await site.connect('ann', 'kommo');
      await changeTokens(site, id, { expiresAt: Date.now() });
      const old = await store.connections.get(id);
      const ask = [site.url, holding.url, 'ann', id];
      const killed = place.startProcess();
      // The CRM has refreshed the tokens, and its answer never arrives.
      const arrived = new Promise<void>((resolve) => {
        holding.hold = () => new Promise(() => resolve());
      });
      const lost = expect(killed.call('accessToken', ask)).rejects.toThrow('The process ended');
      await arrived;
      killed.child.kill('SIGKILL');
      await lost;
      expect(await store.connections.get(id)).toEqual(old);
      holding.hold = () => undefined;
      const token = await place.startProcess().call('accessToken', ask);
      expect(token).not.toBe(old?.tokens?.accessToken);
      expect((await store.connections.get(id))?.tokens?.accessToken).toBe(token);
    });

    test('a grant that is over is marked, and asks the CRM no more', async ({ newPlace, startSite }) => {
      const place = await newPlace(name);
      const store = await place.open();
      const site = await startSite(store);
      const { id } = await site.connect('ann', 'kommo');
      await changeTokens(site, id, { expiresAt: Date.now(), refreshToken: 'nobody-knows-it' });
      const process = place.startProcess();
      const ask = () => process.call('accessToken', [site.url, site.sandbox.url, 'ann', id]);
      await expect(ask()).rejects.toMatchObject({ code: 'reconnect' });
      expect(await store.connections.get(id)).toMatchObject({ status: 'reconnect' });
      expect((await store.connections.get(id))?.tokens).toBeUndefined();
      const before = tokenRequests(site);
      await expect(ask()).rejects.toMatchObject({ code: 'reconnect' });
      expect(tokenRequests(site)).toBe(before);
    });

    test('somebody else’s connection gives no token and is not disconnected', async ({
      newPlace,
      startSite,
    }) => {
      const place = await newPlace(name);
      const store = await place.open();
      const site = await startSite(store);
      const { id } = await site.connect('ann', 'kommo');
      const process = place.startProcess();
      const call = (what: string, user: string) => process.call(what, [site.url, site.sandbox.url, user, id]);
      for (const user of ['bob', '', 'Ann', 'ann ']) {
        await expect(call('accessToken', user)).rejects.toMatchObject({ code: 'reconnect' });
        expect(await call('disconnect', user)).toBe(false);
      }
      expect(await call('disconnect', 'ann')).toBe(true);
      expect(await store.connections.get(id)).toBeUndefined();
    });

    test('names are told apart by each byte, and a text that the database would cut off is nobody’s', async ({
      newPlace,
    }) => {
      const { connections } = await (await newPlace(name)).open();
      const names = ['ann', 'Ann', 'ann ', 'änn', 'x'.repeat(255)];
      for (const user of names) await connections.put(made('x', { id: `id-${user.slice(0, 9)}`, user }));
      for (const user of names) expect(await connections.list(user)).toHaveLength(1);
      expect(await connections.list('ann\0bob')).toEqual([]);
      expect(await connections.get('id-ann\0')).toBeUndefined();
      const zero = async () => connections.put(made('zero', { user: 'ann\0' }));
      await expect(zero()).rejects.toThrow('without a zero byte');
    });

    test('an update in a transaction of the application is refused', async ({ newPlace }) => {
      const place = await newPlace(name);
      await (await place.open()).connections.put(made('old'));
      const process = place.startProcess();
      await process.call('connections.get', ['id-old']);
      await process.call('begin', []);
      await expect(process.call('connections.update', ['id-old'])).rejects.toThrow('a connection of its own');
    });

    test('ten processes that find no tables create them', async ({ newPlace }) => {
      const place = await newPlace(name);
      const processes = Array.from({ length: 10 }, () => place.startProcess());
      const found = await Promise.all(processes.map((each) => each.call('connections.list', ['ann'])));
      expect(found).toEqual(Array(10).fill([]));
    });
  });
}

test('a key that has not 32 bytes is refused', async ({ newPlace }) => {
  const place = await newPlace('SQLite');
  const short = Buffer.alloc(31).toString('base64');
  for (const key of [
    '',
    'short',
    short,
    Buffer.alloc(33).toString('base64'),
    'ä'.repeat(43),
    ` ${KEY}`,
    false,
  ]) {
    const store = await place.open({ keys: [KEY, key as string] });
    await expect(store.call('connections.get', ['id'])).rejects.toThrow('32 random bytes');
  }
  const store = await place.open({ keys: [KEY.replace('=', '')] });
  expect(await store.call('connections.get', ['id'])).toBeUndefined();
});

test('keys without libsodium are refused, rather than left out', async ({ newPlace }) => {
  const process = (await newPlace('SQLite')).startProcess([
    'disable_functions=sodium_crypto_aead_xchacha20poly1305_ietf_encrypt',
  ]);
  await expect(process.call('connections.get', ['id'])).rejects.toThrow('no libsodium');
});

test('a store without keys says so, once in a process, and one with keys does not', async ({ newPlace }) => {
  const place = await newPlace('SQLite');
  for (const [keys, count] of [
    [[], 1],
    [[KEY], 0],
  ] as const) {
    const store = await place.open({ keys });
    await store.connections.put(made('one'));
    await store.connections.put(made('two'));
    expect(store.log.match(/openssl rand/g) ?? []).toHaveLength(count);
  }
});
