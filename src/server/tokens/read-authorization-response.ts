import { kommoTokens } from '../../providers/kommo/tokens.js';
import { CallbackError } from '../callback-error.js';
import { parseUrl, queryOf } from '../http.js';
import type { Awaitable } from '../stores.js';
import type { Client } from './client.js';
import { findHost } from './hosts.js';

/** An authorization response whose state is verified and whose host is one of the provider's (RFC 6749, section 4.1.2). */
export interface CallbackResponse {
  readonly code: string;
  readonly state: string;
  /** Host of the account, such as `acme.kommo.com`, or of the provider: where the code can be exchanged. */
  readonly host: string;
  /** The integration's id, if the redirect names it: in the metadata flow, the one that was just created. */
  readonly clientId: string | undefined;
  /** Name of the provider, such as `kommo`. */
  readonly provider: string;
}

/**
 * Reads the authorization response in the URL of the redirect. The order matters: the redirect URI and the state first, since
 * until then the response may be anybody's; then the CRM's refusal; the host before any request goes out.
 *
 * @param url - the redirect's, complete or from its path on (`/callback?code=…`), as the browser asked for it, or a parsed query.
 *   With a client, the path must be that of its redirect URI
 * @param verify - verifies the state, and throws, or gives `false`, if it is not good: `verifyState()` or
 *   `verifySignedState()`
 * @param client - whose response it is, which decides where the host comes from: from `referer` for Kommo and amoCRM, from the
 *   provider's definition for all others. Default: a client of Kommo
 * @throws CallbackError the provider's error, such as `access_denied`; `invalid_response` for a repeated parameter or
 *   a missing code; `redirect_uri_mismatch` for another path than that of the client's redirect URI; `invalid_referer`, or
 *   `invalid_` and another parameter that names a host; and whatever `verify` throws
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2
 * @see https://www.rfc-editor.org/rfc/rfc9700#section-4.4.2.2
 */
export async function readAuthorizationResponse(
  url: string | URL | URLSearchParams,
  verify: (state: string) => Awaitable<unknown>,
  client?: Pick<Client, 'tokenEndpoint' | 'redirectUri'>,
): Promise<CallbackResponse> {
  const query = queryOf(url);
  if (client && !(url instanceof URLSearchParams)) checkPlace(url, client.redirectUri);
  const state = single(query, 'state') ?? '';
  if ((await verify(state)) === false) {
    throw new CallbackError('state_mismatch', 'The state was not accepted.');
  }

  const error = single(query, 'error');
  if (error) throw refusal(error);
  const code = single(query, 'code');
  if (!code) throw invalid('The response has neither a code nor an error.');
  const endpoint = client?.tokenEndpoint ?? kommoTokens;
  const host = findHost(endpoint, (name) => single(query, name));
  return { code, state, host, clientId: single(query, 'client_id'), provider: endpoint.provider };
}

/**
 * A response that arrives at the redirect URI of another provider, or of another client, is not ours (RFC 9700, section
 * 4.4.2.2). The path and the query tell them apart; behind a proxy, the origin may have another name.
 */
function checkPlace(given: string | URL, redirectUri: string): void {
  const [url, registered] = [parseUrl(given), parseUrl(redirectUri)];
  const isThere = [...registered.searchParams].every(([name, value]) => url.searchParams.get(name) === value);
  if (isThere && url.pathname === registered.pathname) return;
  throw new CallbackError(
    'redirect_uri_mismatch',
    'The response is not at the client’s redirect URI. Pass the URL as the browser asked for it (in Express, req.originalUrl).',
  );
}

/** RFC 6749, section 3.1: no parameter twice, as there is no telling which one counts. Empty is absent. */
function single(query: URLSearchParams, name: string): string | undefined {
  const [value, ...others] = query.getAll(name);
  if (others.length > 0) throw invalid(`The response has ${name} more than once.`);
  return value || undefined;
}

function refusal(error: string): CallbackError {
  // The characters of RFC 6749, section 4.1.2.1.
  if (!/^[\x20-\x21\x23-\x5b\x5d-\x7e]{1,200}$/.test(error)) return invalid('The error is not well-formed.');
  return new CallbackError(error, 'The CRM refused the authorization.', 'provider');
}

function invalid(message: string): CallbackError {
  return new CallbackError('invalid_response', message);
}
