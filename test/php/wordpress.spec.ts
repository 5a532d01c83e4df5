import { expect, type Page } from '@playwright/test';
import { findMariaDb, findPhp, findWordPress } from './install.mjs';
import { test } from './wordpress/fixtures.js';
import { CLIENT, type WordPress } from './wordpress/site.js';

test.describe.configure({ mode: 'serial' });
test.skip(!findPhp() || !findMariaDb() || !findWordPress(), 'PHP, MariaDB or WordPress is missing');

const TABLES = "SELECT table_name FROM information_schema.tables WHERE table_name LIKE 'shop_crm_oauth%'";
const OPTIONS = "SELECT option_name FROM shop_options WHERE option_name LIKE '%crm_oauth%'";
const OPTION = "SELECT option_value FROM shop_options WHERE option_name = 'crm_oauth_button'";

const settings = (crm: string) => `/wp-admin/options-general.php?page=crm-oauth-button&crm=${crm}`;

/** Fills in the form of a CRM and saves it. */
async function setUp(page: Page, { url }: WordPress, crm: string, secret = CLIENT.clientSecret) {
  await page.goto(url + settings(crm));
  await page.getByLabel('Client ID').fill(CLIENT.clientId);
  await page.getByLabel('Client secret').fill(secret);
  // HubSpot takes no request without one.
  if (crm === 'hubspot') await page.getByLabel('Scopes').fill('oauth');
  await page.getByRole('button', { name: 'Save Changes' }).click();
  await expect(page.getByText('Settings saved.')).toBeVisible();
}

/** Publishes a page, and gives its URL. */
async function publish(wordpress: WordPress, name: string, content: string): Promise<string> {
  const page =
    "['post_type' => 'page', 'post_status' => 'publish', 'post_author' => 1, 'post_title' => 'Your CRM']";
  await wordpress.run(
    `wp_insert_post(wp_slash(${page} + ['post_name' => $argv[1], 'post_content' => $argv[2]]));`,
    name,
    content,
  );
  return `${wordpress.url}/${name}/`;
}

/** Presses the button of a page, and lets the person allow. */
async function allow(page: Page): Promise<void> {
  const opened = page.waitForEvent('popup');
  await page.locator('crm-oauth-button').click();
  const consent = await opened;
  await consent.locator('button[value="allow"]').click();
}

/** A token of a user's connection, as the site's own code gets it. */
function tokenOf(wordpress: WordPress, user: string, refused = ''): Promise<string> {
  return wordpress.run(
    `$user = (string) get_user_by('login', $argv[1])->ID;
    [['id' => $id]] = crm_oauth_button()->connections($user);
    echo crm_oauth_button()->accessToken($user, $id, refused: $argv[2] ?: null);`,
    user,
    refused,
  );
}

const connected = (wordpress: WordPress) =>
  Number(wordpress.query('SELECT COUNT(*) FROM shop_crm_oauth_connections'));

/** Asks as a script of the page would, with its cookies. Gives the status. */
const ask = (page: Page, path: string, method: string, headers: Record<string, string> = {}) =>
  page.evaluate(async ([path, method, headers]) => (await fetch(path, { method, headers })).status, [
    path,
    method,
    headers,
  ] as const);

test('an administrator uploads the plugin, activates it and finds its settings', async ({
  admin,
  wordpress,
}) => {
  await admin.goto(`${wordpress.url}/wp-admin/plugin-install.php?tab=upload`);
  await admin.locator('#pluginzip').setInputFiles('php/wordpress/build/crm-oauth-button.zip');
  await admin.getByRole('button', { name: 'Install Now' }).click();
  await admin.getByRole('link', { name: 'Activate Plugin' }).click();
  await expect(admin.getByText('Plugin activated.')).toBeVisible();
  await admin.locator('[data-slug=crm-oauth-button]').getByRole('link', { name: 'Settings' }).click();
  await expect(admin.getByRole('heading', { name: 'CRM button' })).toBeVisible();
  await expect(admin.getByText('Nobody has connected a CRM yet.')).toBeVisible();
});

