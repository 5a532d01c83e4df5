import { expect, test } from '@playwright/test';
import { issueState, findState, MemoryStateStore, type StateRecord, verifyState } from '../../src/server.js';
import { rejection } from './fixtures.js';

const MINUTE = 60_000;

test('a state is random, and good for one use', async () => {
  const store = new MemoryStateStore();
  const states = await Promise.all(Array.from({ length: 100 }, () => issueState('me', { store })));
  expect(new Set(states).size).toBe(100);
  for (const state of states) expect(state).toMatch(/^[\w-]{22}$/);
  const state = await issueState('me', { store });
  expect(await verifyState(state, 'me', { store })).toBe(state);
  expect(await rejection(verifyState(state, 'me', { store }))).toMatchObject({ code: 'state_used' });
});

test('of many uses at the same time one succeeds', async () => {
  const store = new MemoryStateStore();
  const state = await issueState('me', { store });
  // As with a database: every concurrent caller has asked before the first answer arrives.
  const slow = {
    add: store.add.bind(store),
    use: store.use.bind(store),
    get: async (digest: string) => {
      const record = store.get(digest);
      await new Promise((resolve) => setTimeout(resolve, 20));
      return record;
    },
  };
  const uses = await Promise.allSettled(
    Array.from({ length: 20 }, () => verifyState(state, 'me', { store: slow })),
  );
  expect(uses.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('in another session a state is refused, and stays good for its own', async () => {
  const store = new MemoryStateStore();
  const state = await issueState('me', { store });
  for (const session of ['you', '', 'm', 'mee', 'ME']) {
    expect(await rejection(verifyState(state, session, { store }))).toMatchObject({ code: 'state_mismatch' });
  }
  expect(await verifyState(state, 'me', { store })).toBe(state);
});

for (const state of [undefined, null, '', 'made-up', ['a'], {}, 7]) {
  test(`${JSON.stringify(state)} is no state`, async () => {
    const store = new MemoryStateStore();
    await issueState('me', { store });
    expect(await rejection(verifyState(state, 'me', { store }))).toMatchObject({ code: 'state_mismatch' });
  });
}

test('a state inside an array is not that state', async () => {
  const store = new MemoryStateStore();
  const state = await issueState('me', { store });
  expect(await rejection(verifyState([state], 'me', { store }))).toMatchObject({ code: 'state_mismatch' });
});

test('ten minutes, or as long as one likes', async () => {
  const clock = { now: Date.UTC(2026, 0, 1) };
  const options = { store: new MemoryStateStore(), now: () => clock.now };
  const [early, late] = [await issueState('me', options), await issueState('me', options)];
  const longer = await issueState('me', { ...options, lifetime: 11 * MINUTE });
  clock.now += 10 * MINUTE - 1;
  await verifyState(early, 'me', options);
  expect(await findState(late, options)).toMatchObject({ remaining: 1 });
  clock.now += 1;
  expect(await rejection(verifyState(late, 'me', options))).toMatchObject({ code: 'state_expired' });
  expect(await findState(late, options)).toBeUndefined();
  await verifyState(longer, 'me', options);
});

test('a used state is current, as the secrets may come after the visitor; a made-up one is not', async () => {
  const store = new MemoryStateStore();
  const state = await issueState('me', { store });
  await verifyState(state, 'me', { store });
  expect(await findState(state, { store })).toBeDefined();
  expect(await findState('made-up', { store })).toBeUndefined();
});

test('an empty session is refused: everybody would have it', async () => {
  const store = new MemoryStateStore();
  expect(await rejection(issueState('', { store }))).toBeInstanceOf(TypeError);
});

test('a store sees digests only, and not for ever', async () => {
  const clock = { now: Date.UTC(2026, 0, 1) };
  const memory = new MemoryStateStore();
  const digests: string[] = [];
  const store = {
    add: (digest: string, record: StateRecord, now: number) => {
      digests.push(digest, record.session);
      memory.add(digest, record, now);
    },
    get: memory.get.bind(memory),
    use: memory.use.bind(memory),
  };
  const options = { store, now: () => clock.now };
  const state = await issueState('my-session', options);
  expect(digests.join(' ')).not.toMatch(new RegExp(`${state}|my-session`));
  clock.now += 59 * MINUTE;
  await issueState('me', options);
  expect(await rejection(verifyState(state, 'my-session', options))).toMatchObject({ code: 'state_expired' });
  clock.now += 11 * MINUTE;
  await issueState('me', options);
  expect(await rejection(verifyState(state, 'my-session', options))).toMatchObject({
    code: 'state_mismatch',
  });
});
