import { expect } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { infoOf, readBlocks } from '../helpers/documents.js';
import { SECRET, tokenRequests } from './fixtures.js';
import { listOf, MARGIN, pathOf, putAhead, refusalOf, test } from './guides/python-fixtures.js';
import { hostileTo } from './hostile.js';

test('a visitor connects and disconnects on the settings page', async ({ page, shop, user, as }) => {
  shop.sandbox.reset();
  await page.context().addCookies([{ name: 'session', value: user, url: shop.url }]);
  await page.goto(shop.url);
  const opened = page.waitForEvent('popup');
  await page.locator('crm-oauth-button').getByRole('button').click();
  const consent = await opened;
  const closed = consent.waitForEvent('close');
  await consent.locator('button[value="allow"]').click();
  await closed;
  await expect(page.getByText('acme.kommo.com')).toBeVisible();
  await expect(page.getByText(/Connected since/)).toBeVisible();
  expect(await listOf(as(user)('/crm/connections'))).toMatchObject([
    {
      client: 'kommo',
      provider: 'kommo',
      account: '31000001',
      accountName: 'Acme Trading',
      status: 'connected',
    },
  ]);
  await page.getByRole('button', { name: /^Disconnect/ }).click();
  await page.getByRole('group').getByRole('button', { name: 'Disconnect' }).click();
  await expect(page.getByText('Not connected')).toBeVisible();
  expect(await listOf(as(user)('/crm/connections'))).toEqual([]);
});

test('the button learns that the server could not connect', async ({ page, shop, user }) => {
  shop.sandbox.reset();
  await page.context().addCookies([{ name: 'session', value: user, url: shop.url }]);
  await page.goto(shop.url);
  const code = page.evaluate(
    () =>
      new Promise((resolve) =>
        addEventListener('crm-oauth-error', (event) =>
          resolve((event as Event & { error: { code: string } }).error.code),
        ),
      ),
  );
  const opened = page.waitForEvent('popup');
  await page.locator('crm-oauth-button').getByRole('button').click();
  const consent = await opened;
  // The account endpoint refuses: it was the server's last step.
  shop.sandbox.behave({ account: 'blocked' });
  const closed = consent.waitForEvent('close');
  await consent.locator('button[value="allow"]').click();
  await closed;
  expect(await code).toBe('reconnect');
  await expect(page.getByText('Not connected')).toBeVisible();
});

test('no host but the CRM’s gets the secret', async ({ shop, user, as, authorize }) => {
  const hosts = hostileTo('acme.kommo.com').filter((host) => typeof host === 'string');
  expect(hosts.length).toBeGreaterThan(50);
  for (const host of hosts) {
    const robbed = await authorize(user);
    robbed.searchParams.set('referer', host);
    expect(refusalOf(await as(user)(pathOf(robbed))), host).toEqual([303, 'invalid_referer']);
  }
  const list = await authorize(user);
  list.searchParams.append('referer', 'evil.example');
  expect(refusalOf(await as(user)(pathOf(list)))).toEqual([303, 'invalid_referer']);
  const without = await authorize(user);
  without.searchParams.delete('referer');
  expect(refusalOf(await as(user)(pathOf(without)))).toEqual([303, 'invalid_referer']);
  expect(tokenRequests(shop.sandbox)).toBe(0);
  const good = await authorize(user);
  good.searchParams.set('referer', 'https://acme.kommo.com');
  expect((await as(user)(pathOf(good))).status).toBe(200);
});

