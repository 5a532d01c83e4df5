import { expect, type Page } from '@playwright/test';
import { otherOriginOf } from '../../demo/shared/place.js';
import { canvasOf, decide, openEvents, openStory, test } from './fixtures.js';

/** Presses the story's button, with which the whole studio gives way to the consent page, and answers there. */
async function goAndAnswer(page: Page, answer: 'allow' | 'deny'): Promise<void> {
  const studio = page.url();
  await canvasOf(page).locator('#stage').getByRole('button').click();
  await page.locator(`button[value=${answer}]`).click();
  await page.waitForURL(studio);
}

const buttonIn = (page: Page, status: string) => canvasOf(page).locator(`crm-oauth-button:state(${status})`);

for (const story of ['phone', 'serverless']) {
  test(`${story}: the studio comes back as it was, and the event is in its log`, async ({ page, studio }) => {
    await openStory(page, studio, `${story}?title=Hello&background=dark`);
    for (const [answer, status, event] of [
      ['deny', 'denied', 'crm-oauth-error'],
      ['allow', 'authorized', 'crm-oauth-success'],
      ['allow', 'authorized', 'crm-oauth-success'],
    ] as const) {
      await goAndAnswer(page, answer);
      await expect(buttonIn(page, status)).toHaveText(/Hello/);
      await expect((await openEvents(page)).getByText(event)).toHaveCount(1);
    }
  });
}

test('serverless: the listener gets a code, and nobody else does', async ({ page, studio }) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await openStory(page, studio, 'serverless');
  await goAndAnswer(page, 'allow');
  await expect(canvasOf(page).locator('output')).toHaveText(
    /^The page has got the code .{4}… of acme\.kommo\.com$/,
  );
  const paths = requests.filter((url) => url.startsWith(studio.url)).map((url) => new URL(url).pathname);
  expect(paths).not.toContain('/crm/state');
  expect(requests.filter((url) => url.includes('code=')).map((url) => new URL(url).pathname)).toEqual([
    '/redirect.html',
  ]);
});

test('phone: what goes wrong on the server comes back as well', async ({ page, context, demo }) => {
  await openStory(page, demo, 'phone');
  // The answer then comes to somebody else's session.
  await context.clearCookies();
  await goAndAnswer(page, 'allow');
  await expect(await openEvents(page)).toContainText('state_mismatch');
  await expect(buttonIn(page, 'error')).toBeAttached();
});

test('phone, by itself in a tab: it goes and comes back', async ({ page, studio }) => {
  await openStory(page, studio, 'phone');
  const opened = page.waitForEvent('popup');
  await page.getByRole('link', { name: 'Open in a tab' }).click();
  const tab = await opened;
  await tab.locator('html[data-ready]').waitFor();
  const alone = tab.url();
  for (const [answer, status] of [
    ['deny', 'denied'],
    ['allow', 'authorized'],
  ] as const) {
    await tab.locator('#stage').getByRole('button').click();
    await tab.locator(`button[value=${answer}]`).click();
    await tab.waitForURL(alone);
    await expect(tab.locator(`crm-oauth-button:state(${status})`)).toBeAttached();
  }
});

test('in-app: no window opens, and the link in the same tab comes back', async ({
  page,
  context,
  studio,
}) => {
  await page.goto(`${studio.url}/webview.html?in-app#/in-app`);
  await page.locator('html[data-ready]').waitFor();
  await page.locator('#stage').getByRole('button').click();
  await expect(page.getByRole('status')).toContainText('Your browser blocked the window.');
  await page.getByRole('link', { name: 'Continue in this tab' }).click();
  await page.locator('button[value=allow]').click();
  await expect(page.locator('crm-oauth-button:state(authorized)')).toBeAttached();
  expect(page.url()).toBe(`${studio.url}/webview.html?in-app#/in-app`);
  expect(context.pages()).toEqual([page]);
});

test('detached: a denial reaches the page too', async ({ page, studio }) => {
  await page.addInitScript(() => (Document.prototype.hasFocus = () => false));
  await openStory(page, studio, 'detached');
  const opened = page.waitForEvent('popup');
  await canvasOf(page).locator('#stage').getByRole('button').click();
  const popup = await opened;
  await expect(buttonIn(page, 'detached')).toBeAttached();
  await decide(popup, 'deny');
  await expect(buttonIn(page, 'denied')).toBeAttached();
});

test('in-frame: a window works, and its outcome is in the log', async ({ page, studio }) => {
  await openStory(page, studio, 'in-frame');
  const frame = canvasOf(page).frameLocator('iframe');
  const opened = page.waitForEvent('popup');
  await frame.getByRole('button').click();
  await decide(await opened, 'allow');
  await expect(frame.locator('crm-oauth-button:state(authorized)')).toBeAttached();
  expect(page.frames().map((each) => new URL(each.url()).origin)).toEqual([
    studio.url,
    studio.url,
    otherOriginOf(studio.url),
  ]);
  const log = await openEvents(page);
  await expect(log.getByText('crm-oauth-success')).toHaveCount(1);
  await expect(log).toContainText('codeVerifier');
});

test('in-frame: a redirect is refused, and the link opens a window', async ({ page, studio }) => {
  await openStory(page, studio, 'in-frame');
  await canvasOf(page).getByRole('button', { name: 'The whole page' }).click();
  await expect(
    page.getByRole('radiogroup', { name: 'mode' }).getByRole('radio', { name: 'redirect' }),
  ).toBeChecked();
  const frame = canvasOf(page).frameLocator('iframe');
  await expect(frame.locator('crm-oauth-button')).toHaveAttribute('mode', 'redirect');
  await frame.getByRole('button').click();
  await expect(await openEvents(page)).toContainText('popup_blocked');
  const opened = page.context().waitForEvent('page');
  await frame.getByRole('link', { name: 'Open in a new tab' }).click();
  await expect((await opened).getByRole('heading', { level: 1 })).toContainText('RingCentral');
  expect(new URL(page.url()).hash).toBe('#/in-frame?mode=redirect');
});

test('in-frame: the log takes no message from a frame of yet another origin', async ({ page, studio }) => {
  await openStory(page, studio, 'ringcentral');
  const { canvas, studioUrl } = { canvas: page.frames()[1]!, studioUrl: studio.url };
  await expect.poll(() => canvas.childFrames().length).toBe(1);
  await canvas.childFrames()[0]!.evaluate((origin) => {
    const entry = { time: Date.now(), kind: 'event', name: 'forged', payload: {} };
    top?.postMessage({ type: 'studio-log', entry }, origin);
  }, studioUrl);
  await canvas.evaluate(() => {
    const entry = { time: Date.now(), kind: 'event', name: 'own', payload: {} };
    top?.postMessage({ type: 'studio-log', entry }, location.origin);
  });
  const log = await openEvents(page);
  await expect(log).toContainText('own');
  await expect(log).not.toContainText('forged');
});
