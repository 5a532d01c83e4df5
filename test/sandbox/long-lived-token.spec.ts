import { expect } from '@playwright/test';
import { SHOP, test } from './fixtures.js';
import { account, refresh } from './token-fixtures.js';

const DAY = 24 * 60 * 60_000;

test('a long-lived token opens its account for a year', async ({ sandbox, clock }) => {
  const token = sandbox.longLivedToken(SHOP.clientId, 31000002);
  clock.now += 365 * DAY - 1;
  expect(await (await account(sandbox, token)).json()).toMatchObject({ id: 31000002, name: 'Globex' });
  clock.now += 1;
  expect((await account(sandbox, token)).status).toBe(401);
});

test('or until the time that was chosen', async ({ sandbox, clock }) => {
  const token = sandbox.longLivedToken(SHOP.clientId, 31000001, { expires: clock.now + DAY });
  clock.now += DAY - 1;
  expect((await account(sandbox, token)).status).toBe(200);
  clock.now += 1;
  expect((await account(sandbox, token)).status).toBe(401);
});

test('a disconnection ends it, that of another account does not', async ({ sandbox }) => {
  const token = sandbox.longLivedToken(SHOP.clientId, 31000001);
  await sandbox.disconnect(SHOP.clientId, 31000002);
  expect((await account(sandbox, token)).status).toBe(200);
  await sandbox.disconnect(SHOP.clientId, 31000001);
  expect((await account(sandbox, token)).status).toBe(401);
});

test('it refreshes nothing', async ({ sandbox }) => {
  const token = sandbox.longLivedToken(SHOP.clientId, 31000001);
  expect(await refresh(sandbox, token)).toMatchObject({
    status: 400,
    body: { hint: 'Invalid refresh token' },
  });
});

test('an unknown integration or account is refused', ({ sandbox }) => {
  expect(() => sandbox.longLivedToken('nobody', 31000001)).toThrow(RangeError);
  expect(() => sandbox.longLivedToken(SHOP.clientId, 1)).toThrow(RangeError);
});
