import { getRequestListener } from '@hono/node-server';
import { createHandler, MemoryStore, SqliteStore } from 'crm-oauth-button/server';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { guard } from '../../sandbox/shared/guard.js';
import { Hosts } from '../../sandbox/shared/hosts.js';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox/index.js';
import { type Assets, buildAssets, bundleLit, readBuiltRelease } from './assets.js';
import { createClients, register } from './clients.js';
import { createApp } from './demo-app.js';
import { readKeys } from './keys.js';
import { STUDIO_FILES, studioPages } from './pages/studio-pages.js';

export interface DemoOptions {
  /** Default 4300. 0 takes any free port. */
  port?: number;
  /** Host names and addresses under which it and its sandbox answer too; see the sandbox's `hosts`. Default: none. */
  hosts?: readonly string[];
  /** The sandbox that comes with it; the demo's own integrations are registered there. */
  sandbox?: Omit<SandboxOptions, 'hosts' | 'integrations' | 'clients' | 'ringcentral'>;
  /** File of the SQLite database, which outlives the process; the keys are beside it. Default: in memory. */
  database?: string;
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
  database,
}: DemoOptions = {}): Promise<Demo> {
  const hosts = new Hosts(names);
  assets ??= buildAssets(STUDIO_FILES);
  const [built, lit, release] = await Promise.all([assets, bundleLit(), readBuiltRelease()]);
  // The sandbox has to know the redirect URIs, and so the port of this server, before it starts.
  const server = createServer();
  server.listen(port, hosts.address);
  await once(server, 'listening');
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  const keys = readKeys(database);
  const store = database ? await SqliteStore.open(database, { keys: [keys.store] }) : new MemoryStore();
  const closeStore = (): void => {
    if (store instanceof SqliteStore) store.close();
  };
  const clients = createClients(url);
  const sandbox = await startSandbox({ ...options, hosts: names, ...register(clients, url) }).catch(
    async (error: unknown) => {
      closeStore();
      await close(server);
      throw error;
    },
  );

  const crm = createHandler({
    clients,
    store,
    userOf: (_, { user }: { readonly user: string }) => user,
    // The sandbox stands in for the CRMs. Leave it out for the real ones.
    server: sandbox.url,
  });
  const pages = await studioPages({ sandbox: sandbox.url, isServed: true, ...release });
  const app = createApp(
    { url, sandbox, crm, clients, sessionKey: keys.session },
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
      closeStore();
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
