import type { FrameLocator, Page } from '@playwright/test';
import { startSandbox } from '../../sandbox/index.js';
import { test as base } from './fixtures.js';

export { allow, deny, expect, windows } from './fixtures.js';

/** A message that a window or frame has received. */
export interface Message {
  /** URL of the receiver, without its query. */
  readonly to: string;
  /** Origin of the sender. */
  readonly from: string;
  readonly data: Readonly<Record<string, unknown>>;
}

interface Fixtures {
  /** Where the sandbox serves the widget: on another site than the page, not only on another port. */
  base: string;
  /** Every message that a window or frame of the browser has received, in the order of each receiver. */
  messages: Message[];
  /** Everything that a page or frame has printed. */
  printed: string[];
  /** Opens a page of the site on which the package can be imported by name. BASE is where the widget is. */
  openPage: (html: string, path?: string) => Promise<void>;
  /** The widget in the page's frame. */
  widget: FrameLocator;
  /** Clicks in the widget, and gives the window that opens. */
  openByWidget: (caption: string) => Promise<Page>;
}

/** An app of RingCentral's with a secret. Without the secret it uses PKCE. */
export const PHONE = { clientId: 'phone', clientSecret: 'phone-secret', name: 'Harbor Phone' };

const IMPORTS = {
  'crm-oauth-button': '/dist/index.js',
  'crm-oauth-button/callback': '/dist/callback.js',
  'crm-oauth-button/consent': '/dist/consent.js',
  'crm-oauth-button/ringcentral': '/dist/ringcentral.js',
};

const PREFIX = 'message: ';
/** A page prints this once its script has run. */
const READY = 'ready for the test';

export const test = base.extend<Fixtures>({
  sandbox: [
    async ({ site }, use) => {
      const redirectUri = `${site.url}/redirect`;
      const sandbox = await startSandbox({
        port: 0,
        integrations: [{ clientId: 'shop', clientSecret: 'shop-secret', name: 'Harbor Shop', redirectUri }],
        ringcentral: { clients: [{ ...PHONE, redirectUris: [redirectUri] }] },
      });
      await use(sandbox);
      await sandbox.close();
    },
    { scope: 'worker' },
  ],

  base: ({ sandbox }, use) => use(`http://127.0.0.1:${sandbox.port}/ringcentral/embeddable`),

  messages: [
    async ({ context }, use) => {
      const messages: Message[] = [];
      // Over the console: code that Playwright evaluates in a page counts as a click there, and would let windows through.
      await context.addInitScript((prefix) => {
        addEventListener('message', ({ data, origin }: MessageEvent<unknown>) => {
          const message = { to: location.origin + location.pathname, from: origin, data };
          console.debug(prefix + JSON.stringify(message));
        });
      }, PREFIX);
      context.on('console', (line) => {
        if (!line.text().startsWith(PREFIX)) return;
        messages.push(JSON.parse(line.text().slice(PREFIX.length)) as Message);
      });
      await use(messages);
    },
    { auto: true },
  ],

  printed: async ({ context }, use) => {
    const printed: string[] = [];
    context.on('console', (line) => {
      if (!line.text().startsWith(PREFIX) && line.text() !== READY) printed.push(line.text());
    });
    await use(printed);
  },

  openPage: ({ visit, site, base, page }, use) =>
    use(async (html, path) => {
      site.page('/redirect', '<script src="/cdn/callback.js"></script>');
      const imports = `<script type="importmap">${JSON.stringify({ imports: IMPORTS })}</script>`;
      // The widget shows its login before the page's script is done, and a click that early would have no effect.
      const script = html
        .replaceAll('BASE', base)
        .replace(/<\/script>\s*$/, `\nconsole.debug('${READY}');</script>`);
      const ready = html.includes('relayLogin(')
        ? page.waitForEvent('console', (line) => line.text() === READY)
        : undefined;
      await visit(imports + script, path);
      await ready;
    }),

  widget: ({ page }, use) => use(page.frameLocator('#rc-widget-adapter-frame')),

  openByWidget: ({ context, widget }, use) =>
    use(async (caption) => {
      const opened = context.waitForEvent('page');
      await widget.getByRole('button', { name: caption, exact: true }).click();
      const popup = await opened;
      await popup.waitForLoadState();
      return popup;
    }),
});
