import type { AccountSource } from '../../providers/token-endpoint.js';
import { send } from '../http.js';
import { parseJson, textAt } from '../json.js';
import { checkApiHost } from './api-hosts.js';
import type { Client } from './client.js';
import { urlAt } from './hosts.js';
import { TokenError } from './token-error.js';
import type { TokenRequestOptions } from './client-request.js';
import type { TokenSet } from './token-set.js';

/** An account of a CRM, as the CRM itself has named it. */
export interface Account {
  /** The vendor's id of the account, whatever host the account has now: the key of a connection. */
  readonly id: string;
  /** Text from outside: escape it. Absent if the CRM does not tell. */
  readonly name: string | undefined;
}

/** A request to an API, besides its URL and its token. Default: a GET. */
interface ApiRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/**
 * Asks the CRM which account an access token opens. Key a connection by its id, and never by a parameter of the redirect, which
 * anybody can write.
 *
 * @throws TokenError `access_denied` if the API does not take the token, `invalid_response` if its answer names no account
 * @throws CallbackError if the tokens are not of the client's provider, before any request
 * @throws TypeError for a provider whose definition does not say how
 */
export async function fetchAccount(
  client: Client,
  tokens: TokenSet,
  options: TokenRequestOptions = {},
): Promise<Account> {
  const { account, provider } = client.tokenEndpoint;
  if (!account) throw new TypeError(`${provider} does not tell which account a token is for.`);
  const { host } = tokens;
  if (account === 'host') return { id: checkApiHost(client.tokenEndpoint, host), name: undefined };
  if (!account.url) {
    if (tokens.account) return { id: tokens.account, name: undefined };
    throw new TokenError('invalid_response', { host, reason: 'The token response named no account' });
  }
  const { status, text } = await callApi(client, tokens, account.url, options, initOf(account));
  if (status >= 400) throw new TokenError('access_denied', { host, status, reason: `HTTP ${status}` });
  const body = parseJson(text);
  const id = textAt(body, account.id);
  if (!id) throw new TokenError('invalid_response', { host, status, reason: 'The answer names no account' });
  return { id, name: account.name && textAt(body, account.name) };
}

/**
 * Sends a request with an access token in its header to the API that the token is for.
 *
 * @param template - its URL, with `{host}`
 * @throws CallbackError if the tokens are not of the client's provider, before any request
 * @throws TokenError `timeout`, `unreachable`
 */
export async function callApi(
  { tokenEndpoint }: Client,
  { host, accessToken }: TokenSet,
  template: string,
  options: TokenRequestOptions,
  init: ApiRequest = {},
) {
  const checked = checkApiHost(tokenEndpoint, host);
  const headers = {
    ...init.headers,
    authorization: `${tokenEndpoint.scheme ?? 'Bearer'} ${accessToken}`,
    accept: 'application/json',
  };
  return send(urlAt(template, checked, options), { ...init, headers }, checked, options.timeout);
}

function initOf({ body }: AccountSource): ApiRequest {
  if (!body) return {};
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}