test('a state is good once, for its user, for ten minutes', async ({ shop, user, as, authorize }) => {
  const arrival = pathOf(await authorize(user));
  const wrong = arrival.replace(/state=[^&]+/, 'state=AAAAAAAAAAAAAAAAAAAAAA');
  expect(refusalOf(await as(user)(wrong))).toEqual([303, 'state_mismatch']);
  expect(refusalOf(await as(user)(arrival.replace(/&?state=[^&]+/, '')))).toEqual([303, 'state_mismatch']);
  expect(refusalOf(await as('someone else')(arrival))).toEqual([303, 'state_mismatch']);
  expect(refusalOf(await as(undefined)(arrival))).toEqual([303, 'login_required']);
  await putAhead(shop, 601);
  // Before the next state, which clears away what is too old.
  expect(refusalOf(await as(user)(arrival))).toEqual([303, 'state_mismatch']);
  const late = pathOf(await authorize(user));
  await putAhead(shop, 601 + 599 - MARGIN);
  expect(tokenRequests(shop.sandbox)).toBe(0);
  const all = await Promise.all(
    Array.from({ length: 10 }, (_, index) => as(user)(late, {}, shop.processes[index % 2 ? 1 : 0].url)),
  );
  expect(all.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(9).fill(303)]);
  expect(tokenRequests(shop.sandbox)).toBe(1);
});

test('a user has twenty states, and pushes out no other’s', async ({ user, as, authorize }) => {
  const others = pathOf(await authorize(`not ${user}`));
  const first = pathOf(await authorize(user));
  const second = pathOf(await authorize(user));
  for (let count = 0; count < 19; count++) await as(user)('/crm/state?provider=kommo');
  expect(refusalOf(await as(user)(first))).toEqual([303, 'state_mismatch']);
  expect((await as(user)(second)).status).toBe(200);
  expect((await as(`not ${user}`)(others)).status).toBe(200);
});

test('a refusal ends the state, and nothing of it is shown', async ({ shop, user, as, authorize }) => {
  const arrival = await authorize(user);
  const denied = new URLSearchParams({ error: '<b>x', state: arrival.searchParams.get('state')! });
  const response = await as(user)(`${arrival.pathname}?${denied.toString()}`);
  expect(response.status).toBe(403);
  expect(await response.text()).not.toContain('<b>');
  expect(refusalOf(await as(user)(pathOf(arrival)))).toEqual([303, 'state_mismatch']);
  expect(tokenRequests(shop.sandbox)).toBe(0);
});

test('the lists are the user’s own, and so is disconnecting', async ({ user, as, connect }) => {
  const { id } = await connect(user);
  const own = as(user);
  for (const path of ['/crm/state?provider=kommo', '/crm/clients', '/crm/connections']) {
    expect((await as(undefined)(path)).status, path).toBe(401);
    expect((await as('')(path)).status, path).toBe(401);
    const crossSite = { headers: { 'sec-fetch-site': 'cross-site' } };
    expect((await own(path, crossSite)).status, path).toBe(403);
    const response = await own(path);
    expect([response.status, response.headers.get('cache-control')], path).toEqual([200, 'no-store']);
    expect(await response.text()).not.toContain(SECRET);
  }
  expect((await own('/crm/state?provider=other')).status).toBe(400);
  expect(await listOf(as(`not ${user}`)('/crm/connections'))).toEqual([]);
  const remove = async (who: string | undefined, headers: Record<string, string>) =>
    (await as(who)(`/crm/connections/${id}`, { method: 'DELETE', headers })).status;
  expect(await remove(user, {})).toBe(403);
  expect(await remove(undefined, { 'x-crm-oauth': '1' })).toBe(401);
  expect(await remove(user, { 'x-crm-oauth': '1', 'sec-fetch-site': 'same-site' })).toBe(403);
  expect(await remove(`not ${user}`, { 'x-crm-oauth': '1' })).toBe(404);
  expect(await listOf(own('/crm/connections'))).toHaveLength(1);
  expect(await remove(user, { 'x-crm-oauth': '1' })).toBe(204);
  expect(await remove(user, { 'x-crm-oauth': '1' })).toBe(404);
  expect(await listOf(own('/crm/connections'))).toEqual([]);
});

test('the page shows the example that is tested here', () => {
  const shown = readBlocks('docs/back-end/python.md').filter((block) => infoOf(block, 'file'));
  expect(shown.map((block) => [infoOf(block, 'file'), block.code])).toEqual([
    ['python.py', readFileSync(join('docs/back-end', 'python.py'), 'utf8')],
  ]);
});
