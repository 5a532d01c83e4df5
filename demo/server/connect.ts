import { accountHost } from './account-host.js';
import { fetchAccount } from './account.js';
import type { Connection } from './connections.js';
import { exchange } from './exchange.js';
import { Failure } from './failure.js';
import type { Credentials } from './secrets.js';
import type { Services } from './services.js';

/** The parameters that the CRM puts into the redirect URI's query. */
export type Answer = Readonly<Partial<Record<string, string>>>;

/**
 * Turns the CRM's answer into a connection. The order matters: the state first, as until then the answer may be
 * anybody's; the account's host before any request goes out.
 *
 * @param redirectUri the URI at which the answer has arrived.
 * @throws {Failure} when the answer is not what it should be, and when the CRM says no.
 */
export async function connect(
  answer: Answer,
  session: string,
  redirectUri: string,
  services: Services,
): Promise<Connection> {
  const state = services.states.redeem(session, answer.state);
  if (answer.error) throw new Failure('refused', answer.error);
  if (!answer.code) throw new Failure('incomplete');
  const host = accountHost(answer.referer);

  const credentials =
    registered(answer.client_id, redirectUri, services) ??
    (await delivered(answer.client_id, state, services));
  const client = { ...credentials, redirectUri, server: apiServer(host, services) };
  const tokens = await exchange(client, { grant_type: 'authorization_code', code: answer.code });
  const account = await fetchAccount(client.server, tokens.accessToken);
  return { client, account, host, tokens };
}

function registered(
  clientId: string | undefined,
  redirectUri: string,
  { integrations }: Services,
): Credentials | undefined {
  return integrations.find(
    (integration) => integration.clientId === clientId && integration.redirectUri === redirectUri,
  );
}

/** Metadata flow: the integration is new, and its secret comes through the webhook, perhaps only later. */
async function delivered(
  clientId: string | undefined,
  state: string,
  { secrets }: Services,
): Promise<Credentials> {
  const credentials = await secrets.take(state);
  if (!credentials || credentials.clientId !== clientId) throw new Failure('secrets_missing');
  return credentials;
}

/** At the CRM itself this is `https://${host}`. Here the sandbox stands in for the servers of all accounts. */
function apiServer(host: string, { sandbox }: Services): string {
  return host.endsWith('.kommo.com') ? sandbox : `${sandbox}/amocrm`;
}
