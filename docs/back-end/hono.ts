import { Hono } from 'hono';
import {
  CallbackError,
  type Client,
  createSignedState,
  exchangeCode,
  readAuthorizationResponse,
  TokenError,
  type TokenSet,
  verifySignedState,
} from 'crm-oauth-button/server';

interface Settings {
  client: Client;
  /** 32 random bytes, the same in every process and region. */
  key: Uint8Array<ArrayBuffer>;
  keep: (tokens: TokenSet) => Promise<void>;
  /** `false` on http://localhost. */
  secure?: boolean | undefined;
  /** The sandbox, while you develop. */
  server?: string | undefined;
}

/** Without sessions and without storage: for Node, Deno, Bun and workers alike. */
export function crm({ client, key, keep, secure, server }: Settings): Hono {
  const app = new Hono();

  // For the button's `data-state`.
  app.get('/crm/state', async (c) => {
    const { state, setCookie } = await createSignedState(c.req.header('cookie'), { key, secure });
    c.header('set-cookie', setCookie);
    c.header('cache-control', 'no-store');
    return c.json({ state });
  });

  // The redirect URI.
  app.get('/crm/callback', async (c) => {
    const answer = await readAuthorizationResponse(c.req.url, async (state) => {
      const verified = await verifySignedState(state, c.req.header('cookie'), { key, secure });
      c.header('set-cookie', verified.setCookie);
    });
    await keep(await exchangeCode(client, answer, { server }));
    // On, so that the code stays neither in the address bar nor in the history.
    return c.redirect('/', 303);
  });

  app.onError((error, c) => {
    if (error instanceof CallbackError) return c.text(error.code, 403);
    if (error instanceof TokenError) return c.text(error.code, 502);
    throw error;
  });
  return app;
}
