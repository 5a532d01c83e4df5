import { awaitSecrets, exchangeCode, readAuthorizationResponse, verifyState } from 'crm-oauth-button/server';
import { tokenKey, type Account, type Connection } from './database.js';
import { Failure } from './failure.js';
import { apiServer, type Services } from './services.js';

/**
 * Turns the CRM's answer into a connection.
 *
 * @param redirectUri - the URI at which the answer has arrived
 * @throws CallbackError where the answer breaks the protocol; TokenError and Failure where the CRM refuses
 */
export async function connect(
  url: string,
  session: string,
  redirectUri: string,
  services: Services,
): Promise<Connection> {
  const { sandbox, states, secrets, tokens, clients, connections } = services;
  const response = await readAuthorizationResponse(url, (state) => verifyState(state, session, states));
  const known = clients.find(response.clientId);
  // Metadata flow: the integration is new, and its secret comes through the webhook, perhaps only later.
  const client = known ?? (await awaitSecrets(response, { store: secrets, redirectUri }));
  const server = apiServer(response.host, sandbox);
  const issued = await exchangeCode(client, response, { server });
  // Not before the CRM has taken the secret: the visitor can post one to the webhook as well.
  if (!known) clients.keep(client);
  const account = await fetchAccount(server, issued.accessToken);
  await tokens.set(tokenKey(client.clientId, account.id), issued);
  const connection = { clientId: client.clientId, account, host: response.host };
  connections.set(session, connection);
  return connection;
}

/** Asks the CRM which account an access token opens. */
async function fetchAccount(server: string, accessToken: string): Promise<Account> {
  const response = await fetch(`${server}/api/v4/account`, {
    headers: { authorization: `Bearer ${accessToken}` },
    // A redirect would take the token along to wherever it points.
    redirect: 'error',
    signal: AbortSignal.timeout(10_000),
  }).catch(() => {
    throw new Failure('unreachable');
  });
  const body: unknown = await response.json().catch(() => undefined);
  // Only what the CRM has sent: a plain object may have inherited the rest.
  const { id, name } = { __proto__: null, ...Object(body) } as Record<string, unknown>;
  if (typeof id !== 'number' || typeof name !== 'string') throw new Failure('account_unknown');
  return { id, name };
}
