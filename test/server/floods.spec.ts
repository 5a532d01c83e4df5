import { expect, test } from '@playwright/test';
import {
  awaitSecrets,
  issueState,
  findState,
  MemorySecretsStore,
  MemoryStateStore,
  receiveSecrets,
  verifyState,
} from '../../src/server.js';
import { rejection } from './fixtures.js';

const EACH = 20;
const ALL = 100_000;
const MINUTE = 60_000;

/** The memory stores behind one interface: add an entry for an owner, and ask whether it still exists. */
const STORES = {
  states: () => {
    const store = new MemoryStateStore();
    return {
      add: (name: string, session: string, now = 0) =>
        store.add(name, { session, expires: now + 10 * MINUTE, isUsed: false }, now),
      has: (name: string) => store.get(name) !== undefined,
    };
  },
  secrets: () => {
    const store = new MemorySecretsStore();
    return {
      add: (name: string, owner: string) =>
        store.deliver(name, { clientId: name, clientSecret: 's' }, { owner, remaining: 10 * MINUTE }),
      has: (name: string) => store.collect(name) !== undefined,
    };
  },
};

for (const [kind, newStore] of Object.entries(STORES)) {
  test(`${kind}: of one session twenty are kept, and the oldest goes`, () => {
    const store = newStore();
    for (let index = 0; index <= EACH; index++) store.add(`mine ${index}`, 'me');
    expect(store.has('mine 0')).toBe(false);
    for (let index = 1; index <= EACH; index++) expect(store.has(`mine ${index}`)).toBe(true);
  });

  test(`${kind}: however many one session asks for, nobody else loses one`, () => {
    const store = newStore();
    for (let index = 0; index < EACH; index++) store.add(`mine ${index}`, 'me');
    for (let index = 0; index < 2 * ALL; index++) store.add(`flood ${index}`, 'flood');
    for (let index = 0; index < EACH; index++) expect(store.has(`mine ${index}`)).toBe(true);
    expect(store.has(`flood ${2 * ALL - EACH - 1}`)).toBe(false);
    expect(store.has(`flood ${2 * ALL - EACH}`)).toBe(true);
  });

  test(`${kind}: where there is no room, nobody loses one, and whoever has none is refused`, () => {
    const store = newStore();
    for (let index = 0; index < ALL; index++) store.add(`${index}`, `session ${index}`);
    for (let index = 0; index < 1000; index++) {
      expect(() => store.add(`late ${index}`, `late ${index}`)).toThrow('There is no room');
    }
    // An owner with an entry may replace it with another.
    store.add('second', 'session 7');
    expect([store.has('7'), store.has('second')]).toEqual([false, true]);
    const lost = Array.from({ length: ALL }, (_, index) => `${index}`).filter((name) => !store.has(name));
    expect(lost).toEqual(['7']);
  });
}

test('what has expired makes room, and is kept as long as there is enough', () => {
  const states = STORES.states();
  for (let index = 0; index < ALL - 2; index++) {
    states.add(`${index}`, `session ${index}`, index < 9 ? 0 : 2 * MINUTE);
  }
  states.add('early', 'early', 11 * MINUTE);
  expect([states.has('8'), states.has('9')]).toEqual([true, true]);
  states.add('last', 'last', 11 * MINUTE);
  states.add('late', 'late', 11.5 * MINUTE);
  const kept = ['8', '9', 'early', 'last', 'late'].map((name) => states.has(name));
  expect(kept).toEqual([false, true, true, true, true]);
});

test('a delivery outlives its state by as long as its visitor may have to wait, and not by more', () => {
  const store = new MemorySecretsStore();
  const clock = Date.now;
  const start = clock();
  const deliver = (name: string, after: number) => {
    Date.now = () => start + after;
    const credentials = { clientId: name, clientSecret: 's' };
    store.deliver(name, credentials, { owner: name, remaining: MINUTE });
  };
  try {
    deliver('old', 0);
    deliver('newer', 1000);
    deliver('new', 2 * MINUTE);
  } finally {
    Date.now = clock;
  }
  expect(['old', 'newer', 'new'].map((name) => store.collect(name)?.clientId)).toEqual([
    undefined,
    'newer',
    'new',
  ]);
});

test('a session that delivers for state after state keeps nobody’s secrets from arriving', async () => {
  const states = { store: new MemoryStateStore() };
  const store = new MemorySecretsStore();
  const deliver = async (state: string, clientId: string) => {
    const body = new URLSearchParams({ client_id: clientId, client_secret: 's', state });
    const request = new Request('https://shop.example/secrets', { method: 'POST', body });
    return (await receiveSecrets(request, { store, find: (given) => findState(given, states) })).status;
  };
  const mine = await issueState('me', states);
  expect(await deliver(mine, 'mine')).toBe(200);
  const flood: string[] = [];
  for (let index = 0; index < 3 * EACH; index++) {
    const state = await issueState('flood', states);
    flood.push(state);
    expect(await deliver(state, 'flood')).toBe(200);
  }
  expect(await rejection(verifyState(flood[0], 'flood', states))).toMatchObject({ code: 'state_mismatch' });
  expect(await deliver(flood[0]!, 'flood')).toBe(403);
  const options = { store, redirectUri: 'https://shop.example/', timeout: 0 };
  const collected = await Promise.allSettled(
    flood.map((state) => awaitSecrets({ state, clientId: 'flood' }, options)),
  );
  expect(collected.filter(({ status }) => status === 'fulfilled')).toHaveLength(EACH);
  await verifyState(mine, 'me', states);
  expect(await awaitSecrets({ state: mine, clientId: 'mine' }, options)).toMatchObject({ clientId: 'mine' });
});
