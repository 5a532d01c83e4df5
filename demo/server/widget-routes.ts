import { type Client, type OneTimeToken, verifyOneTimeToken } from 'crm-oauth-button/server';
import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { widgetSettingsPage } from './pages/widget-settings-page.js';
import type { Services } from './services.js';
import type { SiteEnv } from './session.js';

interface WidgetEnv {
  Variables: SiteEnv['Variables'] & { sender: OneTimeToken };
}

/** The settings of the shop's widget, which stand inside Kommo, and what they ask of the shop. */
export function widgetRoutes({ crm, clients }: Services): Hono<WidgetEnv> {
  const app = new Hono<WidgetEnv>();
  const kommo = clients.find(({ name }) => name === 'kommo') as Client;

  /** Learns the account from Kommo's own word for it, and never from a parameter. */
  const fromWidget = createMiddleware<WidgetEnv>(async (c, next) => {
    const sender = await verifyOneTimeToken(c.req.header('x-auth-token'), kommo);
    if (!sender.isAdmin) return c.json({ error: 'not_an_administrator' }, 403);
    c.set('sender', sender);
    return next();
  });

  app.get('/widget-settings', (c) => c.html(widgetSettingsPage()));

  app.post('/widget-settings/claim', fromWidget, async (c) => {
    const connection = await crm.claim(c.get('user'), c.get('sender').account);
    return connection ? c.json(connection) : c.json({ error: 'not_installed' }, 404);
  });

  app.post('/widget-settings/token', fromWidget, async (c) => {
    const { accessToken = '' } = await c.req.json<{ accessToken?: string }>();
    // It becomes a header of a request.
    if (!/^[\x21-\x7e]+$/.test(accessToken)) return c.json({ error: 'malformed_token' }, 400);
    const { host } = c.get('sender');
    return c.json(await crm.setToken(c.get('user'), { host, accessToken }));
  });

  return app;
}
