import { Hono } from 'hono';
import { cors } from 'hono/cors';
import type { Env } from './env.js';
import type { Hosts } from './hosts.js';
import type { Store } from './store.js';

/** Reads and changes the behaviour over HTTP. Pages may do so too, as long as they are on one of the hosts. */
export function behaviourEndpoint(store: Store, hosts: Hosts): Hono<Env> {
  const app = new Hono<Env>();
  const path = '/sandbox/behaviour';
  const current = () => ({ ...store.behaviour, coop: store.behaviour.coop ?? null });

  app.use(
    path,
    cors({ origin: (origin) => (hosts.hasOrigin(origin) ? origin : null), allowMethods: ['GET', 'POST'] }),
  );

  app.get(path, (c) => c.json(current()));

  app.post(path, async (c) => {
    // A page elsewhere can send a form, or text, without asking first; JSON it cannot.
    if (!/^application\/json\b/i.test(c.req.header('content-type') ?? '')) {
      return c.json({ error: 'The behaviour must be sent as application/json.' }, 415);
    }
    try {
      store.behave(await c.req.json());
    } catch (error) {
      return c.json(
        { error: error instanceof TypeError ? error.message : 'The body is not valid JSON.' },
        400,
      );
    }
    store.log(`behaviour: ${JSON.stringify(current())}`);
    return c.json(current());
  });

  return app;
}
