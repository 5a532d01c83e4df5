import { send } from '../http.js';
import { parseJson, textAt } from '../json.js';
import { readClaims } from '../jwt.js';
import type { Client } from './client.js';
import type { TokenRequestOptions } from './client-request.js';
import { checkHost, urlAt } from './hosts.js';
import type { TokenSet } from './token-set.js';

/**
 * Asks the CRM for the host of an account that may have been renamed, by its refresh token: the access token may have expired.
 *
 * @returns the host that it has today; `undefined` if the CRM does not tell
 * @throws TokenError `timeout`, `unreachable`
 * @throws CallbackError for a host that is none of the provider's
 */
export async function findCurrentHost(
  { tokenEndpoint }: Client,
  { host, accessToken, refreshToken }: TokenSet,
  options: TokenRequestOptions,
): Promise<string | undefined> {
  const { currentHost } = tokenEndpoint;
  if (!currentHost || !refreshToken) return undefined;
  // One that stays, whatever the account is called.
  const { [currentHost.claim]: named = host } = readClaims(accessToken);
  const asked = checkHost(tokenEndpoint, named);
  const headers = { accept: 'application/json', [currentHost.header]: refreshToken };
  const { status, text } = await send(
    urlAt(currentHost.url, asked, options),
    { headers },
    asked,
    options.timeout,
  );
  const found = status === 200 ? textAt(parseJson(text), currentHost.field) : undefined;
  return found === undefined ? undefined : checkHost(tokenEndpoint, found);
}
