import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import {
  type Client,
  exchangeCode,
  fetchAccount,
  issueState,
  MemoryStateStore,
  readAuthorizationResponse,
  refreshTokens,
  revokeTokens,
  verifyState,
} from '../../src/server.js';
import type { Outcome } from '../helpers/catalogue.js';

/** A provider as the back end knows it. */
export interface Connection {
  readonly client: Client;
  /** Base URL of the sandbox's stand-in. */
  readonly server: string;
  readonly outcome: Outcome;
}

/** What the page posts: the event's response. */
interface Posted {
  readonly params: Record<string, string>;
  readonly codeVerifier?: string;
}

/** What the back end has learned, in a form that can leave it. */
export interface Learned {
  readonly account?: string | undefined;
  readonly host?: string;
  readonly refreshes?: boolean;
  readonly revokes?: boolean;
  readonly error?: string;
}

/** A back end over our server half: a state for each click, and all that it does with a code. */
export function createBackEnd(find: (provider: string) => Connection): Hono {
  const app = new Hono();
  const store = new MemoryStateStore();

  app.get('/state/:provider', async (c) => {
    const { client } = find(c.req.param('provider'));
    c.header('cache-control', 'no-store');
    return c.json({ state: await issueState(getCookie(c, 'session') ?? '', { store, client }) });
  });

  app.post('/connect/:provider', async (c) => {
    const connection = find(c.req.param('provider'));
    const session = getCookie(c, 'session') ?? '';
    const verify = (state: string) => verifyState(state, session, { store, client: connection.client });
    const posted = await c.req.json<Posted>();
    const learned = await connect(connection, verify, posted).catch((error: unknown) => ({
      error: String(error),
    }));
    return c.json(learned);
  });

  return app;
}

async function connect(
  { client, server, outcome }: Connection,
  verify: (state: string) => Promise<string>,
  { params, codeVerifier }: Posted,
): Promise<Learned> {
  const url = `${client.redirectUri}?${new URLSearchParams(params).toString()}`;
  const response = await readAuthorizationResponse(url, verify, client);
  const first = await exchangeCode(client, response, { server, codeVerifier });
  const tokens = first.refreshToken ? await refreshTokens(client, first, { server }) : first;
  const account = outcome.account ? (await fetchAccount(client, tokens, { server })).id : undefined;
  return {
    account,
    host: tokens.host,
    refreshes: tokens.accessToken !== first.accessToken,
    revokes: await revokeTokens(client, tokens, { server }),
  };
}
