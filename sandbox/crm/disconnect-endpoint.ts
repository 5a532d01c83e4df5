import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { disconnectedPage } from '../pages/disconnected-page.js';
import { DISCONNECT_PATH } from '../pages/index-page.js';
import type { Env } from '../shared/requests.js';
import type { Runtime } from '../shared/runtime.js';
import type { CrmStore } from './crm-store.js';
import { disconnectAll, isNamed, type Disconnection } from './disconnect-account.js';

/** The endpoint's answer to JSON. */
export interface DisconnectResponse {
  /** Empty, with the status 404, when nothing is connected to the account. */
  disconnected: readonly Disconnection[];
  /** The accounts that were connected, by their hosts. */
  connected: readonly string[];
}

/**
 * Disconnects an account, as a person does inside Kommo or amoCRM. The parameter `account` is its id or its host; `client_id` leaves
 * all integrations but one connected. A form gets a page, and JSON gets a {@link DisconnectResponse}.
 */
export function disconnectEndpoint(store: CrmStore, runtime: Runtime): Hono<Env> {
  const app = new Hono<Env>();

  // A form has to come from the front page. No page elsewhere can send JSON: there are no CORS headers.
  app.post(DISCONNECT_PATH, csrf(), async (c) => {
    const isJson = /^application\/json\b/i.test(c.req.header('content-type') ?? '');
    const body: unknown = await (isJson ? c.req.json() : c.req.parseBody()).catch(() => undefined);
    const { account, client_id: clientId } = (body ?? {}) as Record<string, unknown>;
    if (typeof account !== 'string') {
      return c.json({ error: 'Send account: its id or its host, such as acme.kommo.com.' }, 400);
    }
    const { connections } = store;
    const chosen = connections.filter(
      (connection) =>
        isNamed(connection, account) &&
        (clientId ?? connection.integration.clientId) === connection.integration.clientId,
    );
    const disconnected = await disconnectAll(chosen, store, runtime);
    const status = disconnected.length > 0 ? 200 : 404;
    if (!isJson) return c.html(disconnectedPage(account, disconnected), status);
    const connected = [...new Set(connections.map(({ host }) => host))];
    return c.json<DisconnectResponse>({ disconnected, connected }, status);
  });

  return app;
}
