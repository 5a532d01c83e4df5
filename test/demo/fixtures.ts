import { expect, test as base, type FrameLocator, type Locator, type Page } from '@playwright/test';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startDemo, type Demo } from '../../demo/server/demo-server.js';
import type { Connection } from '../../src/server.js';

/** Where a test's own page can be put. */
export interface Site {
  readonly url: string;
  /** HTML by path. Without it the pages of a site are made up in the browser. */
  readonly pages?: Map<string, string>;
}

interface Shared {
  /** Another origin, with pages of the tests' own. */
  elsewhere: Site;

  /** One studio for all tests of a worker that do not change what it keeps. */
  studio: Demo;
}

interface Fixtures {
  demo: Demo;
  visitor: Visitor;
}

/** Somebody with a cookie jar who talks to the demo without a browser. */
export interface Visitor {
  get(path: string): Promise<Response>;
  post(path: string, body?: object, origin?: string): Promise<Response>;
  /** The `Cookie` header that they send. */
  cookie(): string;
  /** A state of their own. */
  state(client?: string): Promise<string>;
  connections(): Promise<readonly Connection[]>;
  /** Connects the first account of Kommo. */
  connect(): Promise<Response>;
}

export const test = base.extend<Fixtures, Shared>({
  elsewhere: [
    async ({}, use) => {
      const pages = new Map<string, string>();
      const server = createServer(({ url = '' }, response) => {
        const html = pages.get(url.split('?')[0]!);
        response.writeHead(html === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
        response.end(html);
      });
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      await use({ url: `http://localhost:${(server.address() as AddressInfo).port}`, pages });
      server.closeAllConnections();
      server.close();
    },
    { scope: 'worker' },
  ],
  studio: [
    async ({}, use) => {
      const demo = await startDemo({ port: 0, sandbox: { port: 0 } });
      await use(demo);
      await demo.close();
    },
    { scope: 'worker' },
  ],

  demo: async ({}, use) => {
    const demo = await startDemo({ port: 0, sandbox: { port: 0 } });
    await use(demo);
    await demo.close();
  },

  visitor: async ({ demo }, use) => use(newVisitor(demo)),
});

/** @param cookie what is in the jar from the start */
export function newVisitor(demo: Demo, cookie = ''): Visitor {
  const send = async (path: string, options: RequestInit = {}): Promise<Response> => {
    const headers = { cookie, ...(options.headers as Record<string, string>) };
    const response = await fetch(demo.url + path, { ...options, headers, redirect: 'manual' });
    cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
    return response;
  };
  const visitor: Visitor = {
    get: (path) => send(path),
    post: (path, body = {}, origin = demo.url) =>
      send(path, {
        method: 'POST',
        headers: { origin, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    cookie: () => cookie,
    state: async (client = 'kommo') => {
      const response = await send(`/crm/state?provider=${client}`);
      return ((await response.json()) as { state: string }).state;
    },
    connections: async () => (await send('/crm/connections')).json() as Promise<readonly Connection[]>,
    connect: async () => {
      const answer = await allow(demo, { client_id: 'harbor-shop', state: await visitor.state() });
      return send(`/crm/callback/kommo?${answer.toString()}`);
    },
  };
  return visitor;
}

/** Allows on the consent page for the first account, and gives what the CRM then sends to the redirect URI. */
export async function allow(demo: Demo, query: Record<string, string>): Promise<URLSearchParams> {
  demo.sandbox.behave({ answer: 'allow' });
  const parameters = new URLSearchParams({ origin: `${demo.url}/`, ...query });
  const text = await (await fetch(`${demo.sandbox.url}/oauth/?${parameters.toString()}`)).text();
  const redirect = /data-redirect="([^"]*)"/.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? '';
  return new URL(redirect).searchParams;
}

/** The page in the studio's frame. */
export function canvasOf(page: Page): FrameLocator {
  return page.frameLocator('iframe[title=Canvas]');
}

/** Opens a story, with its controls and tools as the query has them, and waits until it can be used. */
export async function openStory(page: Page, { url }: Pick<Demo, 'url'>, address: string): Promise<void> {
  await page.goto(`${url}/#/${address}`);
  await expect(canvasOf(page).locator('html[data-ready]')).toBeAttached();
}

/** Presses the story's button, which opens the consent window. */
export async function openConsent(page: Page): Promise<Page> {
  const popup = page.waitForEvent('popup');
  await canvasOf(page).locator('#stage').getByRole('button').first().click();
  return popup;
}

/** Shows the event log. */
export async function openEvents(page: Page): Promise<Locator> {
  await page.getByRole('tab', { name: 'Events' }).click();
  return page.getByRole('log');
}

/** Decides on the consent page. The window may be gone before the click has returned. */
export async function decide(popup: Page, answer: 'allow' | 'deny'): Promise<void> {
  const closed = popup.waitForEvent('close');
  await popup
    .locator(`button[value=${answer}]`)
    .click()
    .catch((error: unknown) => {
      if (!popup.isClosed()) throw error;
    });
  await closed;
}

/** A page's complaints from here on: console messages, errors, and failed requests. */
export function listen(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('requestfailed', (request) => {
    // Leaving a story before it has loaded is not a failure.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') complaints.push(`${request.url()} failed`);
  });
  return complaints;
}
