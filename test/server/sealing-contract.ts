import { expect } from '@playwright/test';
import { made } from './connection-records.js';
import type { StoreTest } from './store-contract.js';
import { KEY, type Place } from './store-fixtures.js';

const OTHER_KEY = Buffer.alloc(32, 9).toString('base64');
const STATE = { session: 's', expires: 9e12, isUsed: false, data: 'verifier-which-nobody-may-see' };
const SECRETS = /-access|-refresh|-secret|which-nobody-may-see/;

/** Everything that is in the tables, as text. */
async function textOf(place: Place): Promise<string> {
  const rows = ['crm_states', 'crm_secrets', 'crm_connections'].map((table) =>
    place.query(`SELECT * FROM ${table}`),
  );
  return JSON.stringify(await Promise.all(rows));
}

async function fill(place: Place, keys?: string[]): Promise<void> {
  const store = await place.open({ keys });
  await store.connections.put(made('old'));
  await store.states.add('d', STATE, 0);
  await store.secrets.deliver(
    'd',
    { clientId: 'a', clientSecret: 'new-secret' },
    { owner: 'me', remaining: 60_000 },
  );
}

/** What a store with tables promises about whoever reads or changes them. */
export function sealingContract<Name extends string>(test: StoreTest<Name>, name: Name): void {
  test('what was kept is there after a restart', async ({ newPlace }) => {
    const place = await newPlace(name);
    await fill(place, [KEY]);
    const { connections, states, secrets } = await place.open();
    expect(await connections.list('ann')).toEqual([made('old')]);
    expect(await states.get('d')).toEqual(STATE);
    expect(await states.use('d')).toBe(true);
    expect(await (await place.open()).states.use('d')).toBe(false);
    expect(await secrets.collect('d')).toEqual({ clientId: 'a', clientSecret: 'new-secret' });
  });

  test('nothing secret can be read in the tables with a key, and all of it without one', async ({
    newPlace,
  }) => {
    const [sealed, plain] = [await newPlace(name), await newPlace(name)];
    await fill(sealed, [KEY]);
    await fill(plain);
    expect(await textOf(sealed)).not.toMatch(SECRETS);
    const text = await textOf(plain);
    for (const secret of ['old-access', 'old-refresh', 'old-secret', 'new-secret', STATE.data])
      expect(text).toContain(secret);
  });

  test('a new key in front seals what is written, and the old one still opens what was', async ({
    newPlace,
  }) => {
    const place = await newPlace(name);
    await fill(place, [KEY]);
    const both = await place.open({ keys: [OTHER_KEY, KEY] });
    expect(await both.connections.get('id-old')).toEqual(made('old'));
    await both.connections.update('id-old', (current) => Promise.resolve({ ...current, until: 1 }));
    const after = await place.open({ keys: [OTHER_KEY] });
    expect((await after.connections.get('id-old'))?.until).toBe(1);
    await expect((async () => after.states.get('d'))()).rejects.toThrow('not among keys');
    await expect((async () => (await place.open()).connections.get('id-old'))()).rejects.toThrow(
      'not among keys',
    );
  });

  test('rows from before there was a key are read, and sealed when they are written', async ({
    newPlace,
  }) => {
    const place = await newPlace(name);
    await fill(place);
    const { connections, states, secrets } = await place.open();
    expect(await connections.get('id-old')).toEqual(made('old'));
    expect(await states.get('d')).toEqual(STATE);
    expect((await secrets.collect('d'))?.clientSecret).toBe('new-secret');
    await connections.update('id-old', (current) => Promise.resolve({ ...current, until: 1 }));
    expect(JSON.stringify(await place.query('SELECT record FROM crm_connections'))).not.toMatch(SECRETS);
  });

  for (const [what, statement] of Object.entries({
    'given to another user': "UPDATE crm_connections SET user_id = 'mallory'",
    'given to another account': "UPDATE crm_connections SET account = '2'",
    'given to another client': "UPDATE crm_connections SET client = 'other'",
    'cut off': 'UPDATE crm_connections SET record = substr(record, 1, length(record) - 4)',
    changed: "UPDATE crm_connections SET record = substr(record, 1, 40) || 'AAAA' || substr(record, 45)",
  })) {
    test(`a connection that was ${what} in the table does not open`, async ({ newPlace }) => {
      const place = await newPlace(name);
      await fill(place, [KEY]);
      await place.query(statement);
      const { connections } = await place.open();
      const read = async () => connections.get('id-old');
      await expect(read()).rejects.toThrow('does not open');
      await expect(read()).rejects.not.toThrow(SECRETS);
      for (const user of ['ann', 'mallory']) {
        expect(await Promise.resolve(connections.list(user)).catch(() => [])).toEqual([]);
      }
    });
  }

  test('a secret and a verifier that were moved to another state do not open', async ({ newPlace }) => {
    const place = await newPlace(name);
    await fill(place, [KEY]);
    for (const table of ['crm_states', 'crm_secrets']) await place.query(`UPDATE ${table} SET digest = 'e'`);
    const { states, secrets } = await place.open();
    await expect((async () => states.get('e'))()).rejects.toThrow('does not open');
    await expect((async () => secrets.collect('e'))()).rejects.toThrow('does not open');
  });
}
