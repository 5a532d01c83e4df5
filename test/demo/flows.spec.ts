import { expect } from '@playwright/test';
import { canvasOf, decide, openConsent, openEvents, openStory, test } from './fixtures.js';

for (const story of [
  'element',
  'drop-in',
  'headless',
  'strict',
  'frameworks',
  'metadata',
  'compact',
  'amocrm',
]) {
  test(`${story}: allow takes the canvas to the connected account, and back`, async ({ page, studio }) => {
    await openStory(page, studio, story);
    const popup = await openConsent(page);
    await decide(popup, 'allow');
    const host = story === 'amocrm' ? 'acme.amocrm.ru' : 'acme.kommo.com';
    await expect(canvasOf(page).locator('crm-connections').getByText(host)).toBeVisible();
    await expect(page.getByText('The page went on to /settings')).toBeVisible();
    await page.getByRole('button', { name: 'Back to the story' }).click();
    await expect(canvasOf(page).locator('html[data-ready]')).toBeAttached();
    await expect(page.getByText('The page went on to')).toHaveCount(0);
  });

  test(`${story}: deny leaves the canvas where it is`, async ({ page, studio }) => {
    await openStory(page, studio, story);
    const popup = await openConsent(page);
    await decide(popup, 'deny');
    await expect(await openEvents(page)).toContainText('access_denied');
    await expect(page.getByText('The page went on to')).toHaveCount(0);
  });
}

for (const story of ['post-message', 'oauth2', 'detached']) {
  test(`${story}: the outcome reaches the page, which stays, and can do it again`, async ({
    page,
    studio,
  }) => {
    // The automated browser gives every window the focus; by it the button tells a closed window from one that cut its tie.
    await page.addInitScript(() => (Document.prototype.hasFocus = () => false));
    await openStory(page, studio, story);
    const stage = canvasOf(page).locator('#stage');
    for (let time = 0; time < 2; time++) {
      const popup = await openConsent(page);
      if (story === 'detached')
        await expect(stage.locator('crm-oauth-button:state(detached)')).toBeAttached();
      await decide(popup, 'allow');
      await expect(stage.locator('crm-oauth-button:state(authorized)')).toBeAttached();
    }
    const log = await openEvents(page);
    await expect(log.getByText('crm-oauth-success')).toHaveCount(2);
    if (story === 'oauth2') await expect(log).toContainText('codeVerifier');
    await expect(page.getByText('The page went on to')).toHaveCount(0);
  });
}

test('post_message: what goes wrong on the server reaches the page', async ({ page, context, demo }) => {
  await openStory(page, demo, 'post-message');
  const popup = await openConsent(page);
  // The answer then comes to somebody else's session.
  await context.clearCookies();
  await decide(popup, 'allow');
  await expect(await openEvents(page)).toContainText('state_mismatch');
});

test('denied: the callback gets the CRM’s object, and the log shows it', async ({ page, studio }) => {
  await openStory(page, studio, 'denied');
  const popup = await openConsent(page);
  await decide(popup, 'deny');
  await expect(canvasOf(page).locator('output')).toHaveText('onCrmError: access_denied for harbor-shop');
  const log = await openEvents(page);
  await expect(log).toContainText('onCrmError()');
  await expect(log.getByRole('article').filter({ hasText: studio.sandbox.url })).not.toHaveCount(0);
});

test('blocked: the link that is offered leads to the consent page', async ({ page, studio }) => {
  await openStory(page, studio, 'blocked');
  const stage = canvasOf(page).locator('#stage');
  await stage.getByRole('button').click();
  const link = stage.getByRole('link', { name: 'Continue in this tab' });
  await expect(link).toHaveAttribute('href', new RegExp(`^${studio.sandbox.url}/oauth/`));
  const log = await openEvents(page);
  await expect(log).toContainText('popup_blocked');
  await expect(log).toContainText('window.open');
});

test('status: connects, keeps it in the controls, and disconnects', async ({ page, studio }) => {
  await openStory(page, studio, 'status?answer=allow');
  const button = canvasOf(page).locator('crm-oauth-button');
  const isOn = page.getByRole('switch', { name: 'authorized', exact: true });
  await openConsent(page);
  await expect(button.getByRole('status')).toHaveText(/Connected as .?acme\.kommo\.com/);
  await expect(isOn).toBeChecked();
  await button.getByRole('button').click();
  await expect(isOn).not.toBeChecked();
  await expect(await openEvents(page)).toContainText('crm-oauth-disconnect');
});

test('RingCentral: the widget’s button runs the page’s, and both have one status', async ({
  page,
  studio,
}) => {
  await openStory(page, studio, 'ringcentral?answer=allow');
  const canvas = canvasOf(page);
  const widget = canvas.frameLocator('iframe[title=RingCentral]');
  const popup = page.waitForEvent('popup');
  await widget.getByRole('button', { name: 'Authorize' }).click();
  await popup;
  await expect(canvas.locator('crm-oauth-button:state(authorized)')).toBeAttached();
  await expect(widget.locator('#status')).toContainText('Connected');
});
