import { expect, type Page } from '@playwright/test';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test as base } from './fixtures.js';

interface Fixtures {
  /** URL of a site of another origin. With `?inside` its pages are inside an app. */
  site: string;
}

const test = base.extend<Fixtures>({
  // A real server: the browser lets no page that a test makes up load a script from this machine.
  site: async ({ sandbox }, use) => {
    const server = createServer(({ url = '' }, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(`<!doctype html><title>${url}</title>
        ${url.endsWith('?inside') ? `<script src="${sandbox.url}/webview.js"></script>` : ''}
        <a href="/tab" target="_BLANK">Tab</a>
        <a href="/same">Same</a>
        <p><template shadowrootmode="open">
          <a href="/shadow" target="_blank"><b>Shadow tab</b></a>
          <a href="/top" target="_top"><b>Top</b></a>
        </template></p>`);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    await use(`http://localhost:${(server.address() as AddressInfo).port}`);
    server.closeAllConnections();
    server.close();
  },
});

const press = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).click();

test('inside an app no window opens, and no link to a new tab', async ({ page, context, site }) => {
  for (const [name, path] of [
    ['Same', '/same'],
    ['Top', '/top'],
  ] as const) {
    await page.goto(`${site}/?inside`);
    expect(await page.evaluate(() => window.open('/window'))).toBeNull();
    await press(page, 'Tab');
    await press(page, 'Shadow tab');
    await press(page, name);
    await expect(page).toHaveTitle(path);
  }
  expect(context.pages()).toEqual([page]);
});

test('without the script they do, and the front page tells of it', async ({
  page,
  context,
  site,
  sandbox,
}) => {
  await page.goto(site);
  for (const name of ['Tab', 'Shadow tab']) {
    const opened = context.waitForEvent('page');
    await press(page, name);
    await (await opened).close();
  }
  await page.goto(sandbox.url);
  await expect(page.getByRole('cell', { name: '/webview.js' })).toBeVisible();
});
