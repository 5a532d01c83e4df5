import { own } from '../../providers/own.js';
import { CallbackError } from '../callback-error.js';
import { claim } from '../connections/claim.js';
import { Clients } from '../connections/clients.js';
import { connect } from '../connections/connect.js';
import { disconnect } from '../connections/disconnect.js';
import { freshConnection } from '../connections/fresh-connection.js';
import { type Life, toConnection } from '../connections/life.js';
import { Client } from '../tokens/client.js';
import { TokenError } from '../tokens/token-error.js';
import { TokenSet } from '../tokens/token-set.js';
import type { Exchange } from './exchange.js';
import type { Handler, HandlerContext, HandlerOptions } from './handler.js';
import { plain, Refusal } from './replies.js';
import { route } from './route.js';

/**
 * Creates a back end: states, the callback, webhooks, refresh and status for every CRM, over the web's own `Request` and `Response`.
 * For Node's `http`, Express and Fastify, `toNodeListener()` makes a listener of it.
 *
 * @example
 * ```ts
 * const crm = createHandler({
 *   clients: [new Client({ clientId, clientSecret, redirectUri: 'https://shop.example/crm/callback/kommo' })],
 *   store: await SqliteStore.open('crm.db', { keys: [process.env.CRM_KEY] }),
 *   userOf: (request) => sessions.userOf(request.headers.get('cookie')),
 * });
 * ```
 * @throws TypeError for two clients of one name, for a redirect URI that is none of its routes, and for a base path without a slash
 */
export function createHandler<Context extends object = HandlerContext>(
  options: HandlerOptions<Context>,
): Handler<Context> {
  const {
    clients: given,
    store,
    userOf,
    basePath = '/crm',
    server,
    afterConnect,
    onStatus,
    onError = console.error,
  } = own(options);
  if (!/^(\/[\w.~-]+)*$/.test(basePath))
    throw new TypeError('basePath begins with a slash and does not end in one.');
  const clients = new Clients(given, basePath);
  const report = (error: unknown): void => onError(error);
  const life: Life = {
    clients,
    connections: store.connections,
    refreshes: new Map(),
    // Always an own property: an inherited one would get the secrets (prototype pollution).
    requestOptions: (provider) => ({ server: server && `${server.replace(/\/$/, '')}/${provider}` }),
    async tell(record) {
      try {
        await onStatus?.(toConnection(record), record.user);
      } catch (error) {
        report(error);
      }
    },
  };
  const has = (pathname: string): boolean => pathname.startsWith(`${basePath}/`);

  const answer = async (request: Request, context: Context): Promise<Response> => {
    const exchange: Exchange = {
      request,
      url: new URL(request.url),
      basePath,
      store,
      clients,
      life,
      user: async () => (await userOf(request, context)) ?? '',
      afterConnect: async (connection, user) => afterConnect?.(connection, user),
      background: (task) => (context as HandlerContext).waitUntil?.(task),
      report,
    };
    try {
      return await route(exchange);
    } catch (error) {
      if (error instanceof Refusal) return error.toResponse();
      if (error instanceof CallbackError) return plain(error.code, 403);
      report(error);
      return error instanceof TokenError ? plain(error.code, 502) : plain('server_error', 500);
    }
  };

  return Object.assign((request: Request, context = {} as Context) => answer(request, context), {
    has,
    connections: async (user: string) => (await life.connections.list(known(user))).map(toConnection),
    accessToken: async (user, id, tokenOptions) =>
      (await freshConnection(life, known(user), id, own(tokenOptions))).fresh.accessToken,
    disconnect: (user, id) => disconnect(life, known(user), id),
    async claim(user, account, client = 'kommo') {
      const claimed = await claim(life, known(user), client, account);
      return claimed && toConnection(claimed);
    },
    async setToken(user, { client: name = 'kommo', ...token }) {
      const client = clients.get(name);
      if (!(client instanceof Client)) throw new TypeError(`There is no client ${name} among clients.`);
      const { provider } = client.tokenEndpoint;
      const tokens = new TokenSet({ ...token, provider, issuedAt: Date.now() });
      return toConnection(await connect(life, { user: known(user), client, tokens }));
    },
    // `Omit` leaves the call out: that is the function above.
  } satisfies Omit<Handler<Context>, never>);
}

/** Without a user there would be connections that belong to nobody, or to everybody. */
function known(user: string): string {
  if (typeof user === 'string' && user) return user;
  throw new TypeError('The id of the user is missing.');
}
