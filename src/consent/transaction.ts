import { hex } from '../providers/encoding.js';
import { own } from '../providers/own.js';
import type { AuthorizationRequest } from '../providers/provider.js';
import { parseWebUrl, secureUrl } from '../providers/url.js';
import { AuthorizationError } from './errors.js';
import type { KeptTransaction } from './kept-transactions.js';
import type { Expectation } from './response.js';

/** One authorization transaction: the request as it is sent, and what its response has to be (RFC 9700, section 4.7). */
export interface Transaction extends Expectation {
  /** What its response needs on another page. */
  readonly kept: KeptTransaction;
  /** URL of the consent page for a window of this page. */
  readonly url: string;
  /** The same for a page without an opener: the whole page, a tab, a shell. */
  readonly pageUrl: string;
}

/**
 * Starts a transaction, with a state of its own unless the request has one.
 *
 * @throws AuthorizationError `invalid_configuration` if the request lacks something, `unsupported_environment` if the browser or
 *   the page does, or if there is neither
 */
export function createTransaction(request: AuthorizationRequest): Transaction {
  const given = own(request);
  try {
    // A worker has a location, and no window.
    const page = window.location.href;
    const prepared = request.prepare(given.state || createState(), page);
    const { url, pageUrl = url, state, clientId, redirectUri, codeVerifier } = own(prepared);
    secureUrl('url', url);
    // The redirect page may report from the page's own origin, from the redirect URI's, and from the allowed ones.
    const urls = [self.origin, redirectUri ?? given.redirectUri, ...(given.allowedOrigins ?? [])];
    const { provider, mode, issuer } = given;
    const kept = { provider, clientId, mode, state, codeVerifier, issuer, redirectUri };
    return {
      ...kept,
      kept,
      url,
      pageUrl,
      redirectOrigins: urls.map((url) => parseWebUrl(url)?.origin),
      isConsentOrigin: (origin) => request.isConsentOrigin(origin),
    };
  } catch (cause) {
    const code = cause instanceof TypeError ? 'invalid_configuration' : 'unsupported_environment';
    throw new AuthorizationError(code, {
      clientId: given.clientId,
      description: (cause as Error).message,
      cause,
    });
  }
}

/** Creates a state: 128 random bits as 32 hexadecimal digits (RFC 6749, section 10.12; RFC 9700, section 4.7). */
export function createState(): string {
  return hex(crypto.getRandomValues(new Uint8Array(16)));
}
