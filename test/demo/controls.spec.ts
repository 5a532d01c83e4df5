import { expect } from '@playwright/test';
import { LANGUAGES } from '../../demo/shared/languages.js';
import { canvasOf, openStory, test } from './fixtures.js';

const SECRET = 'q9ZxT3mB7vKfLr2NsWc8HdYj4PgUa6EoXi1VtQb5RyMk0JzCnGpSw3DhFe7LuA2o';

test('a secret in a control is told, and leaves it for neither snippet nor canvas nor address', async ({
  page,
  studio,
}) => {
  await openStory(page, studio, 'element');
  const field = page.getByRole('textbox', { name: 'client-id' });
  const copy = page.getByRole('button', { name: 'Copy', exact: true });
  const snippet = page.getByRole('region', { name: 'Snippet' });
  await expect(copy).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await field.fill(SECRET);
  await expect(page.getByRole('alert')).toContainText('A client secret never goes into a page');
  await expect(field).toHaveAccessibleDescription(/A client secret never goes into a page/);
  await expect(field).toHaveValue(SECRET);
  for (const name of ['HTML', 'React', 'PHP']) {
    await page.getByRole('tab', { name, exact: true }).click();
    await expect(copy).toHaveCount(0);
    await expect(snippet).toHaveCount(0);
    await expect(page.getByText('client-id looks like a secret.')).toBeVisible();
  }
  await expect(canvasOf(page).locator('crm-oauth-button')).toHaveAttribute('client-id', 'harbor-shop');
  expect(page.url()).not.toContain(SECRET);
  await expect(page.getByRole('link', { name: 'Open in a tab' })).not.toHaveAttribute(
    'href',
    new RegExp(SECRET),
  );
  // Another control changes the address, and leaves the secret where it is.
  await page.getByRole('switch', { name: 'compact' }).check();
  expect(page.url()).toContain('compact=true');
  expect(page.url()).not.toContain(SECRET);
  await expect(field).toHaveValue(SECRET);
  await page.getByRole('button', { name: 'Reset client-id' }).click();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(copy).toBeVisible();
});

test('a secret in an address is taken out of it, and told', async ({ page, studio }) => {
  await openStory(page, studio, `element?title=${SECRET}`);
  await expect(page.getByRole('alert')).toContainText('A client secret never goes into a page');
  await expect.poll(() => page.url()).not.toContain(SECRET);
  await expect(canvasOf(page).locator('crm-oauth-button').getByRole('button')).not.toContainText(SECRET);
});

test('`locale` is a list of the package’s languages, and one of them comes to the button', async ({
  page,
  studio,
}) => {
  await openStory(page, studio, 'element');
  const list = page.getByRole('combobox', { name: 'locale' });
  const names = (await list.getByRole('option').allTextContents()).map((text) => text.trim());
  expect(names.slice(0, 3)).toEqual(['not set', 'auto', 'English (en)']);
  expect(names).toHaveLength(LANGUAGES.length + 2);
  await list.selectOption('Deutsch (de)');
  const button = canvasOf(page).locator('crm-oauth-button').getByRole('button');
  await expect(button).toHaveText('Weiter mit Kommo');
  await expect(page.getByRole('region', { name: 'Snippet' })).toContainText('/cdn/locales-');
  await openStory(page, studio, 'settings-page?locale=de');
  await page.reload();
  for (const text of ['Verbunden seit', 'Weiter mit Pipedrive'])
    await expect(canvasOf(page).locator('crm-connections')).toContainText(text);
  // A language tag that is none of them is shown as it is.
  await openStory(page, studio, 'element?locale=pt-BR');
  await page.reload();
  await expect(list).toHaveValue('pt-BR');
});
