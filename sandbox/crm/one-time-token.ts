import { createHmac, randomUUID } from 'node:crypto';
import type { CrmStore } from './crm-store.js';

/** Seconds. */
const LIFETIME = 30 * 60;

/** The person at the settings page. */
const USER_ID = 9_000_001;

/** The claims of a one-time token. Times are in seconds since the epoch. */
export interface OneTimeTokenClaims {
  /** The account's address: `https://acme.kommo.com`. */
  iss: string;
  /** The redirect URI's scheme and host. */
  aud: string;
  jti: string;
  iat: number;
  nbf: number;
  exp: number;
  account_id: number;
  user_id: number;
  client_uuid: string;
  /** Whether the person is an administrator of the account. */
  is_admin: boolean;
  subdomain: string;
}

/**
 * Makes the token with which a page inside the CRM calls the integration's server, in the header `X-Auth-Token`: a JWT, HS256
 * under the client secret.
 *
 * @param claims values that take the place of the token's own; `undefined` takes a claim out
 * @param now milliseconds since the epoch
 * @throws {RangeError} when there is no such integration, or no such account
 * @see https://developers.kommo.com/docs/one-time-tokens
 * @see https://github.com/amocrm/amocrm-api-php/blob/master/src/AmoCRM/Models/DisposableTokenModel.php for `subdomain`
 * @see https://www.rfc-editor.org/rfc/rfc7515#appendix-A.1
 */
export function oneTimeToken(
  clientId: string,
  accountId: number,
  claims: Partial<Record<keyof OneTimeTokenClaims, unknown>>,
  store: CrmStore,
  now: number,
): string {
  const { integration, account, host } = store.installation(clientId, accountId);
  const time = Math.floor(now / 1000);
  const own: OneTimeTokenClaims = {
    iss: `https://${host}`,
    aud: new URL(integration.redirectUri).origin,
    jti: randomUUID(),
    iat: time,
    nbf: time,
    exp: time + LIFETIME,
    account_id: accountId,
    user_id: USER_ID,
    client_uuid: clientId,
    is_admin: true,
    subdomain: account.subdomain,
  };
  const signed = [
    { alg: 'HS256', typ: 'JWT' },
    { ...own, ...claims },
  ]
    .map(encode)
    .join('.');
  return `${signed}.${createHmac('sha256', integration.clientSecret).update(signed).digest('base64url')}`;
}

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
