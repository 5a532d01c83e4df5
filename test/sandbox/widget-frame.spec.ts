import { expect, type Page } from '@playwright/test';
import axe from 'axe-core';
import { registration, status, test } from './widget-fixtures.js';

const notice = (body: object, rest: object = {}) => ({
  type: 'rc-adapter-message-request',
  requestId: 'n1',
  path: '/custom-alert-message',
  body,
  ...rest,
});

test('a notice shows its message and level, and the response is its id', async ({ openAdapter }) => {
  const host = await openAdapter();
  await host.send(notice({ level: 'danger', message: '<b>Denied</b>', ttl: 0 }));
  const item = host.widget.getByRole('log').getByRole('listitem');
  await expect(item).toContainText('<b>Denied</b>');
  await expect(item).toHaveClass(/danger/);
  expect(await host.waitFor('rc-adapter-message-response')).toEqual({
    type: 'rc-adapter-message-response',
    responseId: 'n1',
    response: await item.getAttribute('id'),
  });
});

test('a notice ends by itself after ttl; with 0 it stays until it is dismissed', async ({ openAdapter }) => {
  const host = await openAdapter();
  const items = host.widget.getByRole('log').getByRole('listitem');
  await host.send(notice({ level: 'info', message: 'Stays', ttl: 0 }));
  await host.send(notice({ level: 'info', message: 'Goes', ttl: 300 }));
  // Each was shown; the other may have disappeared again.
  await host.waitFor('rc-adapter-message-response', 2);
  await expect(items).toHaveText([/Stays/]);
  await items.getByRole('button', { name: 'Dismiss' }).click();
  await expect(items).toHaveCount(0);
});

test('the first widgets’ form of a notice works as well', async ({ openAdapter }) => {
  const host = await openAdapter();
  await host.send(notice({}, { body: undefined, alertMessage: 'Old', alertLevel: 'warning', ttl: 0 }));
  await expect(host.widget.getByRole('listitem')).toContainText('Old');
  await expect(host.widget.getByRole('listitem')).toHaveClass(/warning/);
});

test('another request gets the answer that no path matched', async ({ openAdapter }) => {
  const host = await openAdapter();
  await host.send(notice({ message: 'x' }, { path: '/other' }));
  expect((await host.waitFor('rc-adapter-message-response')).response).toEqual({ data: 'no matched path' });
  await expect(host.widget.getByRole('listitem')).toHaveCount(0);
});

test('the adapter names the frame, and hands its parameters on', async ({ openAdapter, sandbox }) => {
  const { page } = await openAdapter({ clientId: 'a&b', jwt: '', disableLoginPopup: '1' });
  const frame = page.locator('#rc-widget iframe#rc-widget-adapter-frame');
  expect(await frame.getAttribute('src')).toBe(
    `${sandbox.url}/ringcentral/embeddable/app.html?clientId=a%26b&disableLoginPopup=1&fromAdapter=1`,
  );
  expect(await frame.getAttribute('title')).toBe('RingCentral');
});

test('the prefix is part of both ids', async ({ openAdapter }) => {
  const { page } = await openAdapter({ prefix: 'my-rc' });
  await expect(page.locator('#my-rc iframe#my-rc-adapter-frame')).toBeVisible();
});

test('the adapter loaded twice inserts one frame', async ({ openHost }) => {
  const script = '<script src="SANDBOX/ringcentral/embeddable/adapter.js"></script>';
  const { page } = await openHost(script + script);
  await expect(page.locator('iframe')).toHaveCount(1);
});

test('the adapter works in a page that is complete, and under a policy without inline styles', async ({
  page,
  sandbox,
  site,
}) => {
  const policy = `script-src ${sandbox.url}; style-src 'none'; frame-src ${sandbox.url}`;
  site.pages.set('/', `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}"><body>`);
  const problems: string[] = [];
  page.on('console', (message) => problems.push(message.text()));
  await page.goto(`${site.url}/`);
  await page.evaluate((src) => {
    document.body.append(Object.assign(document.createElement('script'), { src }));
  }, `${sandbox.url}/ringcentral/embeddable/adapter.js`);
  const frame = page.locator('#rc-widget-adapter-frame');
  await expect(frame).toBeVisible();
  await expect(frame.contentFrame().getByText('Signed out')).toBeVisible();
  expect(await frame.evaluate((element) => getComputedStyle(element).borderStyle)).toBe('none');
  expect(problems).toEqual([]);
});

test('the widget may be framed, runs no inline script, and talks to no unencrypted server elsewhere', async ({
  sandbox,
}) => {
  const response = await fetch(`${sandbox.url}/ringcentral/embeddable/app.html`);
  const policy = response.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
  expect(policy).toContain("connect-src 'self' https: http://localhost:* http://127.0.0.1:*;");
  expect(policy).not.toContain('frame-ancestors');
});

test('only the widget’s own scripts are served', async ({ sandbox }) => {
  for (const name of ['nothing.js', '..%2fcli.js', '..%2f..%2fpackage.json', 'app.ts']) {
    expect((await fetch(`${sandbox.url}/ringcentral/embeddable/${name}`)).status).toBe(404);
  }
});

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run());
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

test('it is accessible in each state, and fits its frame', async ({ page, sandbox }) => {
  await page.setViewportSize({ width: 300, height: 500 });
  await page.goto(`${sandbox.url}/ringcentral/embeddable/app.html`);
  await expect(page.getByText('Signed out')).toBeVisible();
  const name = 'Donaudampfschifffahrtsgesellschaftskapitän';
  const long = registration({ name, unauthorizedTitle: name, info: name, showAuthRedDot: true });
  for (const message of [
    registration({ showAuthRedDot: true }),
    status(true, { authorizedAccount: 'ada@acme.example' }),
    long,
    registration({
      name,
      licenseStatus: name,
      licenseStatusColor: 'warning.f02',
      licenseDescription: `Buy [one](https://shop.example/), ${name}.`,
      authorizationLinks: [{ label: name, uri: 'https://shop.example/' }],
      banner: { id: 'b', message: name, severity: 'warning', action: { label: 'Reconnect' } },
    }),
    ...['success', 'info', 'warning', 'danger'].map((level) => notice({ level, message: level, ttl: 0 })),
  ]) {
    await page.evaluate((data) => window.postMessage(data, '*'), message);
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(300);
  }
  await expect(page.getByRole('listitem')).toHaveCount(4);
});

test('RingCentral’s consent and error pages are accessible, light and dark', async ({ page, sandbox }) => {
  const path = '/ringcentral/restapi/oauth/authorize?response_type=code&client_id=x&redirect_uri=';
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const uri of ['https://a.example/', 'nowhere']) {
      await page.goto(sandbox.url + path + encodeURIComponent(uri));
      expect(await violations(page)).toEqual([]);
    }
  }
});
