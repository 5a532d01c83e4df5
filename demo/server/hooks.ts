import {
  CallbackError,
  findState,
  forgetDisconnected,
  receiveSecrets,
  TokenError,
  verifyDisconnect,
} from 'crm-oauth-button/server';
import { Hono } from 'hono';
import { tokenKey } from './database.js';
import { apiServer, type Services } from './services.js';

/** The routes that the CRM's server calls. They have no session. */
export function hooks({ sandbox, states, secrets, clients, tokens }: Services): Hono {
  const app = new Hono();

  app.all('/secrets', (c) =>
    receiveSecrets(c.req.raw, { store: secrets, find: (state) => findState(state, states) }),
  );

  app.get('/disconnected', async (c) => {
    const { clientId, accountId } = await verifyDisconnect(c.req.url, (id) => clients.find(id)?.clientSecret);
    const key = tokenKey(clientId, accountId);
    const current = await tokens.get(key);
    const client = clients.find(clientId);
    if (current && client) {
      const server = apiServer(current, sandbox);
      // The signature is the same every time: an old request may be sent again after the account has connected anew.
      await forgetDisconnected(key, { client, store: tokens, server });
    }
    return c.text('ok');
  });

  app.onError((error, c) => {
    if (error instanceof CallbackError) return c.text(error.code, 403);
    if (error instanceof TokenError) return c.text(error.code, 502);
    throw error;
  });
  return app;
}
