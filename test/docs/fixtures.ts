import type { Page, Request } from '@playwright/test';
import { build, type Plugin } from 'esbuild';
import { basename } from 'node:path';
import { type Sandbox, startSandbox } from '../../sandbox/index.js';
import { test as base } from '../e2e/fixtures.js';
import { infoOf, readBlocks } from '../helpers/documents.js';
import { playVendor } from '../helpers/vendor.js';

export { allow, deny, expect } from '../e2e/fixtures.js';

/** What a server of a document's reader answers. */
interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}
type Handler = (request: Request) => Answer | Promise<Answer>;

interface Fixtures {
  /**
   * Puts the pages of a document's section on the web, each at its `page=` address, and those before the first section.
   *
   * @param moved - pages to put at another address, in place of the page there
   */
  follow: (document: string, section: string, moved?: Readonly<Record<string, string>>) => Promise<void>;
  /** Answers all requests below a URL. */
  serve: (url: string, handler: Handler) => void;
}

/** The integrations whose redirect URIs the documents name. */
const INTEGRATIONS: Readonly<Record<string, string>> = {
  shop: 'https://shop.example/callback',
  server: 'https://shop.example/crm/callback/kommo',
  login: 'https://login.example/callback',
  widget: 'https://widget.example/callback',
  site: 'https://site.example/relay',
  app: 'https://app.example/callback',
  extension: 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/crm',
};

export const test = base.extend<Fixtures, { sandbox: Sandbox }>({
  sandbox: [
    async ({}, use) => {
      const integrations = Object.entries(INTEGRATIONS).map(([clientId, redirectUri]) => ({
        clientId,
        clientSecret: `${clientId}-secret`,
        name: clientId,
        redirectUri,
      }));
      const sandbox = await startSandbox({ port: 0, integrations });
      await use(sandbox);
      await sandbox.close();
    },
    { scope: 'worker' },
  ],

  serve: async ({ context, sandbox }, use) => {
    sandbox.reset();
    await playVendor(context, 'https://www.kommo.com', sandbox.url);
    await playVendor(context, 'https://platform.ringcentral.com', `${sandbox.url}/ringcentral`);
    const handlers: [url: string, handler: Handler][] = [];
    await context.route(/^https:\/\/[a-z]+\.example\//, async (route) => {
      const url = route.request().url();
      const { pathname } = new URL(url);
      if (pathname.startsWith('/assets/')) {
        await route.fulfill({ path: `cdn/${basename(pathname)}`, contentType: 'text/javascript' });
        return;
      }
      const handler = handlers.find(([start]) => url.split('?')[0] === start || url.startsWith(`${start}/`));
      await route.fulfill((await handler?.[1](route.request())) ?? { status: 404, body: 'Nothing is here.' });
    });
    await use((url, handler) => handlers.unshift([url, handler]));
  },

  follow: ({ serve }, use) =>
    use(async (document, section, moved = {}) => {
      const pages = new Map<string, string>();
      for (const block of readBlocks(document)) {
        const url = infoOf(block, 'page');
        if (!url || !['', section].includes(block.section)) continue;
        const code = block.language === 'js' ? await bundleScript(block.code) : block.code;
        pages.set(url, (pages.get(url) ?? '') + code);
      }
      for (const [url, html] of pages) serve(url, () => htmlPage(html));
      for (const [from, to] of Object.entries(moved)) serve(to, () => htmlPage(pages.get(from)!));
    }),
});

/** A page with nothing but what its maker copied from a document. */
export function htmlPage(html: string): Answer {
  return {
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: `<!doctype html><title>Page</title><link rel="icon" href="data:,"><body>${html}`,
  };
}

/** A document's module, as a bundler makes it. */
export async function bundleScript(code: string, plugins: Plugin[] = []): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: process.cwd() },
    alias: {
      'crm-oauth-button/callback': './dist/callback.js',
      'crm-oauth-button/consent': './dist/consent.js',
      'crm-oauth-button': './dist/index.js',
    },
    plugins,
    bundle: true,
    write: false,
    format: 'esm',
    logLevel: 'warning',
  });
  return `<script type="module">${outputFiles[0]?.text}</script>`;
}

/** The shape of a code. */
export const CODE = /^[\w-]{20,}$/;

/** Answers on a consent page that has taken the place of the page. */
export async function answerInPlace(page: Page, value: 'allow' | 'deny'): Promise<void> {
  await page.waitForURL(/^https:\/\/(www\.kommo|platform\.ringcentral)\.com\//);
  await page.locator(`button[value="${value}"]`).click();
}
