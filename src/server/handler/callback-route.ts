import { CallbackError } from '../callback-error.js';
import type { AnyClient } from '../connections/clients.js';
import { connect } from '../connections/connect.js';
import { toConnection } from '../connections/life.js';
import { awaitSecrets } from '../secrets/await-secrets.js';
import { takeState } from '../state/session-state.js';
import type { ConnectionRecord } from '../store/store.js';
import { Client } from '../tokens/client.js';
import { exchangeCode } from '../tokens/exchange-code.js';
import { type CallbackResponse, readAuthorizationResponse } from '../tokens/read-authorization-response.js';
import { TokenError } from '../tokens/token-error.js';
import { callbackPage } from './callback-page.js';
import type { Exchange } from './exchange.js';
import { PRIVATE } from './replies.js';
import { pathAt } from './return-to.js';
import { type Attempt, readAttempt, sessionOf } from './state-route.js';

/** `GET /callback/NAME`: the redirect URI. It exchanges the code, keeps the connection, and brings the outcome to the page with the button. */
export async function callbackRoute(exchange: Exchange, client: AnyClient): Promise<Response> {
  const { request, basePath } = exchange;
  const script = `${basePath}/callback.js`;
  // In `popup` mode the button has taken the page itself here.
  const isOwnPage = request.headers.get('sec-fetch-site') === 'same-origin';
  // Own, so that it is nobody else's (prototype pollution).
  const attempt: { returnTo: string | undefined } = { returnTo: undefined };
  try {
    await complete(exchange, client, attempt);
    const { returnTo = pageOf(request, client) } = attempt;
    return isOwnPage ? goOn(returnTo) : callbackPage({ returnTo, script });
  } catch (error) {
    const { returnTo = pageOf(request, client) } = attempt;
    return callbackPage({ error: codeOf(error, exchange), returnTo, script });
  }
}

async function complete(
  exchange: Exchange,
  client: AnyClient,
  seen: { returnTo: string | undefined },
): Promise<void> {
  const { store, life, url, afterConnect } = exchange;
  const user = await exchange.user();
  // The word of OpenID Connect (Core 1.0, section 3.1.2.6).
  if (!user) throw new CallbackError('login_required', 'Nobody is signed in.');
  let attempt: Attempt | undefined;
  const verify = async (state: string) => {
    const { data } = await takeState(state, sessionOf(user, client), { store: store.states, client });
    attempt = readAttempt(data);
    seen.returnTo = attempt.returnTo;
  };
  // The route has told the client by its path; a proxy may have taken a part of that away.
  const response = await readAuthorizationResponse(new URL(url.search, client.redirectUri), verify, client);
  const known = await clientOf(exchange, client, response);
  const options = life.requestOptions(known.tokenEndpoint.provider);
  const { codeVerifier } = attempt ?? {};
  const tokens = await exchangeCode(known, response, { ...options, codeVerifier });
  const { clientId, clientSecret = '' } = known;
  // Not before the CRM has taken the secret: the visitor can post one to the webhook as well.
  const credentials = known === client ? undefined : { clientId, clientSecret };
  const record: ConnectionRecord = await connect(life, { user, client: known, tokens, credentials });
  await afterConnect(toConnection(record), user);
}

/** In the metadata flow, the client whose secret comes over the webhook, perhaps only now. */
async function clientOf({ store }: Exchange, client: AnyClient, response: CallbackResponse): Promise<Client> {
  if (client instanceof Client) return client;
  const { clientId, clientSecret = '' } = await awaitSecrets(response, {
    store: store.secrets,
    redirectUri: client.redirectUri,
  });
  return client.clientOf({ clientId, clientSecret });
}

/** The page that the browser comes from, if it is one of this site. */
function pageOf(request: Request, { redirectUri }: AnyClient): string {
  const referrer = request.headers.get('referer');
  return (referrer && pathAt(redirectUri, referrer)) || '/';
}

function goOn(location: string): Response {
  return new Response(null, { status: 303, headers: { ...PRIVATE, location } });
}

/** One word for the page: the CRM's own, or this side's. */
function codeOf(error: unknown, { report }: Exchange): string {
  if (error instanceof CallbackError) return error.code;
  // A wrong secret, or a CRM that does not answer, is for the developers as well.
  report(error);
  return error instanceof TokenError ? error.code : 'completion_failed';
}
