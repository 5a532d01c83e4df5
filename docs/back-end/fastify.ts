import type { FastifyInstance, FastifyRequest } from 'fastify';
import {
  awaitSecrets,
  CallbackError,
  type Client,
  issueState,
  exchangeCode,
  findState,
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
  /** An integration that was kept before, for this user or for another. */
  findClient: (clientId: string | undefined) => Promise<Client | undefined>;
  /** Keeps both: each refresh needs the client as well. A client that is there keeps its secret. */
  keep: (user: string, client: Client, tokens: TokenSet) => Promise<void>;
  /** Who is signed in, by your session, never by a parameter; throws where nobody is. */
  userOf: (request: FastifyRequest) => string;
  /** The sandbox, while you develop. */
  server?: string | undefined;
}

/** The metadata flow: the consent creates an integration, whose id and secret come over the webhook. */
export function crm(app: FastifyInstance, { redirectUri, findClient, keep, userOf, server }: Settings): void {
  // One process; with several, stores over your database.
  const states = { store: new MemoryStateStore() };
  const secrets = new MemorySecretsStore();

  // For the button's `state-url`, or `data-state`.
  app.get('/crm/state', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    return { state: await issueState(userOf(request), states) };
  });

  // The webhook, `data-secrets_uri`.
  app.post('/crm/secrets', { bodyLimit: 16_384 }, async (request, reply) => {
    const delivery = new Request(new URL(request.url, redirectUri), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request.body),
    });
    const find = (state: string) => findState(state, states);
    const { status } = await receiveSecrets(delivery, { store: secrets, find });
    return reply.code(status).send('');
  });

  // The redirect URI.
  app.get('/crm/callback', async (request, reply) => {
    const user = userOf(request);
    const answer = await readAuthorizationResponse(request.url, (state) => verifyState(state, user, states));
    const known = await findClient(answer.clientId);
    const client = known ?? (await awaitSecrets(answer, { store: secrets, redirectUri }));
    const issued = await exchangeCode(client, answer, { server });
    // Not before the CRM has taken the secret: the visitor can post one to the webhook as well.
    await keep(user, client, issued);
    // On, so that the code stays neither in the address bar nor in the history.
    return reply.redirect('/', 303);
  });

  app.setErrorHandler((error, _, reply) => {
    if (error instanceof CallbackError) return reply.code(403).send(error.code);
    if (error instanceof TokenError) return reply.code(502).send(error.code);
    throw error;
  });
}
