import { getRequestListener } from '@hono/node-server';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CatalogueClient } from './catalogue/vendor-clients.js';
import { CatalogueStore } from './catalogue/vendor-store.js';
import type { Integration } from './crm/crm-integrations.js';
import { CrmStore, type Account } from './crm/crm-store.js';
import { RingCentralStore, type RingCentralSandboxOptions } from './ringcentral/ringcentral-store.js';
import { createApp, OPEN_PATHS } from './routes.js';
import { DEFAULT_BEHAVIOUR, parseBehaviour, type Behaviour } from './shared/behaviour.js';
import { guard } from './shared/guard.js';
import { Hosts } from './shared/hosts.js';
import { Runtime, type ReceivedRequest } from './shared/runtime.js';

export type { CatalogueClient } from './catalogue/vendor-clients.js';
export type { Account } from './crm/crm-store.js';
export type { Integration, Scope } from './crm/crm-integrations.js';
export type {
  RingCentralClient,
  RingCentralSandboxOptions,
  RingCentralUser,
} from './ringcentral/ringcentral-store.js';
export type { Behaviour } from './shared/behaviour.js';
export type { ReceivedRequest } from './shared/runtime.js';

export interface SandboxOptions {
  /** Default 4400. 0 takes any free port. */
  port?: number;
  /**
   * Host names and addresses under which it answers too, as in a URL: `sandbox` for a neighbour in Docker. With any of
   * them it listens on all interfaces; `0.0.0.0` does no more than that. Default: none, and only this machine reaches it.
   */
  hosts?: readonly string[];
  /** Default: none. An unknown `client_id` is accepted all the same, for the page that asks. */
  integrations?: readonly Integration[];
  /** The accounts that the person can choose from, at least one. Default: three made-up accounts. */
  accounts?: readonly Account[];
  /** RingCentral's clients and users. Default: no client, two made-up users. */
  ringcentral?: RingCentralSandboxOptions;
  /**
   * The clients of the catalogue's CRMs: HubSpot, Pipedrive, Zoho and so on. Default: none. An unknown `client_id` is accepted all
   * the same, where the request names a redirect URI, with the client secret `sandbox-secret`.
   */
  clients?: readonly CatalogueClient[];
  /** Changes to the default behaviour, from the start. */
  behaviour?: Partial<Behaviour>;
  /** Receives one line per request and event; codes, tokens and secrets are shortened. Default: silent. */
  log?: (line: string) => void;
  /** Clock in milliseconds since the epoch, for tests of expiry. Default `Date.now`. */
  now?: () => number;
}

/** A running sandbox. */
export interface Sandbox {
  /**
   * `http://localhost:PORT`: the value for a button's `server` attribute, for Kommo. Append the provider's name for each other:
   * `/amocrm`, `/ringcentral`, `/hubspot`.
   */
  readonly url: string;
  readonly port: number;
  /** The OAuth requests received since the start or the last `reset()`, oldest first. */
  readonly requests: readonly ReceivedRequest[];
  /** Merges a change into the behaviour. Throws a `TypeError` when it is not valid. */
  behave(change: Partial<Behaviour>): void;
  /** Back to the behaviour it was started with; forgets codes, tokens, requests and integrations that came up since. */
  reset(): void;
  /**
   * Disconnects an account: revokes its tokens, then calls the integration's `disconnectUri`, if it has one.
   *
   * @returns the status with which `disconnectUri` answered.
   * @throws {RangeError} when there is no such integration. Rejects as well when `disconnectUri` cannot be reached.
   */
  disconnect(clientId: string, accountId: number): Promise<number | undefined>;
  /**
   * Uninstalls a client of the catalogue from an account: all of its tokens end. Pipedrive then sends the DELETE of its documents
   * to the redirect URI, with the client's credentials.
   *
   * @param provider such as `pipedrive`
   * @param accountId as the vendor writes it
   * @returns the status with which the redirect URI answered; `undefined` for a vendor that tells nobody
   * @throws {RangeError} when there is no such provider, client or account. Rejects as well when the redirect URI cannot be
   *   reached
   * @see https://pipedrive.readme.io/docs/app-uninstallation
   */
  uninstall(provider: string, clientId: string, accountId: string): Promise<number | undefined>;
  /** Ends all connections. Can be called twice. */
  close(): Promise<void>;
}

/**
 * Starts a local stand-in for the authorization servers of the CRMs of the catalogue, and for RingCentral's widget. It
 * keeps its data in memory. Unless `hosts` says otherwise, only this machine reaches it. It answers under the names of this
 * machine (`localhost`, `*.localhost`, 127.0.0.0/8, `[::1]`) and under `hosts`, and under no other (421, RFC 9110 §15.5.20):
 * a page elsewhere whose name leads here (DNS rebinding) cannot use it. Nor does it take what pages of other origins post.
 *
 * @throws {TypeError} for a behaviour, a host or a provider that is not valid. Rejects with the code `EADDRINUSE` when the port is taken.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const runtime = new Runtime({
    behaviour: { ...DEFAULT_BEHAVIOUR, ...parseBehaviour(options.behaviour ?? {}) },
    log: options.log ?? (() => undefined),
    now: options.now ?? Date.now,
  });
  const crm = new CrmStore(options.integrations ?? [], options.accounts ?? [], runtime);
  const ringcentral = new RingCentralStore(options.ringcentral ?? {}, runtime.now);
  const catalogue = new CatalogueStore(options.clients ?? [], runtime);
  const hosts = new Hosts(options.hosts);
  const listener = getRequestListener(createApp({ runtime, crm, ringcentral, catalogue }, hosts).fetch);
  const server = createServer(
    guard((request, response) => void listener(request, response), {
      hosts,
      openPaths: OPEN_PATHS,
      log: (line) => runtime.log(line),
    }),
  );
  server.listen(options.port ?? 4400, hosts.address);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://localhost:${port}`,
    port,
    requests: runtime.requests,
    behave: (change) => runtime.behave(change),
    reset() {
      for (const part of [runtime, crm, ringcentral, catalogue]) part.reset();
    },
    disconnect: (clientId, accountId) => crm.disconnect(clientId, accountId),
    uninstall: async (provider, clientId, accountId) => catalogue.of(provider).uninstall(clientId, accountId),
    async close() {
      runtime.closing.abort();
      if (!server.listening) return;
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
