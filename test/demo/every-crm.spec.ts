import { expect } from '@playwright/test';
import { CATALOGUE } from '../../src/providers/catalogue.js';
import { CRM_SETTINGS } from '../../demo/stories/every-crm.js';
import { test } from './fixtures.js';

/** The id of the first account of the sandbox, for CRMs whose API does not tell its name. */
const ACCOUNTS: Readonly<Record<string, string>> = {
  hubspot: '24680135',
  bitrix24: 'a223c6b3710f85df22e9377d6c4f7553',
  dynamics: '3f1c8a52-6d0e-4b7f-9a21-5c4d3e2f1a0b',
  close: 'orga_5kQ2mVdXcR8tYwZb1NsLhA',
  zendesk: 'acme.zendesk.com',
  highlevel: 've9EPM428h8vShlRW1KT',
};

test('the story has every CRM whose redirect page reports', () => {
  const names = Object.entries(CATALOGUE)
    .filter(([name, { face }]) => face.reportsOnly && name !== 'oauth2')
    .map(([name]) => name);
  expect(Object.keys(CRM_SETTINGS).sort()).toEqual(names.sort());
});

test('each button connects its own CRM, and the server learns whose account it was', async ({
  page,
  context,
  studio,
}) => {
  await page.goto(`${studio.url}/canvas.html#/every-crm`);
  await expect(page.locator('html[data-ready]')).toBeAttached();
  for (const name of Object.keys(CRM_SETTINGS)) {
    const button = page.locator(`crm-oauth-button[provider=${name}]`);
    const opened = context.waitForEvent('page');
    await button.getByRole('button').click();
    const consent = await opened;
    await consent.getByRole('button', { name: 'Allow' }).click();
    const account = ACCOUNTS[name] ?? 'Acme Trading';
    await expect(button.getByRole('status'), name).toHaveText(`Connected as \u2068${account}\u2069`);
    await expect.poll(() => consent.isClosed()).toBe(true);
  }
  // The server has the last one’s tokens, and gives them back.
  await page.goto(`${studio.url}/connection`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Connected to Acme Trading');
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(page.getByText('New tokens received')).toBeVisible();
  await page.getByRole('button', { name: 'Disconnect' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nothing is connected');
});

test('a state of one CRM, or of another visitor, connects no other', async ({ studio, visitor, page }) => {
  const connect = (provider: string, state: string) =>
    page.request.post(`${studio.url}/connect/${provider}`, {
      data: { params: { code: 'planted', state } },
    });
  await page.goto(studio.url);
  const response = await page.request.get(`${studio.url}/login-state?provider=hubspot`);
  const { state } = (await response.json()) as { state: string };
  for (const [provider, given] of [
    ['pipedrive', state],
    ['hubspot', await visitor.state()],
    ['hubspot', 'made up'],
  ] as const) {
    const refused = await connect(provider, given);
    expect([refused.status(), await refused.json()]).toEqual([403, { error: 'state_mismatch' }]);
  }
  // Its own takes it, and the CRM knows no such code.
  expect(await (await connect('hubspot', state)).json()).toEqual({ error: 'invalid_grant' });
  expect((await connect('nobody', state)).status()).toBe(404);
});
