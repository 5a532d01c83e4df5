import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Sandbox, startSandbox } from '../../sandbox/index.js';
import {
  type AnyClient,
  type Connection,
  createHandler,
  type Handler,
  type HandlerOptions,
  MemoryStore,
  type Store,
  toNodeListener,
  type TokenRecord,
} from '../../src/server.js';
import { sendForm } from '../sandbox/fixtures.js';
import {
  type Attempt,
  clientsOf,
  consentUrlOf,
  firstAccountOf,
  registrationsOf,
} from './handler-registrations.js';
import { type HoldingServer, startHoldingServer } from './holding-server.js';
import { test as base } from './store-fixtures.js';

export { type Attempt, consentUrlOf, ID, KOMMO_ACCOUNT, NAMES } from './handler-registrations.js';

/** Sends a request in a user's name, to a path below the handler's or to a complete URL. */
export type Send = (path: string | URL, init?: RequestInit) => Promise<Response>;

/** What a site's handler may do besides: `server` takes the sandbox's place. */
type Hooks = Pick<Partial<HandlerOptions>, 'server' | 'afterConnect'>;

/** An integrator's site: a handler over HTTP, and the sandbox in the place of all CRMs. */
export interface Site {
  /** `http://localhost:PORT/crm`. */
  readonly url: string;
  readonly crm: Handler<IncomingMessage>;
  readonly clients: readonly AnyClient[];
  readonly store: Store;
  readonly sandbox: Sandbox;
  /** The calls of `onStatus`, oldest first. */
  readonly told: { readonly status: string; readonly account: string; readonly user: string }[];
  /** The arguments of `onError`, oldest first. */
  readonly errors: unknown[];
  /** Settings that a test may change while the site runs. */
  readonly hooks: { afterConnect?: HandlerOptions['afterConnect'] };
  /** Requests of a user's; `undefined` is somebody who is not signed in. */
  as(user: string | undefined): Send;
  /** Takes a user to the consent page and lets them allow. Gives the URL to which the CRM sends them back. */
  authorize(user: string, name: string, account?: string): Promise<URL>;
  /** The same, and back. Gives the user's connection. */
  connect(user: string, name: string, account?: string): Promise<Connection>;
  close(): Promise<void>;
}

interface Fixtures {
  /** Between a site and the sandbox, for sites that are started with its URL as `server`. */
  holding: HoldingServer;
  startSite: (store?: Store, hooks?: Hooks) => Promise<Site>;
  site: Site;
}

export const test = base.extend<Fixtures>({
  startSite: async ({}, use) => {
    const sites: Site[] = [];
    await use(async (store, hooks) => {
      const site = await startSite(store, hooks);
      sites.push(site);
      return site;
    });
    await Promise.all(sites.map((site) => site.close()));
  },

  holding: async ({}, use) => {
    const holding = await startHoldingServer();
    await use(holding);
    holding.close();
  },

  site: async ({ startSite: start }, use) => use(await start()),
});

async function startSite(store: Store = new MemoryStore(), hooks: Hooks = {}): Promise<Site> {
  const server = createServer((request, response) => listener(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://localhost:${(server.address() as AddressInfo).port}/crm`;
  const sandbox = await startSandbox(registrationsOf(url));
  const site = { clients: clientsOf(url), store, sandbox, url, told: [], errors: [], hooks: { ...hooks } };
  const crm = createHandler<IncomingMessage>({
    clients: site.clients,
    store,
    userOf: ({ headers }) => decodeURIComponent(headers.get('x-user') ?? ''),
    server: hooks.server ?? sandbox.url,
    afterConnect: (connection, user) => site.hooks.afterConnect?.(connection, user),
    onStatus: ({ status, account }, user) => void (site.told as object[]).push({ status, account, user }),
    onError: (error) => void (site.errors as unknown[]).push(error),
  });
  const listener = toNodeListener(crm);
  const as = (user: string | undefined) => senderOf(url, user);
  const authorize = async (user: string, name: string, account = firstAccountOf(name)) => {
    const issued = (await (await as(user)(`/state?provider=${name}`)).json()) as Attempt;
    const consentUrl = consentUrlOf(sandbox, url, name, issued);
    await fetch(consentUrl);
    const response = await sendForm(consentUrl, { answer: 'allow', account });
    return new URL(response.headers.get('location') ?? '', url);
  };
  return {
    ...site,
    crm,
    as,
    authorize,
    async connect(user, name, account) {
      const response = await as(user)(await authorize(user, name, account));
      if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
      return (await crm.connections(user)).findLast((each) => each.client === name)!;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await sandbox.close();
    },
  };
}

function senderOf(base: string, user: string | undefined): Send {
  return (path, init = {}) => {
    const headers = new Headers(init.headers);
    if (user !== undefined) headers.set('x-user', encodeURIComponent(user));
    const url = path instanceof URL ? path : `${base}${path}`;
    return fetch(url, { redirect: 'manual', ...init, headers });
  };
}

/** How many requests a sandbox has received at its token endpoints. */
export const tokenRequests = ({ sandbox }: Pick<Site, 'sandbox'>): number =>
  sandbox.requests.filter(({ endpoint }) => endpoint === 'token').length;

/** Changes the tokens of a connection where they are kept. */
export async function changeTokens({ store }: Site, id: string, change: Partial<TokenRecord>): Promise<void> {
  await store.connections.update(id, (current) =>
    Promise.resolve({ ...current, tokens: { ...current.tokens!, ...change } }),
  );
}

/** Runs a task while the clock stands still. */
export async function at<T>(time: number, task: () => Promise<T>): Promise<T> {
  const clock = Date.now;
  Date.now = () => time;
  return task().finally(() => (Date.now = clock));
}
