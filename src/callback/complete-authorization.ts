import { AuthorizationError } from '../consent/errors.js';
import { type CompletedAuthorization, completeTransaction, takeReturned } from '../consent/handoff.js';
import { findTransaction, forgetTransaction } from '../consent/kept-transactions.js';
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
 * Completes an authorization that left the page: on the redirect page itself, or on the page to which `callback.js` came back.
 * Compares the state with the one that was kept, which is valid once and for 20 minutes, and the issuer, and clears the URL.
 *
 * @param options.issuer - the authorization server's issuer identifier (RFC 9207). Default: the request's
 * @returns the response, or `undefined` if none has come back
 * @throws AuthorizationError the provider's error, `state_mismatch` or `issuer_mismatch`, with `returnTo` and `appState`
 */
export function completeAuthorization(options?: { issuer?: string }): CompletedAuthorization | undefined {
  const outcome = readUrl(own(options).issuer) ?? takeReturned();
  if (outcome instanceof AuthorizationError) throw outcome;
  return outcome as CompletedAuthorization | undefined;
}

function readUrl(issuer: string | undefined): ReturnType<typeof takeReturned> {
  const params = readResponseUrl();
  if (!params?.state) return undefined;
  const { href } = location;
  const kept = findTransaction(params.state);
  forgetTransaction(params.state);
  clearUrl();
  return completeTransaction(href, kept && { ...kept, issuer: issuer ?? kept.issuer });
}

/** Hides the code from later scripts and requests of the page, and from the history. */
function clearUrl(): void {
  const url = new URL(location.href);
  for (const name of RESPONSE) url.searchParams.delete(name);
  history.replaceState(history.state, '', url);
}
