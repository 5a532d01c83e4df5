import { hex } from '../../providers/encoding.js';
import { CallbackError } from '../callback-error.js';
import { hmac, isEqual } from '../crypto.js';
import { queryOf } from '../http.js';
import type { Awaitable } from '../stores.js';

/** The account that has disconnected, and the integration that it has disconnected. */
export interface Disconnect {
  readonly clientId: string;
  readonly accountId: number;
}

/**
 * Verifies the disconnect hook of Kommo and amoCRM: a GET with `client_uuid`, `account_id` and `signature`, the hexadecimal HMAC-SHA256 of
 * `client_uuid|account_id` under the client secret.
 *
 * The signature is the same every time, so whoever saw an old request can send it again. Before you remove anything, ask the
 * CRM whether the hook tells the truth: `forgetDisconnected()` does.
 *
 * A visitor may know the secret of an integration that came over the secrets webhook. Its signature speaks only for accounts
 * of that integration: look them up under both ids.
 *
 * @param url - the hook's, complete or from its path on, or a parsed query
 * @param findSecret - gives the client secret of an integration; `undefined` if it is none of yours
 * @throws CallbackError `invalid_signature`
 * @see https://developers.kommo.com/docs/oauth-20
 */
export async function verifyDisconnect(
  url: string | URL | URLSearchParams,
  findSecret: (clientId: string) => Awaitable<string | undefined>,
): Promise<Disconnect> {
  const query = queryOf(url);
  const clientId = query.get('client_uuid') ?? '';
  const accountId = query.get('account_id') ?? '';
  const signature = query.get('signature') ?? '';
  // An empty secret is no key: everybody knows it.
  const secret = /^\d{1,15}$/.test(accountId) && (await findSecret(clientId));
  if (
    typeof secret !== 'string' ||
    !secret ||
    !isEqual(signature, hex(await hmac(secret, `${clientId}|${accountId}`)))
  ) {
    throw new CallbackError('invalid_signature', 'The signature is not that of the integration’s secret.');
  }
  return { clientId, accountId: Number(accountId) };
}
