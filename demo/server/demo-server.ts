import { getRequestListener } from '@hono/node-server';
import { Client, MemorySecretsStore, MemoryStateStore } from 'crm-oauth-button/server';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { guard } from '../../sandbox/shared/guard.js';
import { Hosts } from '../../sandbox/shared/hosts.js';
import { startSandbox, type Integration, type Sandbox, type SandboxOptions } from '../../sandbox/index.js';
import { CLIENT_ID, HARBOR_SHOP, MESSAGE_CLIENT_ID, SERVERLESS_CLIENT_ID } from '../stories/harbor-shop.js';
import { type Assets, buildAssets, bundleLit, readBuiltRelease } from './assets.js';
import { catalogueClients, registrations } from './catalogue-clients.js';
import { Clients, Connections, openDatabase } from './database.js';
import { createApp } from './demo-app.js';
import { STUDIO_FILES, studioPages } from './pages/studio-pages.js';
import { sessionKey } from './session.js';
import { SqliteTokenStore } from './sqlite-token-store.js';

export interface DemoOptions {
  /** Default 4300. 0 takes any free port. */
  port?: number;
  /** Host names and addresses under which it and its sandbox answer too; see the sandbox's `hosts`. Default: none. */
  hosts?: readonly string[];
  /** The sandbox that comes with it; the demo's own integrations are registered there. */
  sandbox?: Omit<SandboxOptions, 'hosts' | 'integrations' | 'clients' | 'ringcentral'>;
  /** File of the SQLite database, which outlives the process. Default: in memory. */
  database?: string;
  /** Clock in milliseconds since the epoch, for tests of expiry. Default `Date.now`. */
  now?: () => number;
}

/** Compiled once for all demos of a process. */
let assets: Promise<Assets> | undefined;

/** A running demo. */
export interface Demo {
  /** `http://localhost:PORT`. */
  readonly url: string;
  readonly sandbox: Sandbox;
  close(): Promise<void>;
}

/**
 * Starts the demo site and its sandbox, each on a port of its own. Unless `hosts` says otherwise, only this machine reaches
 * them, and no page elsewhere can use them.
 *
 * @throws {TypeError} for an invalid host; rejects with the code `EADDRINUSE` when one of the ports is taken.
 */
export async function startDemo({
  port = 4300,
  hosts: names = [],
  sandbox: options,
  database: file,
  now = Date.now,
}: DemoOptions = {}): Promise<Demo> {
  const hosts = new Hosts(names);
  assets ??= buildAssets(STUDIO_FILES);
  const [built, lit, release] = await Promise.all([assets, bundleLit(), readBuiltRelease()]);
  // The sandbox has to know the redirect URIs, and so the port of this server, before it starts.
  const server = createServer();
  server.listen(port, hosts.address);
  await once(server, 'listening');
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  const database = openDatabase(file);
  const catalogue = catalogueClients(url);
  const clients = new Clients(database, [...catalogue.values()]);
  const integrations = register(url, clients);
  const ownClients = registrations(catalogue, url);
  const sandbox = await startSandbox({
    ...options,
    hosts: names,
    integrations,
    clients: ownClients.filter(({ provider }) => provider !== 'ringcentral'),
    ringcentral: {
      clients: ownClients
        .filter(({ provider }) => provider === 'ringcentral')
        .map(({ redirectUri, ...client }) => ({
          ...client,
          redirectUris: [redirectUri],
        })),
    },
  }).catch(async (error: unknown) => {
    database.close();
    await close(server);
    throw error;
  });

  const pages = await studioPages({ sandbox: sandbox.url, isServed: true, ...release });
  const app = createApp(
    {
      url,
      sandbox: sandbox.url,
      sessionKey: sessionKey(database),
      states: { store: new MemoryStateStore(), now },
      secrets: new MemorySecretsStore(),
      tokens: new SqliteTokenStore(database),
      clients,
      catalogue,
      connections: new Connections(database),
    },
    new Map([...built, ...lit, ...pages]),
  );
  const listener = getRequestListener(app.fetch);
  server.on(
    'request',
    guard((request, response) => void listener(request, response), { hosts }),
  );

  return {
    url,
    sandbox,
    close: async () => {
      await Promise.all([close(server), sandbox.close()]);
      if (database.isOpen) database.close();
    },
  };
}

/**
 * Does what an integrator does at the CRM: registers the site's integrations. An integration has one redirect URI, so three kinds of it are three integrations.
 * Their secrets are made once, and kept.
 */
function register(site: string, clients: Clients): readonly Integration[] {
  const redirectUris = [
    [CLIENT_ID, `${site}/callback`],
    [MESSAGE_CLIENT_ID, `${site}/callback/message`],
    [SERVERLESS_CLIENT_ID, `${site}/redirect.html`],
  ] as const;
  return redirectUris.map(([clientId, redirectUri]) => {
    const clientSecret = clients.find(clientId)?.clientSecret ?? randomBytes(32).toString('base64url');
    clients.keep(new Client({ clientId, clientSecret, redirectUri }));
    return {
      clientId,
      clientSecret,
      redirectUri,
      ...HARBOR_SHOP,
      logo: `${site}/${HARBOR_SHOP.logo}`,
      disconnectUri: `${site}/disconnected`,
    };
  });
}

async function close(server: Server): Promise<void> {
  if (!server.listening) return;
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}
