import type { Sandbox } from '../../sandbox/index.js';
import { obtainCode, SHOP } from './fixtures.js';

export interface Body {
  [name: string]: unknown;
  access_token: string;
  refresh_token: string;
}

export type Fields = Record<string, string | undefined>;

/** Sends a token request of {@link SHOP}, as the vendor's documents have it; `undefined` leaves a field out. */
export async function request(sandbox: Sandbox, fields: Fields, prefix = '') {
  const response = await fetch(`${sandbox.url}${prefix}/oauth2/access_token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      client_id: SHOP.clientId,
      client_secret: SHOP.clientSecret,
      redirect_uri: SHOP.redirectUri,
      ...fields,
    }),
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Body };
}

export const redeem = (sandbox: Sandbox, code: string, fields: Fields = {}, prefix = '') =>
  request(sandbox, { grant_type: 'authorization_code', code, ...fields }, prefix);

export const refresh = (sandbox: Sandbox, token: string, fields: Fields = {}, prefix = '') =>
  request(sandbox, { grant_type: 'refresh_token', refresh_token: token, ...fields }, prefix);

/** Calls the CRM's API with an access token. */
export const account = (sandbox: Sandbox, token: string, prefix = '') =>
  fetch(`${sandbox.url}${prefix}/api/v4/account`, { headers: { authorization: `Bearer ${token}` } });

/** Goes the whole way to tokens, for the first account. */
export async function obtainTokens(sandbox: Sandbox): Promise<Body> {
  return (await redeem(sandbox, await obtainCode(sandbox))).body;
}
