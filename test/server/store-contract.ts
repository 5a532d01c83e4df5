import { expect, type TestType } from '@playwright/test';
import type { ConnectionRecord } from '../../src/server.js';
import { made, OUTCOMES, overtake, OVERTAKINGS } from './connection-records.js';
import type { Place } from './store-fixtures.js';

/** Tests that open a store in a place of their own. */
export type StoreTest<Name> = TestType<{ newPlace: (name: Name) => Promise<Place> }, object>;

/** What differs between stores. */
export interface StoreTraits {
  /** What waits for an update that takes its time: other updates of the same record, or those of all records. Default: `record`. */
  readonly waits?: 'record' | 'store' | 'nobody';
}

/** The promises of a store, which each has to keep. */
export function storeContract<Name extends string>(
  test: StoreTest<Name>,
  name: Name,
  { waits = 'record' }: StoreTraits = {},
): void {
  test('a user has one connection to an account by one client, which keeps its id and its age', async ({
    newPlace,
  }) => {
    const { connections } = await (await newPlace(name)).open();
    expect(await connections.put(made('one'))).toEqual(made('one'));
    const second = { ...made('two'), id: 'id-one', since: 1000 };
    expect(await connections.put(made('two', { since: 9000 }))).toEqual(second);
    expect(await connections.get('id-one')).toEqual(second);
    expect(await connections.get('id-two')).toBeUndefined();
    const others = [
      made('a', { user: 'bob' }),
      made('b', { client: 'other', since: 2000 }),
      made('c', { account: '2', since: 500 }),
    ];
    for (const other of others) expect(await connections.put(other)).toEqual(other);
    expect(await connections.list('ann')).toEqual([others[2], second, others[1]]);
    const everybody = await connections.find('kommo', '1');
    expect(everybody.map(({ id }) => id).sort()).toEqual(['id-a', 'id-one']);
    await connections.delete('id-one');
    await connections.delete('id-one');
    expect(await connections.get('id-one')).toBeUndefined();
    expect(await connections.list('ann')).toHaveLength(2);
  });

  test('an update replaces, leaves or removes a record, and its failure leaves it', async ({ newPlace }) => {
    const { connections } = await (await newPlace(name)).open();
    const never = () => Promise.reject(new Error('called'));
    expect(await connections.update('nobody', never)).toBeUndefined();
    const old = await connections.put(made('old'));
    expect(await connections.update('id-old', () => Promise.resolve(undefined))).toEqual(old);
    await expect(connections.update('id-old', never)).rejects.toThrow('called');
    expect(await connections.get('id-old')).toEqual(old);
    const bare = { ...old, status: 'reconnect', tokens: undefined, until: undefined } as const;
    const changed = await connections.update('id-old', () =>
      Promise.resolve({ ...bare, id: 'other', user: 'bob' }),
    );
    expect(changed).toMatchObject({ id: 'id-old', user: 'bob', status: 'reconnect' });
    expect([await connections.list('ann'), (await connections.list('bob')).length]).toEqual([[], 1]);
    expect((await connections.get('id-old'))?.tokens).toBeUndefined();
    expect(await connections.update('id-old', () => Promise.resolve(null))).toBeUndefined();
    expect(await connections.get('id-old')).toBeUndefined();
  });

  if (waits !== 'nobody') {
    test('updates of one record come one after the other, and reading does not wait', async ({
      newPlace,
    }) => {
      const { connections } = await (await newPlace(name)).open();
      await connections.put(made('a', { since: 0 }));
      let isHeld = true;
      const add = (current: ConnectionRecord) => ({ ...current, until: (current.until ?? 0) + 1 });
      const held = connections.update('id-a', async (current) => {
        await expect.poll(() => isHeld).toBe(false);
        return add(current);
      });
      const more = Array.from({ length: 9 }, () =>
        connections.update('id-a', (current) => Promise.resolve(add(current))),
      );
      expect((await connections.get('id-a'))?.until).toBe(5000);
      isHeld = false;
      await Promise.all([held, ...more]);
      expect((await connections.get('id-a'))?.until).toBe(5010);
    });
  }

  if (waits === 'record') {
    test('an update of one record does not wait for that of another', async ({ newPlace }) => {
      const { connections } = await (await newPlace(name)).open();
      await connections.put(made('a'));
      await connections.put(made('b', { account: '2' }));
      const held = await connections.update('id-a', async (current) => {
        const other = await connections.update('id-b', (each) => Promise.resolve({ ...each, until: 1 }));
        return { ...current, until: other?.until };
      });
      expect(held?.until).toBe(1);
    });
  }

  for (const { what, act, kept } of OVERTAKINGS) {
    for (const [outcome, change] of Object.entries(OUTCOMES)) {
      test(`${what} while it was being changed, which ${outcome}: what came last stands`, async ({
        newPlace,
      }) => {
        const place = await newPlace(name);
        const { connections } = await place.open();
        // Where rows are locked, the other one waits; elsewhere it is through before.
        const arrive = (acted: Promise<unknown>) =>
          place.waiting ? expect.poll(async () => (await place.query(place.waiting!)).length).toBe(1) : acted;
        expect(await overtake(connections, act, change, arrive)).toBe(kept);
      });
    }
  }

  test('names are values, never parts of a statement', async ({ newPlace }) => {
    const { connections } = await (await newPlace(name)).open();
    const names = [
      "'; DROP TABLE crm_connections; --",
      '$1',
      '?1',
      '%',
      '"',
      '\\',
      '__proto__',
      'constructor',
      '\u0001',
      '',
    ];
    for (const each of names) {
      const record = made('x', { id: `id ${each}`, user: each, client: each, account: each });
      expect(await connections.put(record)).toEqual(record);
    }
    for (const each of names) {
      expect(await connections.list(each)).toHaveLength(1);
      expect(await connections.find(each, each)).toMatchObject([{ id: `id ${each}` }]);
    }
  });

  test('a state is used once, by one of all who try at once', async ({ newPlace }) => {
    const { states } = await (await newPlace(name)).open();
    const record = { session: 's', expires: 9e12, isUsed: false, client: 'c', data: 'verifier' };
    await states.add('d', record, 0);
    expect(await states.get('d')).toEqual(record);
    const used = await Promise.all(Array.from({ length: 20 }, async () => states.use('d')));
    expect(used.filter(Boolean)).toHaveLength(1);
    expect(await states.get('d')).toEqual({ ...record, isUsed: true });
    expect(await states.use('unknown')).toBe(false);
    expect(await states.get('unknown')).toBeUndefined();
  });

  test('of one session’s states the oldest of twenty-one goes, and of no other’s', async ({ newPlace }) => {
    const { states } = await (await newPlace(name)).open();
    const add = (digest: string, session: string, expires: number) =>
      states.add(digest, { session, expires, isUsed: false }, 0);
    await add('other', 'other', 1);
    for (let index = 0; index <= 20; index++) await add(`mine ${index}`, 'me', 1000 + index);
    const kept = await Promise.all(
      Array.from({ length: 21 }, async (_, index) => states.get(`mine ${index}`)),
    );
    expect(kept.map(Boolean)).toEqual([false, ...Array<boolean>(20).fill(true)]);
    expect(await states.get('other')).toBeDefined();
  });

  test('the first delivery of a secret counts, and is handed over once', async ({ newPlace }) => {
    const { secrets } = await (await newPlace(name)).open();
    const state = { owner: 'me', remaining: 60_000 };
    const deliver = async (clientId: string) => secrets.deliver('d', { clientId, clientSecret: 's' }, state);
    const delivered = await Promise.all(['a', 'b', 'c', 'd'].map(deliver));
    expect(delivered.filter(Boolean)).toHaveLength(1);
    const collected = await Promise.all([1, 2, 3, 4].map(async () => secrets.collect('d')));
    expect(collected.filter(Boolean)).toHaveLength(1);
    expect(await deliver('late')).toBe(false);
    expect(await secrets.collect('d')).toBeUndefined();
    for (let index = 0; index < 21; index++) {
      await secrets.deliver(
        `mine ${index}`,
        { clientId: 'a', clientSecret: 's' },
        { owner: 'flood', remaining: 60_000 + index },
      );
    }
    expect(await secrets.collect('mine 0')).toBeUndefined();
    expect(await secrets.collect('mine 20')).toBeDefined();
  });
}
