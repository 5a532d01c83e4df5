import { CallbackError, TokenError, issueState } from 'crm-oauth-button/server';
import { Hono } from 'hono';
import { connect } from './connect.js';
import { reportPage } from './pages/notice-page.js';
import type { Services } from './services.js';
import type { SiteEnv } from './session.js';

/** The answer of a redirect page’s response, as the page with the button posts it. */
interface Posted {
  readonly params?: Readonly<Record<string, string>>;
  readonly codeVerifier?: string;
}

/** A redirect URI, a state and an exchange for each CRM of the catalogue. */
export function catalogueRoutes(services: Services): Hono<SiteEnv> {
  const app = new Hono<SiteEnv>();
  const { catalogue, states } = services;

  app.get('/login-state', async (c) => {
    const client = catalogue.get(c.req.query('provider') ?? '');
    c.header('cache-control', 'no-store');
    return c.json({ state: await issueState(c.get('session'), { ...states, client }) });
  });

  // `callback.js` brings the response to the page with the button.
  app.get('/callback/:provider', (c, next) =>
    catalogue.has(c.req.param('provider')) ? c.html(reportPage()) : next(),
  );

  app.post('/connect/:provider', async (c) => {
    const client = catalogue.get(c.req.param('provider'));
    if (!client) return c.notFound();
    const { params = {}, codeVerifier }: Posted = await c.req.json();
    try {
      const connection = await connect(new URLSearchParams(params), c.get('session'), services, {
        client,
        codeVerifier,
      });
      const { id, name } = connection.account;
      return c.json({ account: name || id });
    } catch (error) {
      if (error instanceof CallbackError) return c.json({ error: error.code }, 403);
      if (error instanceof TokenError) return c.json({ error: error.code }, 502);
      throw error;
    }
  });

  return app;
}
