import { type BrowserContext, test as base, type Page } from '@playwright/test';
import { type Sandbox, startSandbox } from '../../sandbox/index.js';
import { type Site, startSite } from './site.js';

export { expect } from '@playwright/test';

/** Events and calls that a page has seen, in a form that can leave the browser. */
export type Seen = readonly [what: string, payload?: unknown];

interface Fixtures {
  /** Fails the test on an uncaught error in any page. */
  clean: undefined;
  /** Opens a page of the site with an event log. */
  visit: (html: string, path?: string) => Promise<void>;
  /** The page's events, and the calls of its global function `onRefusal`. */
  seen: () => Promise<Seen[]>;
  /** Clicks a button and gives the window that opens. */
  openConsent: (selector?: string) => Promise<Page>;
}

export const test = base.extend<Fixtures, { site: Site; sandbox: Sandbox }>({
  site: [
    async ({}, use) => {
      const site = await startSite();
      await use(site);
      await site.close();
    },
    { scope: 'worker' },
  ],

  sandbox: [
    async ({ site }, use) => {
      const integration = (clientId: string, path: string) => ({
        clientId,
        clientSecret: `${clientId}-secret`,
        name: clientId,
        redirectUri: site.url + path,
      });
      const sandbox = await startSandbox({
        port: 0,
        integrations: [
          integration('shop', '/callback'),
          integration('forum', '/callback'),
          integration('reporter', '/report'),
        ],
      });
      await use(sandbox);
      await sandbox.close();
    },
    { scope: 'worker' },
  ],

  clean: [
    async ({ context }, use) => {
      const errors: Error[] = [];
      context.on('weberror', (error) => errors.push(error.error()));
      await use(undefined);
      base.expect(errors).toEqual([]);
    },
    { auto: true },
  ],

  visit: async ({ page, site, sandbox }, use) => {
    sandbox.reset();
    await page.addInitScript(keepLog);
    await use(async (html, path = '/') => {
      await page.goto(site.page(path, html.replaceAll('SANDBOX', sandbox.url)));
    });
  },

  seen: ({ page }, use) => use(() => page.evaluate(() => (window as unknown as { log: Seen[] }).log)),

  openConsent: ({ page, context }, use) =>
    use(async (selector = 'crm-oauth-button') => {
      const opened = context.waitForEvent('page');
      await page.locator(selector).click();
      const popup = await opened;
      await popup.waitForLoadState();
      return popup;
    }),
});

/** Runs in the page before its own scripts. */
function keepLog(): void {
  const log: unknown[] = [];
  Object.assign(window, { log, onRefusal: (posted: unknown) => log.push(['onRefusal', posted]) });
  const listen = (type: string, read: (event: never) => unknown): void =>
    addEventListener(type, (event) => log.push([type, read(event as never)]));
  listen('crm-oauth-start', ({ url, state }: HTMLElementEventMap['crm-oauth-start']) => ({ url, state }));
  listen('crm-oauth-success', ({ response }: HTMLElementEventMap['crm-oauth-success']) => response);
  listen('crm-oauth-error', ({ error }: HTMLElementEventMap['crm-oauth-error']) => ({
    code: error.code,
    kind: error.kind,
    clientId: error.clientId,
  }));
  listen('crm-oauth-statuschange', ({ status }: HTMLElementEventMap['crm-oauth-statuschange']) => status);
}

export const allow = (consent: Page): Promise<void> => answer(consent, 'allow');
export const deny = (consent: Page): Promise<void> => answer(consent, 'deny');

/** Answers on the consent page and waits until its window is gone. */
async function answer(consent: Page, value: string): Promise<void> {
  const closed = consent.waitForEvent('close');
  await consent.locator(`button[value="${value}"]`).click();
  await closed;
}

/** How many windows are open. */
export const windows = (context: BrowserContext): number => context.pages().length;
