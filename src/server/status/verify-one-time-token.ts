import { CallbackError } from '../callback-error.js';
import { textAt } from '../json.js';
import { verifyClaims } from '../jwt.js';
import { checkHost } from '../tokens/hosts.js';
import type { Client } from '../tokens/client.js';

/** Who a page inside the CRM says is there, in the CRM's own terms. */
export interface OneTimeToken {
  /** The token's own id. Whoever has to act once on each token remembers it for half an hour. */
  readonly id: string | undefined;
  /** The vendor's id of the account. */
  readonly account: string;
  /** The vendor's id of the user. */
  readonly user: string;
  /** The account's host, such as `acme.kommo.com`. */
  readonly host: string;
  /** Whether the user is an administrator of the account: only these connect it. */
  readonly isAdmin: boolean;
}

/** By how much the clocks may differ, in seconds. */
const LEEWAY = 60;

/**
 * Verifies the token with which a widget's settings page inside Kommo or amoCRM calls your server, in the header `X-Auth-Token`: a JWT
 * under the client secret, good for 30 minutes, for this client, from an account of the CRM's.
 *
 * The page is on the account's origin: answer it with CORS headers for `https://` and that `host`, and no other.
 *
 * @param token - the header, in any form that a framework gives it
 * @param options.now - clock in ms since the epoch, for tests. Default `Date.now`
 * @throws CallbackError `invalid_token`
 * @throws TypeError for a client of a provider that has no such tokens
 * @see https://developers.kommo.com/docs/one-time-tokens
 * @see https://www.rfc-editor.org/rfc/rfc8725
 */
export async function verifyOneTimeToken(
  token: unknown,
  client: Client,
  { now = Date.now }: { readonly now?: (() => number) | undefined } = {},
): Promise<OneTimeToken> {
  const { clientId, clientSecret = '', redirectUri, tokenEndpoint } = client;
  const { oneTimeToken: names, provider } = tokenEndpoint;
  if (!names) throw new TypeError(`${provider} has no one-time tokens.`);
  const given = typeof token === 'string' ? token : '';
  const claims = await verifyClaims(given, clientSecret);
  if (!claims) throw invalid('It is not signed with the secret of this client.');
  const { iss, aud, exp, nbf, jti } = claims;
  const seconds = now() / 1000;
  if (typeof exp !== 'number' || exp <= seconds - LEEWAY) throw invalid('It has expired.');
  if (nbf !== undefined && !(Number(nbf) <= seconds + LEEWAY)) throw invalid('It is not good yet.');
  if (textAt(claims, names.client) !== clientId) throw invalid('It is for another client.');
  if (typeof aud !== 'string' || !URL.canParse(aud) || new URL(aud).origin !== new URL(redirectUri).origin) {
    throw invalid('It is for another server.');
  }
  const account = textAt(claims, names.account);
  const user = textAt(claims, names.user);
  if (!account || !user) throw invalid('It names no account, or no user.');
  return {
    id: typeof jti === 'string' ? jti : undefined,
    account,
    user,
    host: issuerOf(client, iss),
    isAdmin: claims[names.isAdmin] === true,
  };
}

/** The account's host, which is the CRM's; with another one, its page would get the answer. */
function issuerOf({ tokenEndpoint }: Client, iss: unknown): string {
  try {
    return checkHost(tokenEndpoint, typeof iss === 'string' && iss.startsWith('https://') ? iss : '');
  } catch {
    throw invalid('It is from no account of the CRM.');
  }
}

function invalid(message: string): CallbackError {
  return new CallbackError('invalid_token', `The one-time token is not accepted. ${message}`);
}
