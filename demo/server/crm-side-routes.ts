import { Client } from 'crm-oauth-button/server';
import { Hono } from 'hono';
import { CLIENT_ID } from '../stories/harbor-shop.js';
import type { Services } from './services.js';
import type { SiteEnv } from './session.js';

/** The account in which the shop's widget is. */
const ACCOUNT = 31000001;

/** What people do at the CRM, so that one can watch what becomes of it here. None of these routes belongs into a shop. */
export function crmSideRoutes({ sandbox, crm, clients }: Services): Hono<SiteEnv> {
  const app = new Hono<SiteEnv>();

  app.post('/crm-side/disconnect', async (c) => {
    const { id } = await c.req.json<{ id?: string }>();
    const connections = await crm.connections(c.get('user'));
    const connection = connections.find((one) => one.id === id);
    const client = clients.find(({ name }) => name === connection?.client);
    // The id of a private integration is with its connection alone.
    if (!connection || !(client instanceof Client)) return c.json({ error: 'not_found' }, 404);
    const { provider, account } = connection;
    if (provider === 'kommo' || provider === 'amocrm')
      await sandbox.disconnect(client.clientId, Number(account));
    else await sandbox.uninstall(provider, client.clientId, account);
    return c.json({});
  });

  app.post('/crm-side/install-widget', async (c) => {
    await sandbox.installWidget(CLIENT_ID, ACCOUNT);
    return c.json({});
  });

  app.post('/crm-side/one-time-token', (c) => c.json({ token: sandbox.oneTimeToken(CLIENT_ID, ACCOUNT) }));

  app.post('/crm-side/long-lived-token', (c) =>
    c.json({ token: sandbox.longLivedToken(CLIENT_ID, ACCOUNT) }),
  );

  return app;
}
