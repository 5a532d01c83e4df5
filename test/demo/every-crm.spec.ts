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
  const posts: string[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'GET') posts.push(request.url());
  });
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
  // The server has their tokens, and no page has posted anything.
  const response = await page.request.get(`${studio.url}/crm/connections`);
  const connections = (await response.json()) as { client: string; status: string }[];
  expect(connections.map(({ client }) => client)).toEqual(Object.keys(CRM_SETTINGS));
  expect(connections.every(({ status }) => status === 'connected')).toBe(true);
  expect(posts).toEqual([]);
});

test('a state of one CRM, or of another visitor, connects no other', async ({ studio, visitor, page }) => {
  await page.goto(studio.url);
  const arrive = async (provider: string, state: string) => {
    const url = `${studio.url}/crm/callback/${provider}?code=planted&state=${state}`;
    const response = await page.request.get(url);
    return [response.status(), /data-error="([^"]*)"/.exec(await response.text())?.[1]];
  };
  const response = await page.request.get(`${studio.url}/crm/state?provider=hubspot`);
  const { state } = (await response.json()) as { state: string };
  for (const [provider, given] of [
    ['close', state],
    ['hubspot', await visitor.state('hubspot')],
    ['hubspot', 'made-up'],
  ] as const) {
    expect(await arrive(provider, given), provider).toEqual([403, 'state_mismatch']);
  }
  // Its own takes it, and the CRM knows no such code.
  expect(await arrive('hubspot', state)).toEqual([403, 'invalid_grant']);
});
