import type { Fault } from '../pages/outcome-pages.js';
import { isLoopbackHost } from './hosts.js';
import { ConsentError, uriFault } from './requests.js';

/** An option of each kind of client. */
export interface LoopbackOption {
  /**
   * Whether every page of this machine may use the client, and every redirect URI of this machine counts as registered, so that a
   * copied snippet works on any port. It goes further than RFC 8252, section 7.3, where the port alone is free; the CRMs themselves
   * compare to the character. Default `false`.
   *
   * @see https://www.rfc-editor.org/rfc/rfc8252#section-7.3
   */
  anyLoopback?: boolean;
}

/** Whether a URI leads to this machine, and would do as a redirect URI. */
export function isLoopbackUri(uri: string): boolean {
  return !uriFault(uri) && isLoopbackHost(new URL(uri).hostname);
}

/**
 * Refuses a request from another origin of this machine for an answer at the client's own redirect page: that page reports to its own
 * origin alone, and the page that asks would wait for nothing.
 *
 * @param page origin of the page that asks, if it is known
 * @param redirectUri the registered one
 * @param remedy after the advice to have a redirect page
 * @throws {ConsentError} for such a request
 */
export function refuseElsewhere(page: string | undefined, redirectUri: string, remedy: string): void {
  if (!isElsewhere(page, redirectUri)) return;
  const fault: Fault = {
    parameter: 'redirect_uri',
    message: `The page is on ${page}, and the redirect page, ${redirectUri}, reports to its own origin alone.`,
    remedy: `Put a page with callback.js on ${page}. ${remedy}`,
  };
  throw new ConsentError([fault]);
}

/** Whether a page is on this machine, and on another origin than a client's redirect page. */
export function isElsewhere(page: string | undefined, redirectUri: string): page is string {
  return page !== undefined && isLoopbackUri(page) && new URL(page).origin !== new URL(redirectUri).origin;
}
