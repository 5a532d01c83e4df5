import { CallbackError } from '../callback-error.js';
import { isEqual } from '../crypto.js';
import { readText } from '../http.js';
import { parseJson, textAt } from '../json.js';
import type { Client } from '../tokens/client.js';

/** An account that has uninstalled the app, and the user of it who had installed it. */
export interface Uninstall {
  readonly clientId: string;
  /** The vendor's id of the account, as `fetchAccount()` gives it. */
  readonly accountId: string;
  /** The vendor's id of the user, if the notice names one. */
  readonly userId: string | undefined;
}

/** Longer than any notice, in bytes. */
const LIMIT = 16_384;

/**
 * Verifies a CRM's notice that an app was uninstalled: at Pipedrive, a DELETE at the client's redirect URI with the client's own
 * id and secret in its `Authorization` header, which is compared in constant time. The CRM has ended the tokens by then: remove
 * them. Keep that header out of logs.
 *
 * @throws CallbackError `invalid_signature` for a request that does not know the secret; `invalid_response` for one that names no
 *   account
 * @throws TypeError for a client of a provider that sends no such notice, or one that can't be verified
 * @see https://pipedrive.readme.io/docs/app-uninstallation
 */
export async function verifyUninstall(request: Request, client: Client): Promise<Uninstall> {
  const { clientId, clientSecret } = client;
  const { provider, uninstallNotice: notice } = client.tokenEndpoint;
  if (!notice) throw new TypeError(`${provider} sends no notice of an uninstallation that can be verified.`);
  const given = request.headers.get('authorization') ?? '';
  // An empty secret is no key: everybody knows it.
  const isKnown = clientSecret && isEqual(given, `Basic ${base64(`${clientId}:${clientSecret}`)}`);
  if (request.method !== 'DELETE' || !isKnown) {
    throw new CallbackError('invalid_signature', 'The notice does not show the client’s secret.');
  }
  const body = parseJson(await readText(request, LIMIT));
  const accountId = textAt(body, notice.account);
  if (!accountId || textAt(body, 'client_id') !== clientId) {
    throw new CallbackError('invalid_response', 'The notice names no account, or another client.');
  }
  return { clientId, accountId, userId: notice.user && textAt(body, notice.user) };
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
