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
    const session = c.get('session');
    const connection = await connect(c.req.query(), session, `${services.url}/callback`, services);
    services.connections.set(session, connection);
    // On, so that the code stays neither in the address bar nor in the history.
    return c.redirect('/connection', 303);
  });

  app.get('/callback/message', async (c) => {
    const session = c.get('session');
    let error: string | undefined;
    try {
      const connection = await connect(c.req.query(), session, `${services.url}/callback/message`, services);
      services.connections.set(session, connection);
    } catch (failure) {
      if (!(failure instanceof Failure)) throw failure;
      // The CRM's own word, where it gave one: the button tells a refusal from a fault by it.
      error = failure.code === 'refused' ? failure.detail : failure.code;
    }
    return c.html(messagePage(error));
  });

  return app;
}
