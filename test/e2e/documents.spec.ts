import { playVendor } from '../helpers/vendor.js';
import { allow, deny, expect, test } from './fixtures.js';

/** The two tags of the vendor's documents, word for word, `src` aside. */
const CLIENT_ID_TAG = `<script
  class="kommo_oauth"
  charset="utf-8"
  data-client-id="5775e547-c825-ea1a-cd3b-633661435780"
  data-title="Button"
  data-compact="false"
  data-class-name="className"
  data-theme="light"
  data-locale="en"
  data-state="state"
  data-error-callback="functionName"
  data-mode="popup"
  src="/cdn/button.js"
></script>`;

const METADATA_TAG = `<script
  class="kommo_oauth"
  charset="utf-8"
  data-name="Integration name"
  data-description="Integration description"
  data-redirect_uri="https://integrator.example"
  data-secrets_uri="https://integrator.example/secrets"
  data-logo="https://integrator.example/kommo_logo.png"
  data-scopes="crm,notifications"
  data-title="Button"
  data-compact="false"
  data-class-name="className"
  data-theme="light"
  data-locale="en"
  data-state="state"
  data-error-callback="functionName"
  data-mode="post_message"
  src="/cdn/button.js"
></script>`;

const CALLBACK = `<script>var calls = []; function functionName(posted) { calls.push(posted); }</script>`;

test.beforeEach(async ({ context, sandbox }) => {
  // The vendor's own origin, played by the sandbox.
  await playVendor(context, 'https://www.kommo.com', sandbox.url);
  await context.route('https://integrator.example/**', (route) => route.abort());
});

test('the client id tag', async ({ visit, openConsent, page }) => {
  await visit(CALLBACK + CLIENT_ID_TAG, '/client-id');
  const button = page.locator('crm-oauth-button.className');
  await expect(button).toHaveText('Button');
  const address = page.url();
  const consent = await openConsent('.className');
  const url = new URL(consent.url());
  expect(url.origin + url.pathname).toBe('https://www.kommo.com/oauth/');
  expect([...url.searchParams]).toEqual([
    ['state', 'state'],
    ['mode', 'popup'],
    ['origin', address],
    ['client_id', '5775e547-c825-ea1a-cd3b-633661435780'],
  ]);
  await deny(consent);
  const refusal = { client_id: '5775e547-c825-ea1a-cd3b-633661435780', error: 'access_denied' };
  await expect.poll(() => page.evaluate('calls')).toEqual([refusal]);

  await allow(await openConsent('.className'));
  await page.waitForURL(`${address}?**`);
  expect(Object.fromEntries(new URL(page.url()).searchParams)).toMatchObject({
    state: 'state',
    referer: 'acme.kommo.com',
  });
});

test('the metadata tag', async ({ visit, openConsent, page }) => {
  await visit(CALLBACK + METADATA_TAG, '/metadata');
  const address = page.url();
  const consent = await openConsent('.className');
  expect([...new URL(consent.url()).searchParams]).toEqual([
    ['state', 'state'],
    ['mode', 'post_message'],
    ['origin', address],
    ['name', 'Integration name'],
    ['description', 'Integration description'],
    ['redirect_uri', 'https://integrator.example'],
    ['secrets_uri', 'https://integrator.example/secrets'],
    ['logo', 'https://integrator.example/kommo_logo.png'],
    ['scopes[]', 'crm'],
    ['scopes[]', 'notifications'],
  ]);
  await deny(consent);
  await expect.poll(() => page.evaluate('calls')).toEqual([{ error: 'access_denied' }]);
  await expect(page.locator('script.kommo_oauth')).toHaveAttribute('data-error', 'access_denied');
});
