import { expect } from '@playwright/test';
import { newVisitor, test } from './fixtures.js';

test('the widget is installed, and the shop learns whose it is', async ({ page, demo }) => {
  await page.goto(`${demo.url}/widget-settings`);
  await expect(page.getByText('The widget is not installed in this account')).toBeVisible();
  await page.getByRole('button', { name: 'Install the widget' }).click();
  await expect(page.getByText('The shop knows whose account this is.')).toBeVisible();
  await expect(page.getByText('Acme Trading (31000001)')).toBeVisible();
  await page.getByRole('link', { name: 'All connections' }).click();
  await expect(page.locator('crm-connections').getByText('acme.kommo.com')).toBeVisible();
});

test('a long-lived token is copied from Kommo, and connects', async ({ page, context, demo }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${demo.url}/widget-settings`);
  const field = page.getByRole('textbox', { name: 'Token', exact: true });
  const connect = page.getByRole('button', { name: 'Connect' });
  await field.fill('made-up');
  await connect.click();
  await expect(page.getByText('Kommo does not accept this token.')).toBeVisible();
  await field.fill('two words');
  await connect.click();
  await expect(page.getByText('That is no token: copy it as a whole.')).toBeVisible();

  await page.getByRole('button', { name: 'Make a token at Kommo' }).click();
  await page.getByRole('button', { name: 'Copy' }).click();
  await expect(page.getByText('Copied.')).toBeVisible();
  await field.fill(await page.evaluate(() => navigator.clipboard.readText()));
  await connect.click();
  await expect(page.getByText('Connected by the token.')).toBeVisible();
  await expect(page.getByText('Acme Trading (31000001)')).toBeVisible();
});

test('a claim takes the word of Kommo for the account, and of nobody else', async ({ demo, visitor }) => {
  await visitor.get('/');
  await demo.sandbox.installWidget('harbor-shop', 31000001);
  const claim = async (token: string) => {
    const response = await fetch(`${demo.url}/widget-settings/claim`, {
      method: 'POST',
      headers: { cookie: visitor.cookie(), 'content-type': 'application/json', 'x-auth-token': token },
    });
    return [response.status, ((await response.json()) as { error?: string }).error];
  };
  const tokenOf = (claims: object) => demo.sandbox.oneTimeToken('harbor-shop', 31000001, claims);
  expect(await claim('')).toEqual([403, 'invalid_token']);
  expect(await claim(demo.sandbox.oneTimeToken('harbor-shop-amocrm', 31000001))).toEqual([
    403,
    'invalid_token',
  ]);
  expect(await claim(tokenOf({ is_admin: false }))).toEqual([403, 'not_an_administrator']);
  expect(await claim(demo.sandbox.oneTimeToken('harbor-shop', 31000002))).toEqual([404, 'not_installed']);
  expect(await visitor.connections()).toEqual([]);
  expect(await claim(tokenOf({}))).toEqual([200, undefined]);
  expect(await visitor.connections()).toHaveLength(1);
  // It is theirs now.
  const other = newVisitor(demo);
  await other.get('/');
  expect(await other.connections()).toEqual([]);
});
