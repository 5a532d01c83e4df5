import { expect } from '@playwright/test';
import { canvasOf, decide, openStory, test } from './fixtures.js';

for (const [list, state] of [
  ['filled', 'ready'],
  ['empty', 'empty'],
  ['loading', 'loading'],
  ['error', 'error'],
  ['offline', 'offline'],
  ['signed-out', 'signed-out'],
] as const) {
  test(`the made-up server answers “${list}”, and no request reaches the demo’s own`, async ({
    page,
    studio,
  }) => {
    const paths: string[] = [];
    page.on('request', (request) => paths.push(new URL(request.url()).pathname));
    await openStory(page, studio, 'settings-page');
    await page.getByRole('combobox', { name: 'list' }).selectOption(list);
    await expect(canvasOf(page).locator(`crm-connections:state(${state})`)).toBeAttached();
    expect(paths.filter((path) => path.startsWith('/crm/'))).toEqual([]);
  });
}

test('its controls are the element’s, and snippets follow them', async ({ page, studio }) => {
  await openStory(page, studio, 'settings-page?locale=es&list=empty');
  const canvas = canvasOf(page);
  await expect(canvas.locator('crm-connections:state(empty)')).toBeAttached();
  const snippet = page.getByRole('region', { name: 'Snippet' });
  await page.getByRole('tab', { name: 'HTML' }).click();
  await expect(snippet).toContainText('src="/crm/connections"');
  await expect(snippet).not.toContainText('list="');
  await page.getByRole('combobox', { name: 'list' }).selectOption('filled');
  await page.getByRole('textbox', { name: 'providers' }).fill('hubspot kommo');
  await expect(canvas.getByRole('heading', { level: 3 })).toHaveText(['HubSpot', 'Kommo']);
  await expect(canvas.getByRole('button', { name: 'Desconectar' }).first()).toBeVisible();
  await expect(snippet).toContainText('providers="hubspot kommo"');
  await expect(snippet).toContainText('locale="es"');
  await page.getByRole('tab', { name: 'Docs' }).click();
  await expect(page.getByText('--crm-connections-radius')).toBeVisible();
});

test('a consent adds an account to the made-up list, or renews one', async ({ page, studio }) => {
  await openStory(page, studio, 'settings-page');
  const canvas = canvasOf(page);
  for (const [brand, text] of [
    ['monday.com', 'acme.monday.example'],
    ['HubSpot', 'app.hubspot.com'],
  ] as const) {
    const card = canvas.getByRole('listitem').filter({ has: page.getByRole('heading', { name: brand }) });
    const opened = page.waitForEvent('popup');
    await card.locator('crm-oauth-button').getByRole('button').click();
    await decide(await opened, 'allow');
    await expect(card.getByText(text)).toBeVisible();
    await expect(card.getByText(/Connected since/)).toBeVisible();
  }
});
