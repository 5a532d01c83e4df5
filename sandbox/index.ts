import { getRequestListener } from '@hono/node-server';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { CatalogueStore } from './catalogue/vendor-store.js';
import { CrmStore } from './crm/crm-store.js';
import { installWidget } from './crm/install-widget.js';
import { oneTimeToken } from './crm/one-time-token.js';
import { listen } from './listen.js';
import { RingCentralStore } from './ringcentral/ringcentral-store.js';
import { createApp, OPEN_PATHS } from './routes.js';
import type { Sandbox, SandboxOptions } from './sandbox.js';
import { DEFAULT_BEHAVIOUR, parseBehaviour } from './shared/behaviour.js';
import { guard } from './shared/guard.js';
import { Hosts } from './shared/hosts.js';
import { Runtime } from './shared/runtime.js';

export type { CatalogueClient } from './catalogue/vendor-clients.js';
export type { Account } from './crm/crm-store.js';
export type { Integration, Scope } from './crm/crm-integrations.js';
export type { OneTimeTokenClaims } from './crm/one-time-token.js';
export type {
  RingCentralClient,
  RingCentralSandboxOptions,
  RingCentralUser,
} from './ringcentral/ringcentral-store.js';
export type { Sandbox, SandboxOptions } from './sandbox.js';
export type { Behaviour } from './shared/behaviour.js';
export type { ReceivedRequest } from './shared/runtime.js';

/** Milliseconds. */
const YEAR = 365 * 24 * 60 * 60 * 1000;

/**
 * Starts a local stand-in for the authorization servers of the CRMs of the catalogue, and for RingCentral's widget. It
 * keeps its data in memory. Unless `hosts` says otherwise, only this machine reaches it. It answers under the names of this
 * machine (`localhost`, `*.localhost`, 127.0.0.0/8, `[::1]`) and under `hosts`, and under no other (421, RFC 9110 §15.5.20):
 * a page elsewhere whose name leads here (DNS rebinding) cannot use it. Nor does it take what pages of other origins post.
 *
 * @throws {TypeError} for a behaviour, a host or a provider that is not valid. Rejects with the code `EADDRINUSE` when a port
 *   that was asked for is taken.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const runtime = new Runtime({
    behaviour: { ...DEFAULT_BEHAVIOUR, ...parseBehaviour(options.behaviour ?? {}) },
    log: options.log ?? (() => undefined),
    now: options.now ?? Date.now,
    takesUnknownClients: options.unknownClients !== 'refuse',
  });
  const crm = new CrmStore(options.integrations ?? [], options.accounts ?? [], runtime);
  const ringcentral = new RingCentralStore(options.ringcentral ?? {}, runtime);
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
  const port = await listen(server, options.port, hosts.address);

  return {
    url: `http://localhost:${port}`,
    port,
    requests: runtime.requests,
    behave: (change) => runtime.behave(change),
    reset() {
      for (const part of [runtime, crm, ringcentral, catalogue]) part.reset();
    },
    disconnect: (clientId, accountId) => crm.disconnect(clientId, accountId),
    installWidget: (clientId, accountId) => installWidget(clientId, accountId, crm, runtime),
    oneTimeToken: (clientId, accountId, claims = {}) =>
      oneTimeToken(clientId, accountId, claims, crm, runtime.now()),
    longLivedToken: (clientId, accountId, { expires = runtime.now() + YEAR } = {}) =>
      crm.issueLongLivedToken(clientId, accountId, expires),
    rename: (accountId, names) => crm.rename(accountId, names),
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