test('the settings keep a secret sealed, and never show it', async ({ admin, wordpress }) => {
  await setUp(admin, wordpress, 'kommo');
  await expect(admin.getByLabel('Redirect URI')).toHaveValue(`${wordpress.url}/crm-oauth/callback/kommo`);
  await expect(admin.getByLabel('Client ID')).toHaveValue(CLIENT.clientId);
  await expect(admin.getByLabel('Client secret')).toHaveValue('');
  await expect(admin.locator('[data-probe]')).toBeHidden();
  const option = wordpress.query(OPTION);
  expect(option).toContain('sealed:');
  expect(wordpress.query(OPTION.replace('option_value', 'autoload'))).toBe('no');
  for (const text of [await admin.content(), wordpress.dump()]) {
    expect(text).not.toContain('"quotes"');
    expect(text).not.toContain('&quot;quotes');
  }
  expect(await admin.content()).not.toContain('sealed:');
  // An empty field keeps it.
  await setUp(admin, wordpress, 'kommo', '');
  expect(wordpress.query(OPTION)).toBe(option);
});

test('the settings refuse what a CRM does not take', async ({ admin, wordpress }) => {
  await admin.goto(wordpress.url + settings('zendesk'));
  await admin.getByLabel('Client ID').fill('an-id');
  await admin.getByLabel('Client secret').fill('a secret');
  await admin.getByLabel('Host of the account').fill('zendesk.com.evil.example');
  await admin.getByRole('button', { name: 'Save Changes' }).click();
  await expect(admin.locator('.notice-error, .error').filter({ hasText: 'domain' })).toBeVisible();
  expect(wordpress.query(OPTION)).not.toContain('zendesk');
});

test('by the shortcode, a user connects in a window, and the page hears it', async ({ ann, wordpress }) => {
  await ann.goto(
    await publish(wordpress, 'by-shortcode', 'Here: [crm_oauth_button provider="kommo" size="large"]'),
  );
  await allow(ann);
  const button = ann.locator('crm-oauth-button');
  await expect(button).toHaveJSProperty('authorized', true);
  await expect(button.getByRole('status')).toContainText('Acme Trading');
  await ann.reload();
  await expect(button.getByRole('button')).toContainText('Disconnect Kommo');
  await expect(button.getByRole('status')).toContainText('Acme Trading');
});

test('the site’s code gets a token, and another one once that is refused', async ({ wordpress }) => {
  const first = await tokenOf(wordpress, 'ann');
  expect(first).toMatch(/^\S{16}/);
  expect(await tokenOf(wordpress, 'ann')).toBe(first);
  const second = await tokenOf(wordpress, 'ann', first);
  expect(second).not.toBe(first);
  const dump = wordpress.dump();
  expect(dump).toContain('sealed:');
  for (const token of [first, second]) expect(dump).not.toContain(token);
});

test('by the block, a user connects in a window, and the page comes back from the redirect URI', async ({
  admin,
  bob,
  wordpress,
}) => {
  await admin.goto(`${wordpress.url}/wp-admin/post-new.php?post_type=page`);
  await admin.evaluate(`(() => {
    wp.data.dispatch('core/preferences').set('core/edit-post', 'welcomeGuide', false);
    wp.data.dispatch('core/editor').editPost({ title: 'By block', slug: 'by-block', status: 'publish' });
    const block = wp.blocks.createBlock('crm-oauth-button/button', { mode: 'popup' });
    return wp.data.dispatch('core/block-editor').insertBlock(block);
  })()`);
  const inEditor = admin.locator('crm-oauth-button');
  await expect(inEditor).toContainText('Continue with Kommo');
  await admin.getByLabel('CRM', { exact: true }).selectOption('HubSpot');
  await expect(inEditor).toContainText('Continue with HubSpot');
  await admin.getByLabel('CRM', { exact: true }).selectOption('Kommo');
  await admin.evaluate(`wp.data.dispatch('core/editor').savePost()`);

  await bob.goto(`${wordpress.url}/by-block/`);
  await allow(bob);
  await bob.waitForURL(`${wordpress.url}/by-block/`);
  await expect(bob.locator('crm-oauth-button')).toHaveJSProperty('authorized', true);
  expect(connected(wordpress)).toBe(2);
});

