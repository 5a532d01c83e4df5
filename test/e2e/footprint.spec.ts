import type { Page } from '@playwright/test';
import { type Activity, countActivity } from '../../bench/count-activity.mjs';
import { footprint } from '../../bench/footprint.mjs';
import { expect, test } from './fixtures.js';

const SCRIPT = '<script src="/cdn/button.js"></script>';
const COUNT = 1000;

async function add(page: Page): Promise<void> {
  await page.evaluate((count) => {
    const main = document.body.appendChild(document.createElement('main'));
    for (let i = 0; i < count; i += 1) {
      const button = document.createElement('crm-oauth-button');
      button.setAttribute('client-id', 'shop');
      if (i % 2) button.setAttribute('locale', 'auto');
      main.append(button);
    }
  }, COUNT);
}

async function addAndRemove(page: Page): Promise<void> {
  await add(page);
  await page.evaluate(() => document.querySelector('main')!.remove());
}

test('many buttons start no timer, and share one message listener and one observer at most', async ({
  visit,
  page,
}) => {
  await page.addInitScript(countActivity);
  await visit(`<crm-oauth-button locale="auto"></crm-oauth-button>${SCRIPT}`);
  await add(page);
  await page.waitForTimeout(500);
  await expect(page.locator('crm-oauth-button').last()).toBeVisible();
  const activity = await page.evaluate(() => (window as unknown as { activity: Activity }).activity);
  expect(activity.timers).toBe(0);
  expect(activity.messageListeners).toBeLessThanOrEqual(1);
  expect(activity.observers).toBeLessThanOrEqual(1);
  await page.evaluate(() => (document.documentElement.lang = 'es'));
  await expect(page.locator('crm-oauth-button').first()).toContainText('Continuar con Kommo');
  await expect(page.locator('crm-oauth-button').last()).toContainText('Continuar con Kommo');
});

test('buttons that are removed leave no node and no listener behind', async ({ visit, page }) => {
  await visit(SCRIPT);
  await addAndRemove(page);
  const { nodes, listeners } = await footprint(page);
  await addAndRemove(page);
  expect(await footprint(page)).toMatchObject({ nodes, listeners });
});

test('an attempt that is over leaves no listener behind', async ({ visit, page, openConsent }) => {
  await visit(`${SCRIPT}<crm-oauth-button client-id="shop" server="SANDBOX"></crm-oauth-button>`);
  const attempt = async (): Promise<void> => {
    const consent = await openConsent();
    await consent.close();
    await expect(page.locator('crm-oauth-button')).toHaveJSProperty('status', 'idle');
  };
  await attempt();
  const { listeners } = await footprint(page);
  await attempt();
  expect((await footprint(page)).listeners).toBe(listeners);
});
