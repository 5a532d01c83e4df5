import { freshTokens } from 'crm-oauth-button/server';
import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { connectionPage } from '../pages/connection-page.js';
import { apiServer } from './api-server.js';
import { tokenKey } from './connections.js';
import type { Services } from './services.js';
import type { SiteEnv } from './session.js';

/** What comes after connecting: look at the connection, keep its tokens fresh, end it. */
export function connection({ sandbox, clients, connections, tokens }: Services): Hono<SiteEnv> {
  const app = new Hono<SiteEnv>();

  /** A session's connection and its tokens; none where the account has been disconnected at the CRM. */
  const find = async (session: string) => {
    const connected = connections.get(session);
    const key = connected && tokenKey(connected.clientId, connected.account.id);
    const current = key && (await tokens.get(key));
    return current ? { connection: connected, key, current } : undefined;
  };

  app.get('/connection', async (c) => {
    const isRefreshed = c.req.query('refreshed') !== undefined;
    const found = await find(c.get('session'));
    return c.html(connectionPage(found?.connection, found?.current, isRefreshed));
  });

  // A real site calls `freshTokens()` whenever it calls the API; here a press of a button stands in for a 401.
  app.post('/refresh', csrf(), async (c) => {
    const found = await find(c.get('session'));
    const client = clients.find(found?.connection.clientId);
    if (!found || !client) return c.redirect('/connection', 303);
    const server = apiServer(found.connection.host, sandbox);
    await freshTokens(found.key, { client, store: tokens, server, refused: found.current.accessToken });
    return c.redirect('/connection?refreshed', 303);
  });

  app.post('/disconnect', csrf(), async (c) => {
    const found = await find(c.get('session'));
    if (found) await tokens.delete(found.key);
    connections.delete(c.get('session'));
    return c.redirect('/connection', 303);
  });

  return app;
}