test('a page has the scripts only if a button is on it, and a visitor sees where to log in', async ({
  ann,
  page,
  wordpress,
}) => {
  const scripts = 'script[src*="crm-oauth-button"]';
  await ann.goto(wordpress.url);
  await expect(ann.locator(scripts)).toHaveCount(0);
  await ann.goto(`${wordpress.url}/by-block/`);
  await expect(ann.locator(scripts)).toHaveCount(2);
  const answer = await page.goto(`${wordpress.url}/by-block/`);
  expect(await answer?.text()).not.toMatch(/<crm-oauth-button|state=/);
  await page.getByRole('link', { name: 'Log in to connect Kommo.' }).click();
  expect(new URL(page.url()).searchParams.get('redirect_to')).toBe(`${wordpress.url}/by-block/`);
  for (const path of ['/crm-oauth/state?provider=kommo', '/crm-oauth/connections', '/crm-oauth/clients']) {
    expect((await page.request.get(wordpress.url + path)).status(), path).toBe(401);
  }
});

test('a subscriber gets neither the settings nor the route that disconnects, and a nonce is needed', async ({
  admin,
  ann,
  bob,
  wordpress,
}) => {
  const id = wordpress.query(
    "SELECT c.id FROM shop_crm_oauth_connections c JOIN shop_users u ON u.ID = c.user_id WHERE u.user_login = 'ann'",
  );
  expect((await bob.goto(wordpress.url + settings('kommo')))?.status()).toBe(403);
  const route = `/wp-json/crm-oauth-button/v1/connections/${id}`;
  await ann.goto(`${wordpress.url}/wp-admin/profile.php`);
  const own = await ann.evaluate(async () =>
    (await fetch('/wp-admin/admin-ajax.php?action=rest-nonce')).text(),
  );
  expect(await ask(ann, route, 'DELETE', { 'x-wp-nonce': own })).toBe(403);
  await admin.goto(wordpress.url + settings('kommo'));
  expect(await ask(admin, route, 'DELETE')).toBe(401);
  expect(await ask(admin, route, 'DELETE', { 'x-wp-nonce': own })).toBe(403);
  expect(await ask(bob, `/crm-oauth/connections/${id}`, 'DELETE', { 'x-crm-oauth': '1' })).toBe(404);
  expect(await ask(ann, `/crm-oauth/connections/${id}`, 'DELETE')).toBe(403);

  const before = wordpress.query(OPTION);
  const form = {
    option_page: 'crm_oauth_button',
    action: 'update',
    'crm_oauth_button[kommo][client_id]': 'theirs',
  };
  for (const who of [admin, bob]) {
    const answer = await who.request.post(`${wordpress.url}/wp-admin/options.php`, { form });
    expect(answer.status()).toBe(403);
  }
  expect(wordpress.query(OPTION)).toBe(before);
  expect(connected(wordpress)).toBe(2);
});

test('a user disconnects by the button, and an administrator in the list', async ({
  admin,
  ann,
  wordpress,
}) => {
  await ann.goto(`${wordpress.url}/by-shortcode/`);
  await ann.locator('crm-oauth-button').click();
  await expect(ann.locator('crm-oauth-button')).toContainText('Continue with Kommo');
  expect(connected(wordpress)).toBe(1);
  await admin.goto(wordpress.url + settings('kommo'));
  await admin.getByRole('button', { name: 'Remove' }).click();
  await expect(admin.getByText('Disconnect its accounts first.')).toBeVisible();
  const disconnect = async (user: string) => {
    const row = admin.getByRole('row').filter({ hasText: user });
    await row.getByRole('button', { name: 'Disconnect' }).click();
    await expect(row).toBeHidden();
  };
  await disconnect('bob');
  expect(connected(wordpress)).toBe(0);
  // A widget's install, which nobody has claimed.
  await wordpress.sandbox.installWidget(CLIENT.clientId, 31000001);
  await expect.poll(() => connected(wordpress)).toBe(1);
  await admin.reload();
  await disconnect('–');
  expect(connected(wordpress)).toBe(0);
});

test('a site in another language says all of it there', async ({ ann, page, wordpress }) => {
  // An installed language is a file of WordPress's own.
  await wordpress.run(
    "wp_mkdir_p(WP_LANG_DIR); touch(WP_LANG_DIR . '/de_DE.mo'); update_option('WPLANG', 'de_DE');",
  );
  await page.goto(`${wordpress.url}/by-block/`);
  await expect(page.getByRole('link', { name: 'Melden Sie sich an, um Kommo zu verbinden.' })).toBeVisible();
  await ann.goto(`${wordpress.url}/by-shortcode/`);
  await expect(ann.locator('crm-oauth-button')).toContainText('Weiter mit Kommo');
  await wordpress.run("update_option('WPLANG', '');");
});

