import { own } from '../../providers/own.js';
import type { AnyClient } from '../connections/clients.js';
import { digest, randomText } from '../crypto.js';
import { parseJson } from '../json.js';
import { issueState } from '../state/session-state.js';
import { type Exchange, ownUser } from './exchange.js';
import { json, Refusal } from './replies.js';
import { pathAt } from './return-to.js';

/** What the server keeps with a state. */
export interface Attempt {
  /** Path of this site to go on to. */
  readonly returnTo: string | undefined;
  /** The PKCE code verifier (RFC 7636), which no browser sees. */
  readonly codeVerifier: string | undefined;
}

/** `GET /state`: a state for one attempt of the user's, and the PKCE challenge that goes with it. */
export async function stateRoute(exchange: Exchange): Promise<Response> {
  const user = await ownUser(exchange);
  const { url, clients, store } = exchange;
  const client = clients.get(url.searchParams.get('provider') ?? '');
  if (!client) throw new Refusal(400, 'unknown_provider');
  const given = url.searchParams.get('returnTo');
  const returnTo = given ? pathAt(client.redirectUri, given) : undefined;
  if (given && !returnTo) throw new Refusal(400, 'invalid_return_to');
  const { pkce, usesPkce = pkce !== 'never' } = client.tokenEndpoint;
  const codeVerifier = usesPkce ? randomText() + randomText() : undefined;
  const options = { store: store.states, client };
  const state = await issueState(
    sessionOf(user, client),
    options,
    JSON.stringify({ returnTo, codeVerifier }),
  );
  // Of a verifier, the digest is its challenge by S256 (RFC 7636, section 4.2).
  return json({ state, ...(codeVerifier && { codeChallenge: await digest(codeVerifier) }) });
}

/** A user may have 20 states for each client: a page with many buttons must not push out those of another page. */
export function sessionOf(user: string, { name }: AnyClient): string {
  return JSON.stringify([user, name]);
}

/** Reads what was kept with a state. */
export function readAttempt(data: string | undefined): Attempt {
  const { returnTo, codeVerifier } = own(parseJson(data));
  return { returnTo: asText(returnTo), codeVerifier: asText(codeVerifier) };
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
