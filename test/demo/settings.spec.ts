import { expect, type Locator, type Page } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDemo } from '../../demo/server/demo-server.js';
import { decide, test } from './fixtures.js';

const cardOf = (page: Page, brand: string): Locator =>
  page
    .locator('crm-connections')
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: brand, exact: true }) });

async function openSettings(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/settings`);
  await expect(page.locator('crm-connections:state(ready)')).toBeAttached();
}

/** Connects an account of a CRM by its card. */
async function connect(page: Page, brand: string, account = 'Acme Trading'): Promise<void> {
  const opened = page.waitForEvent('popup');
  await cardOf(page, brand).locator('crm-oauth-button').getByRole('button').click();
  const popup = await opened;
  await popup.getByRole('radio', { name: account }).check();
  await decide(popup, 'allow');
}

test('two CRMs, a second account, and one less', async ({ page, studio }) => {
  await openSettings(page, studio.url);
  await expect(page.getByText('Nothing is connected yet.')).toBeVisible();
  await connect(page, 'Kommo');
  await expect(cardOf(page, 'Kommo').getByText('acme.kommo.com')).toBeVisible();
  await connect(page, 'Pipedrive');
  await expect(cardOf(page, 'Pipedrive').getByText('acme.pipedrive.com')).toBeVisible();
  await connect(page, 'Kommo', 'Globex');
  await expect(cardOf(page, 'Kommo').getByText(/^(acme|globex)\.kommo\.com$/)).toHaveCount(2);

  const chosen = page.getByRole('combobox', { name: 'Connection' });
  await expect(chosen.getByRole('option')).toHaveCount(3);
  await chosen.selectOption('Acme Trading (acme.pipedrive.com)');
  await expect(page.locator('#token')).toHaveText(/^.{4}…$/);

  await cardOf(page, 'Pipedrive').getByRole('button', { name: 'Disconnect' }).click();
  await cardOf(page, 'Pipedrive').getByRole('button', { name: 'Disconnect' }).last().click();
  await expect(cardOf(page, 'Pipedrive').getByText('acme.pipedrive.com')).toHaveCount(0);
  await expect(chosen.getByRole('option')).toHaveCount(2);
});

test('a refresh brings other tokens; of a blocked account it brings none, and the card reconnects', async ({
  page,
  demo,
}) => {
  await openSettings(page, demo.url);
  await connect(page, 'Kommo');
  const token = page.locator('#token');
  await expect(token).toHaveText(/^.{4}…$/);
  const before = await token.textContent();
  await page.getByRole('button', { name: 'Refresh now' }).click();
  await expect(page.getByText('New tokens received.')).toBeVisible();
  await expect(token).not.toHaveText(before!);

  const blocked = page.getByRole('checkbox', { name: 'The accounts are blocked' });
  await blocked.check();
  await expect(page.getByText('The accounts are blocked.', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Refresh now' }).click();
  await expect(page.getByText('The access has ended: the person has to connect again.')).toBeVisible();
  await expect(page.locator('#status')).toHaveText('reconnect');
  await expect(token).toHaveText('None any more');

  await page.reload();
  await expect(blocked).toBeChecked();
  await blocked.uncheck();
  await expect(page.getByText('The accounts are active.')).toBeVisible();
  await connect(page, 'Kommo');
  await expect(page.locator('#status')).toHaveText('connected');
  await expect(cardOf(page, 'Kommo').getByText('acme.kommo.com')).toHaveCount(1);
});

test('disconnected at the CRM: Kommo tells the shop, HubSpot nobody', async ({ page, demo }) => {
  await openSettings(page, demo.url);
  await connect(page, 'HubSpot');
  await expect(page.locator('#status')).toHaveText('connected');
  const disconnect = page.getByRole('button', { name: 'Disconnect at the CRM' });
  await disconnect.click();
  await expect(page.getByText('This CRM tells nobody: the next refresh finds out.')).toBeVisible();
  await page.getByRole('button', { name: 'Refresh now' }).click();
  await expect(page.locator('#status')).toHaveText('reconnect');

  await connect(page, 'Kommo');
  await page.getByRole('combobox', { name: 'Connection' }).selectOption('Acme Trading (acme.kommo.com)');
  await disconnect.click();
  await expect(page.getByText('The CRM has told the shop.')).toBeVisible();
  await expect(page.locator('#status')).toHaveText('disconnected');
});

test('each visitor has connections of their own', async ({ page, browser, studio }) => {
  await openSettings(page, studio.url);
  await connect(page, 'Close');
  await expect(cardOf(page, 'Close').getByRole('button', { name: 'Disconnect' })).toBeVisible();
  const context = await browser.newContext();
  const other = await context.newPage();
  await openSettings(other, studio.url);
  await expect(cardOf(other, 'Close').getByText('Not connected')).toBeVisible();
  await expect(other.getByText('Nothing is connected yet.')).toBeVisible();
  expect(await other.locator('.user').textContent()).not.toBe(await page.locator('.user').textContent());
  await context.close();
});

test('a restart keeps who the visitor is, and what they have connected', async ({ page }) => {
  const folder = await mkdtemp(join(tmpdir(), 'demo-'));
  const options = { database: join(folder, 'demo.sqlite'), sandbox: { port: 0 } };
  const first = await startDemo({ ...options, port: 0 });
  await openSettings(page, first.url);
  await connect(page, 'Kommo');
  await expect(cardOf(page, 'Kommo').getByText('acme.kommo.com')).toBeVisible();
  const user = await page.locator('.user').textContent();
  await first.close();

  const second = await startDemo({ ...options, port: Number(new URL(first.url).port) });
  await page.reload();
  await expect(cardOf(page, 'Kommo').getByText('acme.kommo.com')).toBeVisible();
  await expect(page.locator('.user')).toHaveText(user!);
  await second.close();
  await rm(folder, { recursive: true });
});