test('with plain permalinks, the redirect URI is another one, and works', async ({
  admin,
  ann,
  wordpress,
}) => {
  await wordpress.run("update_option('permalink_structure', '');");
  await setUp(admin, wordpress, 'hubspot');
  await expect(admin.getByLabel('Redirect URI')).toHaveValue(
    `${wordpress.url}/index.php/crm-oauth/callback/hubspot`,
  );
  await publish(wordpress, 'plain', '[crm_oauth_button provider="hubspot"]');
  await ann.goto(`${wordpress.url}/?pagename=plain`);
  await allow(ann);
  await expect(ann.locator('crm-oauth-button')).toHaveJSProperty('authorized', true);
  expect(await tokenOf(wordpress, 'ann')).toMatch(/^\S{16}/);
  await admin.goto(wordpress.url + settings('hubspot'));
  await expect(admin.locator('[data-probe]')).toBeHidden();
});

test('where the web server keeps the path to itself, the settings say so', async ({ admin, wordpress }) => {
  await admin.route('**/crm-oauth/callback.js', (route) => route.fulfill({ status: 404, body: 'Not found' }));
  await admin.goto(wordpress.url + settings('kommo'));
  await expect(admin.locator('[data-probe]')).toBeVisible();
});

test('with a user, the connections go', async ({ wordpress }) => {
  const revoked = () => wordpress.sandbox.requests.filter(({ endpoint }) => endpoint === 'revocation').length;
  const before = revoked();
  expect(connected(wordpress)).toBe(1);
  await wordpress.run(
    "require ABSPATH . 'wp-admin/includes/user.php'; wp_delete_user(get_user_by('login', 'ann')->ID);",
  );
  expect(connected(wordpress)).toBe(0);
  expect(revoked()).toBe(before + 1);
});

test('with other salts, people connect again, and the settings ask for the secret', async ({
  admin,
  bob,
  wordpress,
}) => {
  await wordpress.run("update_option('permalink_structure', '/%postname%/');");
  await bob.goto(`${wordpress.url}/by-block/`);
  await allow(bob);
  await expect(bob.locator('crm-oauth-button')).toHaveJSProperty('authorized', true);
  wordpress.changeSalts();
  const again = await wordpress.signIn(admin.context().browser()!, 'admin');
  await again.goto(wordpress.url + settings('kommo'));
  await expect(again.getByText('Nobody has connected a CRM yet.')).toBeVisible();
  await expect(again.getByText('(set up)')).toHaveCount(0);
  await again.goto(`${wordpress.url}/by-block/`);
  await expect(again.getByRole('link', { name: 'Set up Kommo for this button.' })).toBeVisible();
  await setUp(again, wordpress, 'kommo');
  await again.goto(`${wordpress.url}/by-block/`);
  await allow(again);
  await expect(again.locator('crm-oauth-button')).toHaveJSProperty('authorized', true);
});

test('uninstalling removes the tables and the options, and nothing else', async ({ admin, wordpress }) => {
  const others = `${OPTIONS.replace('LIKE', 'NOT LIKE')} AND option_name NOT LIKE '%transient%' AND option_name NOT IN ('recently_activated', 'uninstall_plugins', 'cron')`;
  const before = wordpress.query(others);
  expect(wordpress.query(TABLES).split('\n')).toHaveLength(3);
  expect(wordpress.query(OPTIONS).split('\n')).toHaveLength(2);
  await admin.goto(`${wordpress.url}/wp-admin/plugins.php`);
  const row = admin.locator('[data-slug=crm-oauth-button]');
  await row.getByRole('link', { name: 'Deactivate' }).click();
  admin.on('dialog', (dialog) => void dialog.accept());
  await row.getByRole('link', { name: 'Delete' }).click();
  await expect(admin.getByText(/was successfully deleted/)).toBeVisible();
  expect([wordpress.query(TABLES), wordpress.query(OPTIONS)]).toEqual(['', '']);
  expect(wordpress.query(others)).toBe(before);
  expect(wordpress.notes()).toBe('');
});
