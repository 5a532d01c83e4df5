import type { FastifyInstance, FastifyRequest } from 'fastify';
import {
  awaitSecrets,
  CallbackError,
  type Client,
  createState,
  exchangeCode,
  isCurrentState,
  MemorySecretsStore,
  MemoryStateStore,
  readAuthorizationResponse,
  receiveSecrets,
  TokenError,
  type TokenSet,
  verifyState,
} from 'crm-oauth-button/server';

interface Settings {
  /** The redirect URI that the button sends with the metadata, to the character. */
  redirectUri: string;
  /** Keeps both: each refresh needs the client as well. */
  keep: (user: string, client: Client, tokens: TokenSet) => Promise<void>;
  /** Who is signed in, by your session: never by a parameter. */
  userOf: (request: FastifyRequest) => string;
  /** The sandbox, while you develop. */
  server?: string | undefined;
}

/** The metadata flow: the consent creates an integration, whose id and secret come over the webhook. */
export function crm(app: FastifyInstance, { redirectUri, keep, userOf, server }: Settings): void {
  // One process; with several, stores over your database.
  const states = { store: new MemoryStateStore() };
  const secrets = new MemorySecretsStore();

  // For the button's `data-state`.
  app.get('/crm/state', async (request) => ({ state: await createState(userOf(request), states) }));

  // The webhook, `data-secrets_uri`.
  app.post('/crm/secrets', async (request, reply) => {
    const delivery = new Request(new URL(request.url, redirectUri), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request.body),
    });
    const isCurrent = (state: string) => isCurrentState(state, states);
    const { status } = await receiveSecrets(delivery, { store: secrets, isCurrent });
    return reply.code(status).send('');
  });

  // The redirect URI.
  app.get('/crm/callback', async (request, reply) => {
    const user = userOf(request);
    const answer = await readAuthorizationResponse(request.url, (state) => verifyState(state, user, states));
    const client = await awaitSecrets(answer, { store: secrets, redirectUri });
    await keep(user, client, await exchangeCode(client, answer, { server }));
    // On, so that the code stays neither in the address bar nor in the history.
    return reply.redirect('/', 303);
  });

  app.setErrorHandler((error, _, reply) => {
    if (error instanceof CallbackError) return reply.code(403).send(error.code);
    if (error instanceof TokenError) return reply.code(502).send(error.code);
    throw error;
  });
}
