import { Client } from 'crm-oauth-button/server';
import { Hono } from 'hono';
import { settingsPage } from './pages/settings-page.js';
import type { Services } from './services.js';
import type { SiteEnv } from './session.js';

/** The shop's settings, where its user connects CRMs. */
export function settingsRoutes({ sandbox, crm, clients }: Services): Hono<SiteEnv> {
  const app = new Hono<SiteEnv>();

  app.get('/settings', async (c) => {
    const user = c.get('user');
    const connections = await crm.connections(user);
    // The private integration has a card where its story was played.
    const names = clients
      .filter((client) => client instanceof Client || connections.some((one) => one.client === client.name))
      .map(({ name }) => name);
    return c.html(settingsPage({ user, names, sandbox: sandbox.url }));
  });

  // A shop asks for a token whenever it calls the CRM's API. Nobody else sees it: the page gets its first letters.
  app.post('/settings/access-token', async (c) => {
    const { id = '', isRefused } = await c.req.json<{ id?: string; isRefused?: boolean }>();
    const user = c.get('user');
    const current = await crm.accessToken(user, id);
    // As after a 401 of the API.
    const token = isRefused ? await crm.accessToken(user, id, { refused: current }) : current;
    return c.json({ start: token.slice(0, 4) });
  });

  return app;
}
