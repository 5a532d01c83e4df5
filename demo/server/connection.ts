import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { connectionPage } from '../pages/connection-page.js';
import { exchange } from './exchange.js';
import type { Services } from './services.js';
import type { SiteEnv } from './session.js';

/** What comes after connecting: look at the connection, keep its tokens fresh, end it. */
export function connection({ connections }: Services): Hono<SiteEnv> {
  const app = new Hono<SiteEnv>();

  app.get('/connection', (c) => {
    const isRefreshed = c.req.query('refreshed') !== undefined;
    return c.html(connectionPage(connections.get(c.get('session')), isRefreshed));
  });

  // A real site refreshes by itself, shortly before the access token expires.
  app.post('/refresh', csrf(), async (c) => {
    const session = c.get('session');
    const current = connections.get(session);
    if (!current) return c.redirect('/connection', 303);
    const grant = { grant_type: 'refresh_token', refresh_token: current.tokens.refreshToken } as const;
    connections.set(session, { ...current, tokens: await exchange(current.client, grant) });
    return c.redirect('/connection?refreshed', 303);
  });

  app.post('/disconnect', csrf(), (c) => {
    connections.delete(c.get('session'));
    return c.redirect('/connection', 303);
  });

  return app;
}
