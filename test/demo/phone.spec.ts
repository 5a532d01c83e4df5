import { expect, type Locator, type Page } from '@playwright/test';
import { canvasOf, openEvents, openStory, test } from './fixtures.js';

test.use({
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 3,
  hasTouch: true,
  isMobile: true,
  userAgent:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
});

/** The button of a story that is opened as on a phone: by the menu. */
async function openByMenu(page: Page, url: string, title: string): Promise<Locator> {
  await page.goto(url);
  await page.getByRole('button', { name: 'Stories' }).tap();
  await page.getByRole('link', { name: title, exact: true }).tap();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  const canvas = canvasOf(page);
  await expect(canvas.locator('html[data-ready]')).toBeAttached();
  return canvas.locator('crm-oauth-button');
}

/** Answers on the sandbox's page, which has taken the place of the whole studio, and comes back to the story. */
async function answer(
  page: Page,
  studio: { url: string },
  name: 'Allow' | 'Deny',
  id: string,
): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Harbor Shop');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await page.getByRole('button', { name }).tap();
  await page.waitForURL(`${studio.url}/#/${id}`);
}

/** The names in the event log, and the log itself. */
async function readEvents(page: Page): Promise<string[]> {
  const log = await openEvents(page);
  await expect(log.locator('.entry').nth(1)).toBeVisible();
  return log.locator('.entry .term').allTextContents();
}

test('on a phone: a tap leads to the CRM and back, connected', async ({ page, context, studio }) => {
  const button = await openByMenu(page, studio.url, 'On a phone');
  await button.getByRole('button').tap();
  await answer(page, studio, 'Allow', 'phone');
  await expect(button.getByRole('status')).toHaveText('Connected');
  expect(await readEvents(page)).toEqual(['crm-oauth-success', 'crm-oauth-statuschange']);
  await expect(page.getByRole('log')).toContainText('acme.kommo.com');
  expect(context.pages()).toEqual([page]);
  // The back end has the account, and nothing fires again.
  await page.reload();
  await expect(canvasOf(page).locator('html[data-ready]')).toBeAttached();
  await expect(button.and(canvasOf(page).locator(':state(idle)'))).toBeAttached();
  await page.goto(`${studio.url}/settings`);
  await expect(page.locator('crm-connections').getByText('acme.kommo.com')).toBeVisible();
});

test('on a phone: a denial comes back too, and the next tap begins anew', async ({ page, studio }) => {
  const button = await openByMenu(page, studio.url, 'On a phone');
  await button.getByRole('button').tap();
  await answer(page, studio, 'Deny', 'phone');
  await expect(button.getByRole('status')).toHaveText('Access was denied.');
  expect(await readEvents(page)).toContain('crm-oauth-error');
  await expect(page.getByRole('log')).toContainText('access_denied');
  await button.getByRole('button').tap();
  await answer(page, studio, 'Allow', 'phone');
  await expect(button.getByRole('status')).toHaveText('Connected');
});

test('on a phone: whoever goes back from the CRM finds the button at rest', async ({ page, studio }) => {
  const button = await openByMenu(page, studio.url, 'On a phone');
  await button.getByRole('button').tap();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Harbor Shop');
  await page.goBack();
  await expect(button.and(canvasOf(page).locator(':state(idle)'))).toBeAttached();
  await button.getByRole('button').tap();
  await answer(page, studio, 'Allow', 'phone');
  await expect(button.getByRole('status')).toHaveText('Connected');
});

test('inside an app: the link goes on in the same tab, and comes back connected', async ({
  page,
  context,
  studio,
}) => {
  const button = await openByMenu(page, studio.url, 'Inside an app');
  await button.getByRole('button').tap();
  const log = await openEvents(page);
  await expect(log).toContainText('popup_blocked');
  await button.getByRole('link', { name: 'Continue in this tab' }).tap();
  await answer(page, studio, 'Allow', 'in-app');
  await expect(button.getByRole('status')).toHaveText('Connected');
  expect(await readEvents(page)).toContain('crm-oauth-success');
  expect(context.pages()).toEqual([page]);
});

test('inside an app, with fallback="redirect": the tap itself leads to the CRM', async ({ page, studio }) => {
  await openStory(page, studio, 'in-app?fallback=redirect');
  const button = canvasOf(page).locator('crm-oauth-button');
  await button.getByRole('button').tap();
  await answer(page, studio, 'Allow', 'in-app?fallback=redirect');
  await expect(button.getByRole('status')).toHaveText('Connected');
});
