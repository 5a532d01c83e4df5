import { expect, type Route, test as base } from '@playwright/test';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mediaType } from '../../demo/server/assets.js';
import { buildStatic } from '../../demo/server/stand-in/build-static.js';
import { stories } from '../../demo/stories/stories.js';
import { canvasOf, decide, listen, openConsent, openEvents, openStory } from './fixtures.js';

/** The studio as files, on a plain server that knows nothing, in a folder of that server. */
const test = base.extend<object, { files: { url: string } }>({
  files: [
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'studio-'));
      await buildStatic(folder);
      const server = createServer(({ url = '' }, response) => {
        const path = new URL(url, 'http://host').pathname
          .replace(/^\/some\/folder/, '')
          .replace(/\/$/, '/index.html');
        readFile(join(folder, path)).then(
          (body) => response.writeHead(200, { 'content-type': mediaType(path) }).end(body),
          // As every host does for a folder.
          () =>
            response
              .writeHead(path.includes('.') ? 404 : 301, { location: url.replace(/(\?|$)/, '/$1') })
              .end(),
        );
      });
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      await use({ url: `http://localhost:${(server.address() as AddressInfo).port}/some/folder` });
      server.closeAllConnections();
      server.close();
      await rm(folder, { recursive: true });
    },
    { scope: 'worker', timeout: 60_000 },
  ],
});

test('as files: every story is there, with nothing missing', async ({ page, files }) => {
  test.slow();
  const complaints = listen(page);
  for (const { id } of stories) {
    await openStory(page, files, id);
    await expect(canvasOf(page).locator('#stage').getByRole('button').first()).toBeVisible();
  }
  expect(complaints).toEqual([]);
});

for (const story of ['element', 'drop-in', 'strict', 'metadata', 'amocrm', 'element?locale=pt']) {
  test(`as files, ${story}: allow takes the canvas to the redirect page, deny tells the button`, async ({
    page,
    files,
  }) => {
    const complaints = listen(page);
    await openStory(page, files, story);
    let popup = await openConsent(page);
    await decide(popup, 'deny');
    await expect(canvasOf(page).locator('crm-oauth-button:state(denied)')).toBeAttached();
    popup = await openConsent(page);
    if (story === 'metadata')
      await expect(popup.getByRole('heading', { level: 1 })).toContainText('Harbor Shop');
    await decide(popup, 'allow');
    await expect(canvasOf(page).getByRole('heading')).toHaveText(
      /^Connected to acme\.(kommo\.com|amocrm\.ru)$/,
    );
    expect(complaints).toEqual([]);
  });
}

for (const story of ['post-message', 'oauth2', 'status', 'ringcentral']) {
  test(`as files, ${story}: allow reaches the page, which stays`, async ({ page, files }) => {
    await openStory(page, files, `${story}?answer=allow`);
    await openConsent(page);
    await expect(canvasOf(page).locator('crm-oauth-button:state(authorized)')).toBeAttached();
    await expect(await openEvents(page)).toContainText('crm-oauth-success');
  });
}

test('as files, serverless: the page goes to the consent page, and the studio has the code', async ({
  page,
  files,
}) => {
  const complaints = listen(page);
  for (const answer of ['deny', 'allow'] as const) {
    await openStory(page, files, 'serverless');
    await canvasOf(page).locator('#stage').getByRole('button').click();
    await page.locator(`button[value=${answer}]`).click();
    await page.waitForURL(`${files.url}/#/serverless`);
    const status = answer === 'allow' ? 'authorized' : 'denied';
    await expect(canvasOf(page).locator(`crm-oauth-button:state(${status})`)).toBeAttached();
  }
  await expect(canvasOf(page).locator('output')).toContainText('of acme.kommo.com');
  expect(complaints).toEqual([]);
});

test('as files, inside an app: the link in the same tab comes back connected', async ({ page, files }) => {
  await openStory(page, files, 'in-app');
  await canvasOf(page).locator('#stage').getByRole('button').click();
  await canvasOf(page).getByRole('link', { name: 'Continue in this tab' }).click();
  await page.locator('button[value=allow]').click();
  await expect(canvasOf(page).locator('crm-oauth-button:state(authorized)')).toBeAttached();
});

test('as files, in a frame: a window works, and on a host with one name the frame says that it has no other origin', async ({
  page,
  files,
}) => {
  await openStory(page, files, 'in-frame');
  const button = canvasOf(page).frameLocator('iframe').locator('crm-oauth-button');
  const popup = page.waitForEvent('popup');
  await button.getByRole('button').click();
  await decide(await popup, 'allow');
  await expect(
    button.and(canvasOf(page).frameLocator('iframe').locator(':state(authorized)')),
  ).toBeAttached();
  await expect(await openEvents(page)).toContainText('crm-oauth-success');
  await expect(canvasOf(page).locator('output')).toBeEmpty();

  await openStory(page, { url: files.url.replace('localhost', 'files.localhost') }, 'in-frame');
  await expect(canvasOf(page).locator('output')).toContainText('one host');
  await expect(button.getByRole('button')).toBeVisible();
});

test('as files: who answers before the consent page’s script is there is heard', async ({
  page,
  context,
  files,
}) => {
  await openStory(page, files, 'element');
  const held: Route[] = [];
  await context.route('**/consent.js', (route) => void held.push(route));
  const popup = await openConsent(page);
  await expect(popup.getByRole('heading', { level: 1 })).toBeVisible();
  await expect.poll(() => held.length).toBe(1);
  const decided = decide(popup, 'deny');
  await popup.waitForTimeout(300);
  await held[0]!.continue();
  await decided;
  await expect(canvasOf(page).locator('crm-oauth-button:state(denied)')).toBeAttached();
});

test('as files: what takes a server is switched off, and says so', async ({ page, files }) => {
  await openStory(page, files, 'element');
  await page.getByRole('button', { name: 'Conditions' }).click();
  await expect(
    page.getByRole('radiogroup', { name: 'Opener policy (COOP) at the CRM' }).getByRole('radio').first(),
  ).toBeDisabled();
  await expect(page.getByText('Some of this takes the sandbox')).toBeVisible();
});

test('as files: the consent page answers to nobody else’s redirect URI', async ({ page, files }) => {
  const query = new URLSearchParams({
    response_type: 'code',
    redirect_uri: 'https://evil.example/',
    state: 's',
  });
  const errors = listen(page);
  await page.goto(`${files.url}/sandbox/oauth/?${query.toString()}`);
  await page.locator('button[value=allow]').click();
  await expect.poll(() => errors.join()).toContain('is not registered');
  expect(page.url()).toContain(files.url);
});
