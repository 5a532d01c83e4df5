import { expect } from '@playwright/test';
import { openConsent, test } from './fixtures.js';

for (const story of ['drop-in', 'element', 'headless', 'metadata', 'compact', 'amocrm']) {
  test(`${story}: allow takes the page to the connected account`, async ({ page, demo }) => {
    await page.goto(demo.url);
    const popup = await openConsent(page, story);
    await popup.locator('button[value=allow]').click();
    await page.waitForURL(`${demo.url}/connection`);
    const host = story === 'amocrm' ? 'acme.amocrm.ru' : 'acme.kommo.com';
    await expect(page.getByRole('heading')).toHaveText(`Connected to Acme Trading (${host})`);
  });

  test(`${story}: deny leaves the page where it is`, async ({ page, demo }) => {
    await page.goto(demo.url);
    const popup = await openConsent(page, story);
    const closed = popup.waitForEvent('close');
    await popup.locator('button[value=deny]').click();
    await closed;
    if (story === 'headless')
      await expect(page.locator('#outcome')).toHaveText('Not connected: access_denied');
    else await expect(page.getByRole('log')).toContainText('access_denied');
    expect(page.url()).toBe(`${demo.url}/`);
  });
}

test('refresh and disconnect', async ({ page, demo }) => {
  demo.sandbox.behave({ answer: 'allow' });
  await page.goto(demo.url);
  await openConsent(page, 'element');
  await page.waitForURL(`${demo.url}/connection`);
  await page.getByRole('button', { name: 'Refresh the tokens' }).click();
  await expect(page.getByText('New tokens received')).toBeVisible();
  await page.getByRole('button', { name: 'Disconnect' }).click();
  await expect(page.getByRole('heading')).toHaveText('Nothing is connected');
});

test('post_message: the page stays, and can do it again', async ({ page, demo }) => {
  await page.goto(demo.url);
  const outcome = page.locator('#stayed');
  for (let time = 0; time < 2; time++) {
    const answered = page.waitForResponse('**/login-state');
    const popup = await openConsent(page, 'post-message');
    const closed = popup.waitForEvent('close');
    await popup.locator('button[value=allow]').click();
    await closed;
    await expect(outcome).toHaveText('Connected, and still here');
    await (await answered).finished();
  }
  const popup = await openConsent(page, 'post-message');
  await popup.locator('button[value=deny]').click();
  await expect(outcome).toHaveText('Not connected: access_denied');
  await page.goto(`${demo.url}/connection`);
  await expect(page.getByRole('heading')).toContainText('Connected to Acme Trading');
});

test('post_message: what goes wrong on the server reaches the page', async ({ page, demo, clock }) => {
  await page.goto(demo.url);
  clock.now += 10 * 60_000;
  const popup = await openConsent(page, 'post-message');
  await popup.locator('button[value=allow]').click();
  await expect(page.locator('#stayed')).toHaveText('Not connected: state_expired');
});

test('refused: the callback gets the CRM’s object, and the log shows it', async ({ page, demo }) => {
  await page.goto(demo.url);
  const popup = await openConsent(page, 'denied');
  await popup.locator('button[value=deny]').click();
  await expect(page.locator('#refused')).toHaveText('onCrmError: access_denied for harbor-shop');
  const log = page.getByRole('log');
  await expect(log.getByRole('article')).toHaveCount(5);
  await expect(log).toContainText('onCrmError()');
});

test('the log starts empty, shortens secrets, outlives the page and can be cleared', async ({
  page,
  demo,
}) => {
  demo.sandbox.behave({ answer: 'allow' });
  await page.goto(demo.url);
  const log = page.getByRole('log');
  const clear = page.getByRole('button', { name: 'Clear the events' });
  await expect(page.getByText('Press any button.')).toBeVisible();
  await expect(clear).toBeDisabled();
  const state = (await page.locator('#element crm-oauth-button').getAttribute('data-state')) ?? '';
  await openConsent(page, 'element');
  await page.waitForURL(`${demo.url}/connection`);

  await page.goto(demo.url);
  await expect(log).toContainText('crm-oauth-success');
  await expect(log).toContainText(`${state.slice(0, 4)}…`);
  await expect(log).not.toContainText(state);
  await expect(log.getByRole('definition').filter({ hasText: /[\w-]{43}/ })).toHaveCount(0);
  await clear.click();
  await expect(page.getByText('Press any button.')).toBeVisible();
  await page.reload();
  await expect(log.getByRole('article')).toHaveCount(0);
});

test('the visitor chooses how the consent page answers', async ({ page, demo }) => {
  await page.goto(demo.url);
  const choice = page.getByRole('group', { name: 'The consent page should' });
  await expect(choice.getByRole('radio', { name: 'ask me' })).toBeChecked();
  const changed = page.waitForResponse('**/sandbox/behaviour');
  await choice.getByRole('radio', { name: 'deny' }).check();
  await (await changed).finished();
  await openConsent(page, 'element');
  await expect(page.getByRole('log')).toContainText('access_denied');
});

test('a snippet is what the preview holds, and can be copied', async ({ page, demo, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(demo.url);
  const copy = page.locator('#drop-in').getByRole('button', { name: /HTML: Drop-in tag/ });
  await copy.click();
  await expect(copy).toContainText('Copied');
  const text = await page.evaluate(() => navigator.clipboard.readText());
  const tag = await page.locator('#drop-in script.kommo_oauth').evaluate((script) => script.outerHTML);
  const plain = (source: string) =>
    source
      .replace(/data-state="[^"]*"/, '')
      .replace(/\s+/g, ' ')
      .replace(' >', '>');
  expect(plain(text)).toBe(plain(tag));
});

test('the policy is strict, and nothing breaks it', async ({ page, demo }) => {
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  demo.sandbox.behave({ answer: 'allow' });
  const policy = (await page.goto(demo.url))?.headers()['content-security-policy'];
  expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
  expect(policy).not.toContain('unsafe');
  const buttons = page.locator('crm-oauth-button');
  for (const button of await buttons.all()) await expect(button.getByRole('button')).toBeVisible();
  await openConsent(page, 'post-message');
  await expect(page.locator('#stayed')).toHaveText('Connected, and still here');
  expect(complaints).toEqual([]);
});
