import { getRequestListener } from '@hono/node-server';
import { MemorySecretsStore, MemoryStateStore } from 'crm-oauth-button/server';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { guard } from '../sandbox/shared/guard.js';
import { Hosts } from '../sandbox/shared/hosts.js';
import { startSandbox, type Sandbox, type SandboxOptions } from '../sandbox/index.js';
import { buildAssets, type Assets } from './assets.js';
import { bundleLit } from './bundle-lit.js';
import { studioPages } from './pages/studio-pages.js';
import { readRelease } from './read-release.js';
import { createApp } from './server/app.js';
import { Clients } from './server/clients.js';
import { Connections } from './server/connections.js';
import { openDatabase } from './server/database.js';
import { register } from './server/integrations.js';
import { sessionKey } from './server/session.js';
import { SqliteTokenStore } from './server/sqlite-token-store.js';

export interface DemoOptions {
  /** Default 4300. 0 takes any free port. */
  port?: number;
  /** Host names and addresses under which it and its sandbox answer too; see the sandbox's `hosts`. Default: none. */
  hosts?: readonly string[];
  /** The sandbox that comes with it; the demo's own integrations are registered there. */
  sandbox?: Omit<SandboxOptions, 'hosts' | 'integrations'>;
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
 * @throws {TypeError} for a host that is none; rejects with the code `EADDRINUSE` when one of the ports is taken.
 */
export async function startDemo({
  port = 4300,
  hosts: names = [],
  sandbox: options,
  database: file,
  now = Date.now,
}: DemoOptions = {}): Promise<Demo> {
  const hosts = new Hosts(names);
  assets ??= buildAssets();
  const [built, lit, release] = await Promise.all([assets, bundleLit(), readRelease()]);
  // The sandbox has to know the redirect URIs, and so the port of this server, before it starts.
  const server = createServer();
  server.listen(port, hosts.address);
  await once(server, 'listening');
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  const database = openDatabase(file);
  const clients = new Clients(database);
  const integrations = register(url, clients);
  const sandbox = await startSandbox({ ...options, hosts: names, integrations }).catch(
    async (error: unknown) => {
      database.close();
      await close(server);
      throw error;
    },
  );

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

async function close(server: Server): Promise<void> {
  if (!server.listening) return;
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}
