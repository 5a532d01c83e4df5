import { type FrameLocator, type Page } from '@playwright/test';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test as base } from './ringcentral-fixtures.js';

/** A message that the host's page has received. */
export interface Received {
  [name: string]: unknown;
  type: string;
}

/** A host's page with the widget in it. */
export interface Host {
  page: Page;
  widget: FrameLocator;
  /** Sends a message to the widget's frame. */
  send: (message: object) => Promise<void>;
  /** All messages of a type that have come from the widget so far. */
  received: (type: string) => Promise<Received[]>;
  /** Waits until the widget has sent so many messages of a type, and gives the last one. */
  waitFor: (type: string, count?: number) => Promise<Received>;
  /** Resolves when the widget has handled everything sent to it so far. */
  settled: () => Promise<void>;
}

interface Fixtures {
  /** URL of a server that answers each path with what `pages` has for it; not the sandbox's site. */
  site: { url: string; pages: Map<string, string> };
  /** Opens a page of the host's with this HTML, in which SANDBOX is replaced, and waits for the widget. */
  openHost: (html: string) => Promise<Host>;
  /** Opens a host's page with the adapter script; the query is the script's. */
  openAdapter: (query?: Record<string, string>) => Promise<Host>;
}

/** Records all incoming messages. */
const LISTENER = `<script>
  window.messages = [];
  addEventListener('message', ({ data }) => messages.push(data));
</script>`;

export const test = base.extend<Fixtures>({
  site: async ({}, use) => {
    // Every browser asks for the icon.
    const pages = new Map([['/favicon.ico', '']]);
    const server = createServer(({ url = '' }, response) => {
      const html = pages.get(new URL(url, 'http://host').pathname);
      response.writeHead(html === undefined ? 404 : 200, { 'content-type': 'text/html' }).end(html);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    await use({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, pages });
    server.closeAllConnections();
    server.close();
  },

  openHost: async ({ page, sandbox, site }, use) =>
    use(async (html) => {
      const body = html.replaceAll('SANDBOX', sandbox.url);
      site.pages.set('/', `<!doctype html><title>Host</title>${LISTENER}<body>${body}</body>`);
      await page.goto(`${site.url}/`);
      const host = newHost(page);
      await host.waitFor('rc-login-status-notify');
      return host;
    }),

  openAdapter: async ({ openHost }, use) =>
    use((query = {}) => {
      const search = new URLSearchParams(query).toString().replaceAll('&', '&amp;');
      return openHost(`<script src="SANDBOX/ringcentral/embeddable/adapter.js?${search}"></script>`);
    }),
});

function newHost(page: Page): Host {
  const received = (type: string) =>
    page.evaluate((wanted) => {
      const { messages } = window as unknown as { messages: Received[] };
      return messages.filter((message) => message.type === wanted);
    }, type);

  const waitFor = async (type: string, count = 1) => {
    await page.waitForFunction(
      ([wanted, least]) => {
        const { messages } = window as unknown as { messages: Received[] };
        return messages.filter((message) => message.type === wanted).length >= least;
      },
      [type, count] as const,
    );
    const messages = await received(type);
    return messages.at(-1)!;
  };

  const send = (message: object) =>
    page.evaluate((data) => {
      const frame = document.querySelector<HTMLIFrameElement>('iframe[src*="embeddable"]');
      frame?.contentWindow?.postMessage(data, '*');
    }, message);

  const settled = async () => {
    const { length } = await received('rc-adapter-message-response');
    await send({ type: 'rc-adapter-message-request', path: '/nothing', requestId: 'settled' });
    await waitFor('rc-adapter-message-response', length + 1);
  };

  return { page, widget: page.frameLocator('iframe[src*="embeddable"]'), send, received, waitFor, settled };
}

/** A valid registration, with these changes. */
export const registration = (service: object = {}) => ({
  type: 'rc-adapter-register-third-party-service',
  service: { name: 'Kommo', authorizationPath: '/authorize', authorized: false, ...service },
});

export const status = (authorized: boolean, account: { authorizedAccount?: unknown } = {}) => ({
  type: 'rc-adapter-update-authorization-status',
  authorized,
  ...account,
});
