import { Failure } from './failure.js';
import type { Credentials } from './secrets.js';
import { callVendor } from './vendor.js';

const MONTH = 30 * 24 * 60 * 60_000;

/** What the CRM's token endpoint issued. Times are in milliseconds since the epoch. */
export interface Tokens {
  accessToken: string;
  refreshToken: string;
  issued: number;
  accessExpires: number;
  refreshExpires: number;
}

/** What tokens are given for (RFC 6749 §4.1.3 and §6). */
export type Grant =
  { grant_type: 'authorization_code'; code: string } | { grant_type: 'refresh_token'; refresh_token: string };

/** Who asks, and whom. */
export interface Client extends Credentials {
  /** To the character as it is registered. */
  redirectUri: string;
  /** Base URL of the account's API. */
  server: string;
}

/** Exchanges a code, or a refresh token, for new tokens. A refresh token is good for one exchange: keep the new one. */
export async function exchange(client: Client, grant: Grant): Promise<Tokens> {
  const answer = await callVendor(`${client.server}/oauth2/access_token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      client_id: client.clientId,
      client_secret: client.clientSecret,
      redirect_uri: client.redirectUri,
      ...grant,
    }),
  });
  const { access_token: accessToken, refresh_token: refreshToken, expires_in: lifetime } = answer;
  if (typeof accessToken !== 'string' || typeof refreshToken !== 'string' || typeof lifetime !== 'number') {
    throw new Failure('vendor_refused', 'The answer holds no tokens');
  }
  const issued = Date.now();
  return {
    accessToken,
    refreshToken,
    issued,
    accessExpires: issued + lifetime * 1000,
    refreshExpires: issued + 3 * MONTH,
  };
}
