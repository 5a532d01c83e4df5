import type { Page } from '@playwright/test';
import { startSandbox } from '../../sandbox/index.js';
import type { ProviderName } from '../../src/providers/catalogue.js';
import { exchangeCode } from '../../src/server.js';
import { clientOf, OUTCOMES } from '../helpers/catalogue.js';
import { PROVIDERS } from '../providers/table.js';
import { createBackEnd, type Connection, type Learned } from './catalogue-back-end.js';
import { expect, type Seen, test as base } from './fixtures.js';
import { startSite } from './site.js';

const NAMES = Object.keys(OUTCOMES) as ProviderName[];
const connections = new Map<string, Connection>();

const test = base.extend<{ visitShop: (provider: ProviderName, attributes?: string) => Promise<void> }>({
  site: [
    async ({}, use) => {
      const site = await startSite(createBackEnd((provider) => connections.get(provider)!));
      await use(site);
      await site.close();
    },
    { scope: 'worker' },
  ],

  sandbox: [
    async ({ site }, use) => {
      const clients = NAMES.map((provider) => ({
        provider,
        clientId: 'shop',
        clientSecret: `secret of ${provider}`,
        name: 'Harbor Shop',
        redirectUri: site.page(`/callback/${provider}`, '<script src="/cdn/callback.js"></script>'),
      }));
      const sandbox = await startSandbox({ port: 0, clients });
      for (const { provider, ...registration } of clients) {
        const client = clientOf(provider, registration);
        const server = `${sandbox.url}/${provider}`;
        connections.set(provider, { client, server, outcome: OUTCOMES[provider]! });
      }
      await use(sandbox);
      await sandbox.close();
    },
    { scope: 'worker' },
  ],

  visitShop: async ({ context, site, visit }, use) => {
    await context.addCookies([{ name: 'session', value: 'one of one visitor', url: site.url }]);
    await use((provider, attributes = '') => visit(shop(provider, attributes), `/shop/${provider}`));
  },
});

/** A page whose button has the attributes of the table, and which has its server connect. */
function shop(provider: ProviderName, attributes: string): string {
  const own = ['client-id', 'redirect_uri'];
  const table = Object.entries(PROVIDERS[provider].attributes)
    .filter(([name]) => !own.includes(name))
    .map(([name, value]) => `${name}="${value}"`)
    .join(' ');
  const { server, client } = connections.get(provider)!;
  return `<script type="module" src="/dist/index.js"></script>
    <crm-oauth-button provider="${provider}" server="${server}" client-id="${client.clientId}" ${table}
      redirect_uri="${client.redirectUri}" state-url="/api/state/${provider}" ${attributes}></crm-oauth-button>
    <script>
      addEventListener('crm-oauth-success', (event) => {
        const { params, codeVerifier } = event.response;
        const body = JSON.stringify({ params, codeVerifier });
        event.waitUntil(fetch('/api/connect/${provider}', { method: 'POST', body })
          .then((answer) => answer.json())
          .then((learned) => log.push(['learned', learned])));
      });
    </script>`;
}

/** Chooses the second account, and allows. */
async function allow(consent: Page): Promise<void> {
  await consent.getByRole('radio', { name: 'Globex' }).check();
  await consent.getByRole('button', { name: 'Allow' }).click();
}

const learnedOf = (seen: Seen[]) => seen.find(([what]) => what === 'learned')?.[1] as Learned | undefined;

for (const provider of NAMES) {
  const expected = { refreshes: true, revokes: true, ...OUTCOMES[provider] };

  test(`${provider}: from a click to tokens, in a window`, async ({ visitShop, openConsent, page, seen }) => {
    await visitShop(provider);
    const consent = await openConsent();
    const closed = consent.waitForEvent('close');
    await allow(consent);
    await closed;
    await expect.poll(async () => learnedOf(await seen())).toEqual(expected);
    await expect(page.locator('crm-oauth-button')).toHaveJSProperty('status', 'authorized');
  });

  test(`${provider}: from a click to tokens, with the whole page`, async ({
    visitShop,
    page,
    seen,
    site,
  }) => {
    await visitShop(provider, 'mode="redirect"');
    await page.locator('crm-oauth-button').click();
    await allow(page);
    await page.waitForURL(`${site.url}/shop/${provider}`);
    await expect.poll(async () => learnedOf(await seen().catch(() => []))).toEqual(expected);
  });
}

for (const provider of ['salesforce', 'dynamics'] as const) {
  test(`${provider} fails without PKCE`, async ({ visitShop, openConsent }) => {
    await visitShop(provider);
    const consent = await openConsent();
    const url = new URL(consent.url());
    for (const name of ['code_challenge', 'code_challenge_method']) {
      expect(url.searchParams.has(name)).toBe(true);
      url.searchParams.delete(name);
    }
    const refused = await fetch(url, { redirect: 'manual' });
    expect(new URL(refused.headers.get('location')!).searchParams.get('error')).toBe('invalid_request');
    const { client, server } = connections.get(provider)!;
    const host = client.tokenEndpoint.hosts as readonly string[];
    const exchange = exchangeCode(client, { code: 'any', host: host[0]! }, { server });
    await expect(exchange).rejects.toThrow(`${provider} asks for PKCE`);
  });
}
