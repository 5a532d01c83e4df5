import { test as base, type Page } from '@playwright/test';
import { type Sandbox, startSandbox } from '../../sandbox/index.js';
import { type Site, startSite } from './site.js';
import { examples } from './examples.js';

export { expect } from '@playwright/test';

interface Fixtures {
  /** Fails the test on an uncaught error, and on any warning or error in the console. */
  clean: undefined;
  /** Clicks the button and gives the window that opens. */
  openConsent: () => Promise<Page>;
}

interface WorkerFixtures {
  /** Serves the built example. */
  site: Site;
  sandbox: Sandbox;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  site: [
    async ({}, use, { project }) => {
      const site = await startSite(examples[project.name]!.root);
      await use(site);
      await site.close();
    },
    { scope: 'worker' },
  ],

  sandbox: [
    async ({ site }, use) => {
      const redirectUri = `${site.url}/callback`;
      const shop = { clientId: 'shop', clientSecret: 'secret', name: 'Shop', redirectUri };
      const sandbox = await startSandbox({ port: 0, integrations: [shop] });
      site.replace('http://localhost:4400', sandbox.url);
      await use(sandbox);
      await sandbox.close();
    },
    { scope: 'worker', auto: true },
  ],

  clean: [
    async ({ context }, use) => {
      const complaints: string[] = [];
      context.on('weberror', (error) => complaints.push(error.error().message));
      context.on('console', (message) => {
        // Lit's own notice, in development builds.
        if (message.text().startsWith('Lit is in dev mode')) return;
        if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
      });
      await use(undefined);
      base.expect(complaints).toEqual([]);
    },
    { auto: true },
  ],

  openConsent: ({ page, context }, use) =>
    use(async () => {
      const opened = context.waitForEvent('page');
      await page.locator('crm-oauth-button').click();
      const popup = await opened;
      await popup.waitForLoadState();
      return popup;
    }),
});

/** Answers on the consent page and waits until its window is gone. */
export async function answer(consent: Page, value: 'allow' | 'deny'): Promise<void> {
  const closed = consent.waitForEvent('close');
  await consent.locator(`button[value="${value}"]`).click();
  await closed;
}
