import { freshTokens, revokeTokens } from 'crm-oauth-button/server';
import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { connect } from './connect.js';
import { tokenKey } from './database.js';
import { Failure } from './failure.js';
import { connectionPage } from './pages/connection-page.js';
import { reportPage } from './pages/notice-page.js';
import { apiServer, type Services } from './services.js';
import type { SiteEnv } from './session.js';

/** The redirect URIs: where the CRM, or the button on its behalf, sends the visitor's browser with the answer. */
export function redirectionRoutes(services: Services): Hono<SiteEnv> {
  const app = new Hono<SiteEnv>();

  app.get('/callback', async (c) => {
    await connect(c.req.url, c.get('session'), services, { redirectUri: `${services.url}/callback` });
    // On, so that the code stays neither in the address bar nor in the history.
    return c.redirect('/connection', 303);
  });

  app.get('/callback/message', async (c) => {
    try {
      const redirectUri = `${services.url}/callback/message`;
      await connect(c.req.url, c.get('session'), services, { redirectUri });
    } catch (error) {
      const failure = Failure.from(error);
      if (!failure) throw error;
      // The CRM's own word, where it gave one: the button tells a refusal from a fault by it.
      const refusal = failure.code === 'refused' ? failure.detail : undefined;
      return c.html(reportPage({ error: refusal ?? failure.code, isInAddress: refusal !== undefined }));
    }
    return c.html(reportPage());
  });

  return app;
}

/** The routes after connecting: see the connection, keep its tokens fresh, end it. */
export function connectionRoutes({ sandbox, clients, connections, tokens }: Services): Hono<SiteEnv> {
  const app = new Hono<SiteEnv>();

  /** A session's connection and its tokens, unless the account was disconnected at the CRM. */
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
    const server = apiServer(found.current, sandbox);
    await freshTokens(found.key, { client, store: tokens, server, refused: found.current.accessToken });
    return c.redirect('/connection?refreshed', 303);
  });

  app.post('/disconnect', csrf(), async (c) => {
    const found = await find(c.get('session'));
    const client = clients.find(found?.connection.clientId);
    if (found) {
      // Here first, whatever the CRM says to it.
      await tokens.delete(found.key);
      const server = apiServer(found.current, sandbox);
      if (client) await revokeTokens(client, found.current, { server }).catch(() => false);
    }
    connections.delete(c.get('session'));
    return c.redirect('/connection', 303);
  });

  return app;
}
