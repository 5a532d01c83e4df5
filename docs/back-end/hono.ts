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
  keep: (user: string, tokens: TokenSet) => Promise<void>;
  /** Who is signed in, by your session, never by a parameter; throws where nobody is. */
  userOf: (request: Request) => string;
  /** `false` on http://localhost. */
  secure?: boolean | undefined;
  /** The sandbox, while you develop. */
  server?: string | undefined;
}

/** Without storage for states: for Node, Deno, Bun and workers alike. */
export function crm({ client, key, keep, userOf, secure, server }: Settings): Hono {
  const app = new Hono();

  // For the button's `state-url`, or `data-state`.
  app.get('/crm/state', async (c) => {
    const options = { key, secure, client, session: userOf(c.req.raw) };
    const { state, setCookie } = await createSignedState(c.req.header('cookie'), options);
    c.header('set-cookie', setCookie);
    c.header('cache-control', 'no-store');
    return c.json({ state });
  });

  // The redirect URI.
  app.get('/crm/callback', async (c) => {
    const user = userOf(c.req.raw);
    const verify = async (state: string) => {
      const options = { key, secure, client, session: user };
      const verified = await verifySignedState(state, c.req.header('cookie'), options);
      c.header('set-cookie', verified.setCookie);
    };
    const answer = await readAuthorizationResponse(c.req.url, verify, client);
    await keep(user, await exchangeCode(client, answer, { server }));
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
