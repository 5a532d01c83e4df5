import { expect, type Page } from '@playwright/test';
import { ID, type PhpSite, test as base, wordOf } from './fixtures.js';
import { findPhp } from './install.mjs';

/** Opens a page of the site, in which `user` is signed in. */
type Visit = (html: string, page?: Page) => Promise<void>;

const test = base.extend<{ visit: Visit }>({
  visit: async ({ context, page, php, user }, use) => {
    await context.addCookies([{ name: 'user', value: encodeURIComponent(user), url: php.origin }]);
    await use(async (html, visited = page) => {
      const shop = `${php.origin}/shop`;
      const body = `<!doctype html><meta charset="utf-8"><title>Shop</title><body>${html}`;
      await visited.route(shop, (route) => route.fulfill({ contentType: 'text/html', body }));
      await visited.goto(shop);
    });
  },
});

test.skip(!findPhp(), 'PHP is missing');

const button = ({ url, sandbox }: PhpSite, attributes: string) =>
  `<script src="/cdn/button.js"></script>
  <crm-oauth-button server="${sandbox.url}/kommo" ${attributes}></crm-oauth-button>`.replaceAll('CRM', url);
const KOMMO = `client-id="${ID}" redirect_uri="CRM/callback/kommo" state-url="CRM/state?provider=kommo"`;
const EXTERNAL = `name="Harbor Analytics" redirect_uri="CRM/callback/external" secrets_uri="CRM/secrets/external"
  state-url="CRM/state?provider=external"`;

/** Presses the button, and gives the CRM's page. */
async function press(page: Page): Promise<Page> {
  const opened = page.waitForEvent('popup');
  await page.locator('crm-oauth-button').click();
  return opened;
}

async function allow(consent: Page): Promise<void> {
  const closed = consent.waitForEvent('close');
  await consent.locator('button[value="allow"]').click();
  await closed;
}

for (const secretsFirst of [undefined, true, false]) {
  const flow =
    secretsFirst === undefined
      ? 'a registered client'
      : `an integration whose secret comes ${secretsFirst ? 'before' : 'after'} the redirect`;
  const attributes = secretsFirst === undefined ? KOMMO : EXTERNAL;

  test(`in a window that stays by itself, ${flow} is connected, and the page hears it`, async ({
    page,
    php,
    user,
    visit,
  }) => {
    php.sandbox.behave({ secretsFirst: secretsFirst ?? true });
    await visit(button(php, `${attributes} mode="post_message"`));
    await allow(await press(page));
    await expect(page.locator('crm-oauth-button')).toHaveJSProperty('status', 'authorized');
    expect(await php.connections(user)).toMatchObject([{ account: '31000001', status: 'connected' }]);
  });

  test(`where the page goes on to the redirect URI, ${flow} is connected, and it comes back`, async ({
    page,
    php,
    user,
    visit,
  }) => {
    php.sandbox.behave({ secretsFirst: secretsFirst ?? true });
    await visit(button(php, `${attributes} mode="popup"`.replace('?', '?returnTo=/shop%23done&')));
    const consent = await press(page);
    await consent.locator('button[value="allow"]').click();
    await page.waitForURL(`${php.origin}/shop#done`);
    expect(await php.connections(user)).toMatchObject([{ account: '31000001', status: 'connected' }]);
  });
}

test('a refusal reaches the page, and connects nothing', async ({ page, php, user, visit }) => {
  await visit(button(php, `${KOMMO} mode="post_message"`));
  const consent = await press(page);
  await consent.locator('button[value="deny"]').click();
  await expect(page.locator('crm-oauth-button')).toHaveJSProperty('status', 'denied');
  expect(await php.connections(user)).toEqual([]);
});

test('where the site fails, the page hears that in place of a code, and the person reads it', async ({
  page,
  php,
  user,
  visit,
}) => {
  await visit('<h1>Shop</h1>');
  php.put('full', '');
  try {
    await page.goto((await php.authorize(user, 'kommo')).href);
    await expect(page.getByText('The CRM was not connected (completion_failed).')).toBeVisible();
  } finally {
    php.put('full', undefined);
  }
  expect(new URL(page.url()).searchParams.get('error')).toBe('completion_failed');
  expect(new URL(page.url()).searchParams.has('code')).toBe(false);
  const { code, text } = php.lines('errors').at(-1) as { code: unknown; text: string };
  expect([code, text]).toEqual([0, expect.stringContaining('The disk is full.')]);
});

test('two tabs at once connect an account each', async ({ context, page, php, user, visit }) => {
  const other = await context.newPage();
  await visit(button(php, `${KOMMO} mode="post_message"`));
  await visit(button(php, `${KOMMO} mode="post_message"`), other);
  const [first, second] = [await press(page), await press(other)];
  await second
    .locator('[name="account"]')
    .selectOption('31000002')
    .catch(() => second.locator('[value="31000002"]').check());
  await Promise.all([allow(first), allow(second)]);
  for (const tab of [page, other]) {
    await expect(tab.locator('crm-oauth-button')).toHaveJSProperty('status', 'authorized');
  }
  const accounts = (await php.connections(user)).map(({ account }) => account);
  expect(accounts.sort()).toEqual(['31000001', '31000002']);
});

test('the settings page connects, lists, and disconnects at the CRM as well', async ({
  page,
  php,
  user,
  visit,
}) => {
  await php.connect(user, 'kommo');
  await visit(`<crm-connections src="/crm/connections"></crm-connections>
    <script type="module" src="/cdn/connections.js"></script>`);
  await expect(page.getByText('acme.kommo.com')).toBeVisible();
  const hubspot = page.locator('crm-oauth-button').nth(1);
  await expect(hubspot).toHaveJSProperty('provider', 'hubspot');
  const opened = page.waitForEvent('popup');
  await hubspot.click();
  await allow(await opened);
  await expect(page.getByText('api.hubapi.com')).toBeVisible();

  const revoked = () => php.sandbox.requests.filter(({ endpoint }) => endpoint === 'revocation').length;
  expect(revoked()).toBe(0);
  await page
    .getByRole('listitem')
    .filter({ hasText: 'api.hubapi.com' })
    .getByRole('button', { name: /^Disconnect/ })
    .click();
  await page.getByRole('group').getByRole('button', { name: 'Disconnect' }).click();
  await expect(page.getByText('api.hubapi.com')).toBeHidden();
  expect(revoked()).toBe(1);
  expect(await php.connections(user)).toMatchObject([{ client: 'kommo' }]);
});

test('a page elsewhere neither connects nor reads, with this site’s cookies', async ({
  page,
  php,
  user,
  visit,
}) => {
  await visit('');
  await page.goto(php.origin.replace('localhost', '127.0.0.1') + '/package.json');
  for (const path of ['/state?provider=kommo', '/connections', '/clients']) {
    const read = page.evaluate(
      (href) => fetch(href, { credentials: 'include' }).then(() => 'read'),
      php.url + path,
    );
    expect(await read.catch(() => 'refused'), path).toBe('refused');
  }
  const arrival = await php.authorize(user, 'kommo');
  expect(await wordOf(await php.as('another user')(arrival))).toBe('state_mismatch');
});
