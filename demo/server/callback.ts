import { Hono } from 'hono';
import { messagePage } from '../pages/message-page.js';
import { connect } from './connect.js';
import { Failure } from './failure.js';
import type { Services } from './services.js';
import type { SiteEnv } from './session.js';

/** The redirect URIs: where the CRM, or the button on its behalf, sends the visitor's browser with the answer. */
export function callback(services: Services): Hono<SiteEnv> {
  const app = new Hono<SiteEnv>();

  app.get('/callback', async (c) => {
    await connect(c.req.url, c.get('session'), `${services.url}/callback`, services);
    // On, so that the code stays neither in the address bar nor in the history.
    return c.redirect('/connection', 303);
  });

  app.get('/callback/message', async (c) => {
    try {
      await connect(c.req.url, c.get('session'), `${services.url}/callback/message`, services);
    } catch (error) {
      const failure = Failure.from(error);
      if (!failure) throw error;
      // The CRM's own word, where it gave one: the button tells a refusal from a fault by it.
      return c.html(messagePage(failure.code === 'refused' ? failure.detail : failure.code));
    }
    return c.html(messagePage(undefined));
  });

  return app;
}
