import { parseWebUrl } from '../providers/url.js';
import { AuthorizationError } from './errors.js';
import { keepTransaction, type KeptTransaction, parseKept } from './kept-transactions.js';
import { tryTo } from './platform.js';
import {
  type AuthorizationResponse,
  isElsewhere,
  type Outcome,
  readParameters,
  readQuery,
} from './response.js';

/** The response of an authorization that left the page. */
export interface CompletedAuthorization extends AuthorizationResponse {
  /** The URL to come back to, if the authorization had one: the page may go on there. */
  readonly returnTo: string | undefined;
  /** The page's own data, as `authorizeWithRedirect()` was given it. */
  readonly appState: unknown;
}

/** A transaction, and the URL that its response came with. */
interface Returned extends KeptTransaction {
  readonly url: string;
}

/** Names the item with the last response that came back to this tab. */
const RETURNED = 'crm-oauth-returned';

/** Hands a response over to the next page of this tab. */
export function handOver(kept: KeptTransaction, url: string): void {
  const returned: Returned = { ...kept, url };
  tryTo(() => sessionStorage.setItem(RETURNED, JSON.stringify(returned)));
}

/** Whether a response waits for this page. */
export function hasReturned(): boolean {
  return !!readReturned();
}

/**
 * Takes the response that was handed over to this page, once.
 *
 * @param isOurs - whether the caller made the request. Such a caller goes on to the redirect URI in `popup` mode, as after a
 *   window, so the transaction is kept for that page
 */
export function takeReturned(isOurs?: (kept: KeptTransaction) => boolean): Outcome | undefined {
  const returned = parseKept(readReturned()) as Returned | undefined;
  if (!returned || !parseWebUrl(returned.url) || isOurs?.(returned) === false) return undefined;
  sessionStorage.removeItem(RETURNED);
  const goesOn = isOurs && returned.mode === 'popup';
  // Not back to the caller: that would never end.
  if (goesOn) keepTransaction({ ...returned, returnTo: undefined });
  return Object.assign(completeTransaction(returned.url, returned), !goesOn && { url: undefined });
}

/**
 * Reads the URL that a transaction came back with.
 *
 * @param kept - the transaction of the URL's state; absent if there is none, or no longer
 */
export function completeTransaction(url: string, kept: KeptTransaction | undefined): Outcome {
  const isOurs = kept && !isElsewhere(url, kept);
  const outcome =
    (isOurs ? readParameters(readQuery(new URL(url).searchParams), kept, url) : undefined) ??
    new AuthorizationError('state_mismatch', {
      description: 'The state in the URL is not the one that was sent, or it was used before.',
    });
  return Object.assign(outcome, { returnTo: kept?.returnTo, appState: kept?.appState });
}

function readReturned(): string | null | undefined {
  return tryTo(() => sessionStorage.getItem(RETURNED));
}
