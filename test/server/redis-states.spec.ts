import { expect, test as base } from '@playwright/test';
import { createClient } from 'redis';
import { RedisStates } from '../../docs/back-end/redis.js';
import { Client, findState, issueState, verifyState } from '../../src/server.js';
import { rejection } from './fixtures.js';
import { type RedisServer, startRedis } from './redis.js';

/** Stores of two processes, over one Redis. */
const test = base.extend<{ stores: [RedisStates, RedisStates] }, { server: RedisServer | undefined }>({
  server: [
    async ({}, use) => {
      const server = await startRedis();
      await use(server);
      await server?.stop();
    },
    { scope: 'worker', timeout: 180_000 },
  ],

  stores: async ({ server }, use) => {
    if (!server)
      console.error(
        '\nRedis is missing, THE STORE OF ITS GUIDE IS NOT TESTED. On Debian: apt-get install redis-server\n',
      );
    base.skip(!server, 'Redis is missing');
    const open = () => createClient({ socket: { path: server!.path, tls: false } }).connect();
    const [one, other] = await Promise.all([open(), open()]);
    await one.flushAll();
    await use([new RedisStates(one), new RedisStates(other)]);
    await Promise.all([one.close(), other.close()]);
  },
});

const client = new Client({
  clientId: 'id',
  clientSecret: 's',
  redirectUri: 'https://shop.example/crm/callback/kommo',
});

test('a state that one process has issued is good once, in any', async ({ stores: [one, other] }) => {
  const state = await issueState('me', { store: one, client }, 'a verifier');
  expect(await rejection(verifyState(state, 'you', { store: other, client }))).toMatchObject({
    code: 'state_mismatch',
  });
  expect(await verifyState(state, 'me', { store: other, client })).toBe(state);
  expect(await rejection(verifyState(state, 'me', { store: one, client }))).toMatchObject({
    code: 'state_used',
  });
  // The secrets of the metadata flow may come after the visitor.
  expect(await findState(state, { store: one })).toBeDefined();
});

test('of all who use a state at the same time, one does', async ({ stores }) => {
  const record = { session: 's', expires: Date.now() + 60_000, isUsed: false, data: 'a verifier' };
  await stores[0].add('digest', record, Date.now());
  const used = await Promise.all(Array.from({ length: 20 }, (_, at) => stores[at % 2]!.use('digest')));
  expect(used.filter(Boolean)).toHaveLength(1);
  expect(await stores[1].get('digest')).toEqual({ ...record, isUsed: true });
  expect(await stores[0].use('unknown')).toBe(false);
});

test('an expired state is known as such for an hour, and then forgotten', async ({ stores: [store] }) => {
  const state = await issueState('me', { store, lifetime: -1 });
  expect(await rejection(verifyState(state, 'me', { store }))).toMatchObject({ code: 'state_expired' });
  const forgotten = await issueState('me', { store, lifetime: -3_600_000 + 50 });
  await expect
    .poll(() => rejection(verifyState(forgotten, 'me', { store })))
    .toMatchObject({ code: 'state_mismatch' });
});

test('a session has 20 states, and pushes out none of another', async ({ stores: [store, other] }) => {
  const mine = await issueState('me', { store });
  const states: string[] = [];
  for (let count = 0; count < 25; count++)
    states.push(await issueState('you', { store: count % 2 ? store : other }));
  const found = await Promise.all(states.map((state) => findState(state, { store })));
  expect(found.map(Boolean)).toEqual([...Array<boolean>(5).fill(false), ...Array<boolean>(20).fill(true)]);
  expect(await findState(mine, { store })).toBeDefined();
});
