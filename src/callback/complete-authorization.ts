import { AuthorizationError } from '../consent/errors.js';
import { type AuthorizationResponse, readParameters } from '../consent/response.js';
import { forgetKeptAttempt, readKeptAttempt } from '../consent/storage.js';
import { own } from '../providers/own.js';
import { readResponseUrl } from './response-url.js';

/**
 * The parameters of a provider's response (RFC 6749, section 4.1.2; RFC 9207); `referer`, `client_id` and `from_widget` are
 * Kommo's. Any others belong to the page.
 */
const RESPONSE = [
  'code',
  'state',
  'referer',
  'client_id',
  'from_widget',
  'iss',
  'error',
  'error_description',
];

/**
 * Completes an authorization on the redirect page itself: in the main window in `popup` mode, or in the tab that replaced a
 * blocked window. Compares the state with the stored one, which is valid once and for 20 minutes, and clears the URL.
 *
 * @param options.issuer - the authorization server's issuer identifier (RFC 9207), if it has one
 * @returns the response, or `undefined` if the page's URL carries none
 * @throws AuthorizationError the provider's error, `state_mismatch` or `issuer_mismatch`
 */
export function completeAuthorization(options?: { issuer?: string }): AuthorizationResponse | undefined {
  const params = readResponseUrl();
  if (!params) return undefined;
  const url = location.href;
  const kept = readKeptAttempt();
  forgetKeptAttempt();
  clearUrl();

  const { issuer } = own(options);
  const outcome = kept && readParameters(params, { ...kept, issuer, clientId: undefined }, url);
  if (!outcome) {
    const description = 'The state in the URL is not the one that was sent, or it was used before.';
    throw new AuthorizationError('state_mismatch', { description });
  }
  if (outcome instanceof AuthorizationError) throw outcome;
  return outcome;
}

/** Hides the code from later scripts and requests of the page, and from the history. */
function clearUrl(): void {
  const url = new URL(location.href);
  for (const name of RESPONSE) url.searchParams.delete(name);
  history.replaceState(history.state, '', url);
}
