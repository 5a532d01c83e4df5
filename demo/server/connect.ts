import { awaitSecrets, exchangeCode, readAuthorizationResponse, verifyState } from 'crm-oauth-button/server';
import { fetchAccount } from './account.js';
import { apiServer } from './api-server.js';
import { tokenKey, type Connection } from './connections.js';
import type { Services } from './services.js';

/**
 * Turns the CRM's answer into a connection.
 *
 * @param redirectUri - the URI at which the answer has arrived
 * @throws CallbackError when the answer is not what it should be; TokenError and Failure when the CRM says no
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
