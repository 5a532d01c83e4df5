import { Hono } from 'hono';
import type { Services } from './services.js';

/**
 * Metadata flow: where the CRM posts the secrets of the integration that it has just created. Nothing is signed. The
 * state, which only the CRM could have learned from this visitor's consent page, is all that authenticates the request.
 */
export function secretsWebhook({ states, secrets }: Pick<Services, 'states' | 'secrets'>): Hono {
  const app = new Hono();

  app.post('/secrets', async (c) => {
    const isJson = c.req.header('content-type')?.includes('json');
    const body: unknown = isJson ? await c.req.json().catch(() => undefined) : await c.req.parseBody();
    const {
      client_id: clientId,
      client_secret: clientSecret,
      state,
    } = Object(body) as Record<string, unknown>;
    if (typeof clientId !== 'string' || typeof clientSecret !== 'string' || typeof state !== 'string') {
      return c.text('client_id, client_secret and state are needed', 400);
    }
    if (!states.isCurrent(state)) return c.text('unknown state', 403);
    secrets.deliver(state, { clientId, clientSecret });
    // Exactly 200: the CRM takes anything else, 204 included, for a failure and aborts the installation.
    return c.text('ok', 200);
  });

  return app;
}
