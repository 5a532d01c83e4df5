import type { Page } from '@playwright/test';
import { infoOf, readBlocks } from '../helpers/documents.js';
import { allow, answerInPlace, CODE, deny, expect, htmlPage, test } from './fixtures.js';

const DOCUMENT = 'docs/redirect-page.md';
const CALLBACK = 'https://shop.example/callback';
const LATE = 'https://shop.example/late';
const SETTINGS = 'https://shop.example/settings';
const OUTCOMES = [
  ['allow', CODE],
  ['deny', 'access_denied'],
] as const;
const answer = { allow, deny };

/** The names of what the page's origin keeps, without the states. */
const kept = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [localStorage, sessionStorage].flatMap((storage) =>
      Object.keys(storage).map((key) => key.replace(/[\da-f]{32}$/, '')),
    ),
  );

async function openConsent(page: Page): Promise<Page> {
  const opened = page.context().waitForEvent('page');
  await page.getByRole('button').click();
  const popup = await opened;
  await popup.waitForLoadState();
  return popup;
}

/** Goes to the consent page with the whole page. */
async function leave(page: Page, returnTo = ''): Promise<void> {
  await page.locator('crm-oauth-button').evaluate((button, url) => {
    button.setAttribute('mode', 'redirect');
    button.setAttribute('return-to', url);
  }, returnTo);
  await page.getByRole('button').click();
}

test('every block of code is a page of a section that is tested here', () => {
  const blocks = readBlocks(DOCUMENT);
  expect(blocks.filter(({ info }) => !info.startsWith('page=https://'))).toEqual([]);
  expect([...new Set(blocks.map(({ section }) => section))]).toEqual([
    '',
    'One listener',
    'On another origin',
  ]);
});

for (const [decision, shown] of OUTCOMES) {
  test.describe(decision, () => {
    test.beforeEach(async ({ follow, page }) => {
      await follow(DOCUMENT, 'One listener');
      await page.goto(SETTINGS);
    });

    test('in a window', async ({ page }) => {
      const popup = await openConsent(page);
      expect(await kept(page)).toEqual(['crm-oauth:']);
      await answer[decision](popup);
      await expect(page.locator('output')).toHaveText(shown);
      expect(await kept(page)).toEqual([]);
    });

    test('in a tab', async ({ page, context }) => {
      await page.evaluate(() => Object.assign(window, { open: () => null }));
      await page.locator('crm-oauth-button').evaluate((button) => button.removeAttribute('fallback'));
      await page.getByRole('button').click();
      expect(await kept(page)).toEqual(['crm-oauth-kept:', 'crm-oauth-kept:']);
      const link = await page.getByRole('link').getAttribute('href');
      const tab = await context.newPage();
      await tab.goto(link!);
      await answerInPlace(tab, decision);
      await expect(tab.locator('output')).toHaveText(shown);
      expect(tab.url()).toBe(SETTINGS);
    });

    test('after a redirect', async ({ page }) => {
      await leave(page);
      await answerInPlace(page, decision);
      await expect(page.locator('output')).toHaveText(shown);
      expect(page.url()).toBe(SETTINGS);
      expect(await kept(page)).toEqual([]);
    });

    for (const [where, moved, page] of [
      ['the page to come back to', {}, LATE],
      ['the redirect page itself', { [LATE]: CALLBACK }, CALLBACK],
    ] as const) {
      test(`with completeAuthorization() on ${where}`, async ({ page: tab, follow }) => {
        await follow(DOCUMENT, 'One listener', moved);
        const said: string[] = [];
        tab.on('console', (message) => said.push(message.text()));
        await leave(tab, '/late');
        await answerInPlace(tab, decision);
        await expect(tab).toHaveURL(page);
        const response = new RegExp(`^[\\w-]{20,} ${LATE} undefined$`);
        await expect
          .poll(() => said)
          .toEqual([decision === 'allow' ? expect.stringMatching(response) : 'access_denied']);
        await tab.reload();
        await tab.waitForLoadState('networkidle');
        expect(said).toHaveLength(1);
      });
    }
  });
}

test('only a URL of this origin can be the one to come back to', async ({ page, follow }) => {
  await follow(DOCUMENT, 'One listener');
  await page.goto(SETTINGS);
  for (const url of ['https://evil.example/', '//evil.example/', 'javascript:alert(1)']) {
    await page.locator('output').evaluate((output) => (output.textContent = ''));
    await leave(page, url);
    await expect(page.locator('output')).toHaveText('invalid_configuration');
    expect(page.url()).toBe(SETTINGS);
  }
});

test('a response that nobody has asked for is none', async ({ page, follow }) => {
  await follow(DOCUMENT, 'One listener');
  const url = `${CALLBACK}?code=planted&state=${'0'.repeat(32)}`;
  await page.goto(url);
  await page.waitForLoadState('networkidle');
  expect(page.url()).toBe(url);

  await follow(DOCUMENT, 'One listener', { [LATE]: CALLBACK });
  const said = page.waitForEvent('console');
  await page.goto(url);
  expect((await said).text()).toBe('state_mismatch');
  expect(page.url()).toBe(CALLBACK);
});

test('in a severed window', async ({ page, follow, sandbox }) => {
  sandbox.behave({ coop: 'same-origin' });
  await follow(DOCUMENT, 'One listener');
  await page.goto(SETTINGS);
  // Automated browsers always report the focus; in another window, the visitor has taken it along.
  await page.evaluate(() => Object.assign(Document.prototype, { hasFocus: () => false }));
  await allow(await openConsent(page));
  await expect(page.locator('output')).toHaveText(CODE);
});

test('the module does what the script does', async ({ page, follow }) => {
  await follow(DOCUMENT, 'One listener', { 'https://shop.example/module': CALLBACK });
  await page.goto(SETTINGS);
  await allow(await openConsent(page));
  await expect(page.locator('output')).toHaveText(CODE);
  await leave(page);
  await answerInPlace(page, 'allow');
  await expect(page.locator('output')).toHaveText(CODE);
  expect(page.url()).toBe(SETTINGS);
});

for (const fallback of ['link', 'redirect']) {
  test(`in popup mode, the page goes on to the redirect page: ${fallback}`, async ({
    page,
    follow,
    serve,
  }) => {
    await follow(DOCUMENT, 'One listener');
    const { code } = readBlocks(DOCUMENT).find((block) => infoOf(block, 'page') === SETTINGS)!;
    const popupMode = code.replace(/mode=.*?redirect"/, `fallback="${fallback}"`);
    expect(popupMode).not.toBe(code);
    serve(SETTINGS, () => htmlPage(popupMode));
    await page.addInitScript(() => Object.assign(window, { open: () => null }));
    await page.goto(SETTINGS);
    const visits: string[] = [];
    page.on('framenavigated', (frame) => visits.push(new URL(frame.url()).pathname));
    await page.getByRole('button').click();
    if (fallback === 'link') await page.getByRole('link').click();
    await answerInPlace(page, 'allow');
    await expect(page).toHaveURL(/\/callback\?code=/);
    // It stays there: once, these two pages sent each other the visitor without end.
    await page.waitForTimeout(500);
    expect(visits.filter((path) => path === '/settings')).toHaveLength(1);
    await expect(page).toHaveURL(/\/callback\?code=/);
  });
}

test('on another origin, the redirect page reports to the one that it names', async ({ page, follow }) => {
  await follow(DOCUMENT, 'On another origin');
  await page.goto('https://shop.example/elsewhere');
  await allow(await openConsent(page));
  await expect(page.locator('crm-oauth-button:state(authorized)')).toBeAttached();
});
