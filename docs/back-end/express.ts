import { Router, type NextFunction, type Request, type Response } from 'express';
import {
  CallbackError,
  type Client,
  issueState,
  exchangeCode,
  forgetDisconnected,
  MemoryStateStore,
  readAuthorizationResponse,
  TokenError,
  type TokenStore,
  verifyDisconnect,
  verifyState,
} from 'crm-oauth-button/server';

interface Settings {
  client: Client;
  tokens: TokenStore;
  /** Who is signed in, by your session, never by a parameter; throws where nobody is. */
  userOf: (request: Request) => string;
  /** The user who has connected this account of the CRM. */
  findUser: (accountId: number) => string | undefined;
  /** The sandbox, while you develop. */
  server?: string | undefined;
}

export function crm({ client, tokens, userOf, findUser, server }: Settings): Router {
  const router = Router();
  // One process; with several, a `StateStore` over your database. A state is good for this client alone.
  const states = { store: new MemoryStateStore(), client };

  // For the button's `state-url`, or `data-state`.
  router.get('/crm/state', async (request, response) => {
    response.set('cache-control', 'no-store').json({ state: await issueState(userOf(request), states) });
  });

  // The redirect URI.
  router.get('/crm/callback', async (request, response) => {
    const user = userOf(request);
    const verify = (state: string) => verifyState(state, user, states);
    // The whole URL: a router takes its own path off `request.url`.
    const answer = await readAuthorizationResponse(request.originalUrl, verify, client);
    await tokens.set(user, await exchangeCode(client, answer, { server }));
    // On, so that the code stays neither in the address bar nor in the history.
    response.redirect(303, '/');
  });

  // The disconnect hook.
  router.get('/crm/disconnected', async (request, response) => {
    const { accountId } = await verifyDisconnect(request.originalUrl, (clientId) =>
      clientId === client.clientId ? client.clientSecret : undefined,
    );
    const user = findUser(accountId);
    // Whoever has seen this URL may send it again: the CRM is asked, and the tokens go if it refuses them.
    if (user) await forgetDisconnected(user, { client, store: tokens, server });
    response.sendStatus(200);
  });

  router.use((error: unknown, _: Request, response: Response, next: NextFunction) => {
    if (error instanceof CallbackError) response.status(403).type('text').send(error.code);
    else if (error instanceof TokenError) response.status(502).type('text').send(error.code);
    else next(error);
  });
  return router;
}
