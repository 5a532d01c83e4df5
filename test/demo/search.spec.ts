import { expect, type Page } from '@playwright/test';
import { findStories } from '../../demo/shared/search.js';
import { stories } from '../../demo/stories/stories.js';
import { openStory, test } from './fixtures.js';

const idsFor = (query: string) => findStories(query).map(({ id }) => id);

test('a search finds stories by title, description, attribute in either spelling, element and CRM', () => {
  expect(idsFor('')).toEqual(stories.map(({ id }) => id));
  expect(idsFor('  STRICT csp ')).toEqual(['strict']);
  expect(idsFor('ellipsis')).toEqual(['sizes']);
  expect(idsFor('error-callback')).toEqual(['denied']);
  expect(idsFor('data-error-callback')).toEqual(['denied']);
  expect(idsFor('data-secrets_uri')).toEqual(['metadata']);
  expect(idsFor('crm-connections')).toEqual(['settings-page']);
  expect(idsFor('pipedrive')).toEqual(['every-crm']);
  expect(idsFor('dynamics 365')).toEqual(['every-crm']);
  expect(idsFor('redirect whole page phone')).toEqual(['phone']);
  expect(idsFor('nonsense')).toEqual([]);
});

test('stories with the words in the title come first', () => {
  expect(idsFor('theme')[0]).toBe('themes');
  expect(idsFor('theme').length).toBeGreaterThan(5);
  expect(idsFor('reconnect')[0]).toBe('reconnect');
});

const fieldOf = (page: Page) => page.getByRole('searchbox', { name: 'Search the stories' });
const statusOf = (page: Page) => page.getByRole('search').getByRole('status');
const linksOf = (page: Page) => page.getByRole('navigation', { name: 'Stories' }).getByRole('link');

test('Ctrl K leads to the search, which says politely how much it finds, and lasts from story to story', async ({
  page,
  studio,
}) => {
  await openStory(page, studio, 'element');
  const all = await linksOf(page).count();
  expect(all).toBe(stories.length);
  await expect(statusOf(page)).toBeEmpty();
  await page.getByRole('radio', { name: 'Dark', exact: true }).focus();
  await page.keyboard.press('Control+k');
  await expect(fieldOf(page)).toBeFocused();
  await page.keyboard.type('amo');
  await expect(statusOf(page)).toHaveText(/^\d+ stor(y|ies)$/);
  await expect(linksOf(page).first()).toHaveText('amoCRM');
  await page.keyboard.press('Enter');
  await expect(page).toHaveTitle('amoCRM · crm-oauth-button');
  await expect(fieldOf(page)).toHaveValue('amo');
  await page.keyboard.type('!');
  await expect(fieldOf(page)).toHaveValue('amo!');
  await expect(statusOf(page)).toHaveText('No story has “amo!”.');
  await expect(linksOf(page)).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(fieldOf(page)).toBeFocused();
  await expect(fieldOf(page)).toHaveValue('');
  await expect(linksOf(page)).toHaveCount(all);
  await expect(statusOf(page)).toBeEmpty();
  // From a field too, and a letter alone is a letter.
  const title = page.getByRole('textbox', { name: 'title', exact: true });
  await title.focus();
  await page.keyboard.press('k');
  await expect(title).toHaveValue('k');
  await page.keyboard.press('Control+k');
  await expect(fieldOf(page)).toBeFocused();
});

test('arrow keys, Home and End go through what is found, and Escape starts over', async ({
  page,
  studio,
}) => {
  await openStory(page, studio, 'element');
  await fieldOf(page).fill('page');
  const links = linksOf(page);
  const last = (await links.count()) - 1;
  expect(last).toBeGreaterThan(1);
  for (const [key, index] of [
    ['ArrowDown', 0],
    ['ArrowDown', 1],
    ['End', last],
    ['Home', 0],
  ] as const) {
    await page.keyboard.press(key);
    await expect(links.nth(index)).toBeFocused();
  }
  await page.keyboard.press('ArrowUp');
  await expect(fieldOf(page)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(links.nth(last)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(fieldOf(page)).toBeFocused();
  // There it moves the caret.
  await page.keyboard.press('Home');
  await expect(fieldOf(page)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
  await expect(fieldOf(page)).toBeFocused();
  await expect(fieldOf(page)).toHaveValue('');
});

test('320 px: the search is in the menu, and a story that it finds closes that', async ({ page, studio }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await openStory(page, studio, 'element');
  await expect(fieldOf(page)).toBeHidden();
  await page.keyboard.press('Control+k');
  await expect(fieldOf(page)).toBeFocused();
  await page.keyboard.type('reconnect');
  await expect(statusOf(page)).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Reconnect');
  await expect(fieldOf(page)).toBeHidden();
  await expect(page.getByRole('main')).toBeFocused();
  await page.getByRole('button', { name: 'Stories' }).click();
  await expect(fieldOf(page)).toHaveValue('reconnect');
});

test('the title names the story, and the history has each of them', async ({ page, studio }) => {
  await page.goto(`${studio.url}/#/reconnect`);
  await expect(page).toHaveTitle('Reconnect · crm-oauth-button');
  await page.getByRole('link', { name: 'Compact', exact: true }).click();
  await expect(page).toHaveTitle('Compact · crm-oauth-button');
  // A control changes the entry, and adds none.
  await page.getByRole('textbox', { name: 'title', exact: true }).fill('Hello');
  await page.getByRole('link', { name: 'Denied', exact: true }).click();
  await expect(page).toHaveTitle('Denied · crm-oauth-button');
  await page.goBack();
  await expect(page).toHaveTitle('Compact · crm-oauth-button');
  await expect(page.getByRole('textbox', { name: 'title', exact: true })).toHaveValue('Hello');
  await page.goBack();
  await expect(page).toHaveTitle('Reconnect · crm-oauth-button');
  await expect(
    page.frameLocator('iframe[title=Canvas]').locator('html[data-story=reconnect]'),
  ).toBeAttached();
  await page.goForward();
  await expect(page).toHaveTitle('Compact · crm-oauth-button');
});
