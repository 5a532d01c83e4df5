import { CallbackError } from '../callback-error.js';
import type { AnyClient } from '../connections/clients.js';
import { connect } from '../connections/connect.js';
import { markDisconnected } from '../connections/disconnect.js';
import { receiveSecrets } from '../secrets/receive-secrets.js';
import { findState } from '../state/session-state.js';
import { verifyDisconnect } from '../status/verify-disconnect.js';
import { verifyUninstall } from '../status/verify-uninstall.js';
import type { ConnectionRecord } from '../store/store.js';
import { Client } from '../tokens/client.js';
import { exchangeCode } from '../tokens/exchange-code.js';
import { readAuthorizationResponse } from '../tokens/read-authorization-response.js';
import type { Exchange } from './exchange.js';
import { plain, Refusal } from './replies.js';

/** How long the CRM waits for the answer to a widget's install is 3 seconds; this is when it gets one at the latest, in ms. */
const PATIENCE = 2500;

/** `POST /secrets/NAME`: the CRM delivers the id and secret of an integration that a consent has created. */
export function secretsRoute({ request, store }: Exchange): Promise<Response> {
  return receiveSecrets(request, {
    store: store.secrets,
    find: (state) => findState(state, { store: store.states }),
  });
}

/** `GET /disconnected/NAME`: an account was disconnected at the CRM. */
export async function disconnectedRoute(exchange: Exchange, client: AnyClient): Promise<Response> {
  const { url, life } = exchange;
  const name = client.name;
  const account = url.searchParams.get('account_id') ?? '';
  const { clientId, accountId } = await verifyDisconnect(url, async (id) => {
    if (client instanceof Client) return client.clientId === id ? client.clientSecret : undefined;
    const records = await life.connections.find(name, account);
    return records.find(({ credentials }) => credentials?.clientId === id)?.credentials?.clientSecret;
  });
  // Whoever knows the secret of an integration speaks for its own connections alone.
  const isMeant = ({ credentials }: ConnectionRecord) =>
    client instanceof Client || credentials?.clientId === clientId;
  await markDisconnected(life, name, String(accountId), isMeant, false);
  return plain('ok');
}

/** `DELETE /callback/NAME`: an app was uninstalled, as the CRM shows by the client's own secret. */
export async function uninstalledRoute({ request, life }: Exchange, client: Client): Promise<Response> {
  const { accountId } = await verifyUninstall(request, client);
  await markDisconnected(life, client.name, accountId, () => true, true);
  return plain('ok');
}

/** Whether a request is a widget's install: the CRM sends a code to the redirect URI of its own accord. */
export function isInstall({ url }: Exchange, client: AnyClient): client is Client {
  const { searchParams } = url;
  const isSent = searchParams.get('from_widget') === '1' && !searchParams.has('state');
  return isSent && client instanceof Client && client.tokenEndpoint.installsWidgets === true;
}

/**
 * Somebody has installed a widget. Nothing authenticates the request, so that the account is the one that the tokens' API names, and
 * it belongs to nobody until a signed-in person has claimed it.
 */
export async function installedRoute(exchange: Exchange, client: Client): Promise<Response> {
  const { background, report } = exchange;
  const installed = install(exchange, client);
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE));
  background(installed.catch(() => undefined));
  const outcome = await Promise.race([installed, late]);
  // It is not sent again.
  if (!outcome) installed.catch(report);
  return plain('ok');
}

async function install({ url, life }: Exchange, client: Client): Promise<ConnectionRecord> {
  const response = await readAuthorizationResponse(
    new URL(url.search, client.redirectUri),
    () => true,
    client,
  );
  if (response.clientId !== client.clientId) {
    throw new CallbackError('invalid_response', 'The install is of another integration.');
  }
  const tokens = await exchangeCode(client, response, life.requestOptions(response.provider));
  return connect(life, { user: '', client, tokens });
}

/** The answer to a route that a client does not have. */
export function missing(): Refusal {
  return new Refusal(404, 'not_found');
}
