import { AuthorizationError } from '../consent/errors.js';
import { type AuthorizationResponse, readParameters } from '../consent/response.js';
import { forgetKeptAttempt, readKeptAttempt } from '../consent/storage.js';
import { own } from '../providers/own.js';
import { readResponseUrl } from './response-url.js';

/**
 * The parameters with which a provider answers (RFC 6749, section 4.1.2; RFC 9207); `referer`, `client_id` and `from_widget`
 * are Kommo's. All others are the page's own.
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
 * Completes an authorization on the redirect page itself: in the main window in `popup` mode, or in the tab that stood in
 * for a blocked window. Compares the state with the one that was kept, which is good for one use and for 20 minutes, and
 * clears the URL.
 *
 * @param options.issuer - the authorization server's issuer identifier (RFC 9207), where it has one
 * @returns the response, or `undefined` where the page's URL carries none
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

/** Whatever runs or loads on the page later is not to see the code, and neither is the history. */
function clearUrl(): void {
  const url = new URL(location.href);
  for (const name of RESPONSE) url.searchParams.delete(name);
  history.replaceState(history.state, '', url);
}
