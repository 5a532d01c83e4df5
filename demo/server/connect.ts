import {
  awaitSecrets,
  type CallbackResponse,
  type Client,
  exchangeCode,
  fetchAccount,
  readAuthorizationResponse,
  verifyState,
} from 'crm-oauth-button/server';
import { tokenKey, type Connection } from './database.js';
import { apiServer, type Services } from './services.js';

/** The attempt that an answer belongs to. */
export type Attempt =
  | {
      /** A client of the catalogue’s, to which the state is bound. */
      readonly client: Client;
      readonly codeVerifier?: string | undefined;
    }
  | {
      /** The URI at which an answer of Kommo or amoCRM has arrived. It may name a client that was just created. */
      readonly redirectUri: string;
    };

/**
 * Turns the CRM's answer into a connection.
 *
 * @throws CallbackError where the answer breaks the protocol; TokenError where the CRM refuses
 */
export async function connect(
  answer: string | URLSearchParams,
  session: string,
  services: Services,
  attempt: Attempt,
): Promise<Connection> {
  const { sandbox, states, tokens, clients, connections } = services;
  const bound = 'client' in attempt ? attempt.client : undefined;
  const verify = (state: string) => verifyState(state, session, { ...states, client: bound });
  const response = await readAuthorizationResponse(answer, verify, bound);
  const known = bound ?? clients.find(response.clientId);
  const client = known ?? (await findNew(response, services, attempt));
  const server = apiServer(response, sandbox);
  const codeVerifier = 'client' in attempt ? attempt.codeVerifier : undefined;
  const issued = await exchangeCode(client, response, { server, codeVerifier });
  // Not before the CRM has taken the secret: the visitor can post one to the webhook as well.
  if (!known) clients.keep(client);
  const { id, name = '' } = await fetchAccount(client, issued, { server });
  await tokens.set(tokenKey(client.clientId, id), issued);
  const connection = { clientId: client.clientId, account: { id, name }, host: issued.host };
  connections.set(session, connection);
  return connection;
}

/** Metadata flow: the integration is new, and its secret comes through the webhook, perhaps only later. */
function findNew(response: CallbackResponse, { secrets }: Services, attempt: Attempt): Promise<Client> {
  const redirectUri = 'redirectUri' in attempt ? attempt.redirectUri : '';
  return awaitSecrets(response, { store: secrets, redirectUri });
}
