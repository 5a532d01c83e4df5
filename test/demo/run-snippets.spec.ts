import { expect, type Page } from '@playwright/test';
import { build } from 'esbuild';
import { providerOf } from '../../demo/shared/provider.js';
import { stories } from '../../demo/stories/stories.js';
import { decide, listen, openStory, test, type Site } from './fixtures.js';

/** Copies a snippet of the story that is open, as a visitor does. */
async function copy(page: Page, format: string): Promise<string> {
  await page.getByRole('tab', { name: format, exact: true }).click();
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  return page.evaluate(() => navigator.clipboard.readText());
}

/** Puts a text into a page that has nothing else, and opens it: on the studio's origin, or on another one. */
async function open(page: Page, { url, pages }: Site, text: string): Promise<string[]> {
  const complaints = listen(page);
  const body = `<!doctype html><html lang="en"><title>Empty</title><link rel="icon" href="data:,"><body>${text}</body></html>`;
  if (pages) pages.set('/empty', body);
  else
    await page.route('**/empty', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }));
  await page.goto(`${url}/empty`);
  return complaints;
}

test.beforeEach(async ({ context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
});

/** Presses the button of a snippet. */
async function press(page: Page): Promise<Page> {
  const button = page.locator('crm-oauth-button');
  await expect(button).toHaveCount(1);
  const opened = page.waitForEvent('popup');
  await button.getByRole('button').click();
  return opened;
}

for (const { id, client = 'kommo', settings = {} } of stories.filter(({ kind }) => kind !== 'connections')) {
  const isCrm = ['kommo', 'amocrm', undefined].includes(settings.provider as string | undefined);
  test(`${id}: copied into an empty page, HTML, script tag and PHP template connect`, async ({
    page,
    studio,
    elsewhere,
  }) => {
    test.slow();
    await openStory(page, studio, `${id}?coop=off&popups=allowed`);
    const snippets = new Map<string, string>();
    for (const format of isCrm ? ['HTML', 'Script', 'PHP'] : ['HTML', 'PHP']) {
      snippets.set(format, await copy(page, format));
    }
    expect(new Set(snippets.values()).size).toBe(snippets.size);
    for (const [format, copied] of snippets) {
      const { state } = (await (
        await page.request.get(`${studio.url}/crm/state?provider=${client}`)
      ).json()) as {
        state: string;
      };
      // This page has no back end of PHP's that would give the state.
      const text = copied.replace(/^<\?php[^]*?\?>/, '').replace(/state-url="[^"]*"/, `state="${state}"`);
      expect(text).not.toContain('<?');
      // Where the redirect page has to report, it has the page's own origin.
      const isRedirect = settings.mode === 'redirect';
      const { reportsOnly } = providerOf(settings).face;
      const stays = settings.mode === 'post_message' || isRedirect || reportsOnly;
      await open(page, stays ? studio : elsewhere, text);
      if (isRedirect) {
        await page.locator('crm-oauth-button').getByRole('button').click();
        await page.locator('button[value=allow]').click();
        await page.waitForURL('**/empty');
        await expect(page.locator('crm-oauth-button:is(:state(authorized), :state(error))')).toBeAttached();
        continue;
      }
      const popup = await press(page);
      if (id === 'metadata' && format !== 'PHP') {
        // The webhook refuses a secret that comes with a state which nobody has issued.
        await expect(popup.getByRole('heading', { level: 1 })).toContainText('Harbor Shop');
        await popup.close();
        continue;
      }
      await decide(popup, 'allow');
      // The back end refuses a state that it has not issued; what counts here is that the answer arrives.
      if (stays)
        await expect(page.locator('crm-oauth-button:is(:state(authorized), :state(error))')).toBeAttached();
      // To the redirect URI that it names, or back to the page that asked.
      else await page.waitForURL(({ href }) => /^[^?]*\/(crm\/callback\/[\w-]+|empty)\?.*code=/.test(href));
    }
  });
}

test('settings-page: copied into an empty page of the site, HTML and TypeScript show the cards', async ({
  page,
  studio,
}) => {
  await openStory(page, studio, 'settings-page');
  const html = await copy(page, 'HTML');
  const { outputFiles } = await build({
    stdin: { contents: await copy(page, 'TypeScript'), loader: 'ts', resolveDir: process.cwd() },
    alias: { 'crm-oauth-button/connections': './dist/connections.js' },
    bundle: true,
    write: false,
    format: 'esm',
  });
  for (const text of [html, `<script type="module">${outputFiles[0]?.text}</script>`]) {
    await open(page, studio, text);
    const cards = page.locator('crm-connections');
    await expect(cards.getByRole('heading', { name: 'Pipedrive' })).toBeVisible();
  }
});

for (const id of ['headless', 'post-message', 'oauth2']) {
  test(`${id}, TypeScript: bundled into an empty page, it connects`, async ({ page, studio }) => {
    await openStory(page, studio, id);
    const text = await copy(page, 'TypeScript');
    const { outputFiles } = await build({
      stdin: { contents: text, loader: 'ts', resolveDir: process.cwd() },
      alias: { 'crm-oauth-button/consent': './dist/consent.js' },
      bundle: true,
      write: false,
      format: 'esm',
    });
    const button = '<button id="connect">Connect</button>';
    await open(page, studio, `${button}<script type="module">${outputFiles[0]?.text}</script>`);
    const opened = page.waitForEvent('popup');
    await page.getByRole('button').click();
    const popup = await opened;
    const answered =
      id === 'headless' ? page.waitForURL(/\/crm\/callback\/kommo\?.*code=/) : page.waitForEvent('console');
    await decide(popup, 'allow');
    await answered;
  });
}

test('serverless, TypeScript: bundled into an empty page, it goes and comes back with the code', async ({
  page,
  studio,
}) => {
  await openStory(page, studio, 'serverless');
  const text = await copy(page, 'TypeScript');
  const { outputFiles } = await build({
    stdin: { contents: text, loader: 'ts', resolveDir: process.cwd() },
    alias: {
      'crm-oauth-button/callback': './dist/callback.js',
      'crm-oauth-button/consent': './dist/consent.js',
    },
    bundle: true,
    write: false,
    format: 'esm',
  });
  const button = '<button id="connect">Connect</button>';
  const said = await open(page, studio, `${button}<script type="module">${outputFiles[0]?.text}</script>`);
  for (const [answer, word] of [
    ['deny', /^access_denied$/],
    ['allow', /^[\w-]{20,}$/],
  ] as const) {
    await page.getByRole('button').click();
    await page.locator(`button[value=${answer}]`).click();
    await expect.poll(() => said.at(-1)).toMatch(word);
    expect(page.url()).toBe(`${studio.url}/empty`);
  }
});

test('RingCentral, TypeScript: bundled into an empty page, the widget gets its button', async ({
  page,
  studio,
  elsewhere,
}) => {
  await openStory(page, studio, 'ringcentral');
  const text = await copy(page, 'TypeScript');
  const { outputFiles } = await build({
    stdin: { contents: text, loader: 'ts', resolveDir: process.cwd() },
    alias: {
      'crm-oauth-button/ringcentral': './dist/ringcentral.js',
      'crm-oauth-button': './dist/index.js',
    },
    bundle: true,
    write: false,
    format: 'esm',
  });
  const complaints = await open(page, elsewhere, `<script type="module">${outputFiles[0]?.text}</script>`);
  const widget = page.frameLocator('iframe[title=RingCentral]');
  await expect(widget.getByRole('button', { name: 'Authorize' })).toBeVisible();
  expect(complaints).toEqual([]);
});

test('with an altered script, the hash keeps it from running', async ({ page, studio, elsewhere }) => {
  await openStory(page, studio, 'element');
  const text = await copy(page, 'HTML');
  await page.route('**/cdn/button-*.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${await response.text()};` });
  });
  const complaints = await open(page, elsewhere, text);
  await expect.poll(() => complaints.join()).toContain('integrity');
  await expect(page.locator('crm-oauth-button:defined')).toHaveCount(0);
});
