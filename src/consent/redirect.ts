import { own } from '../providers/own.js';
import type { AuthorizationRequest } from '../providers/provider.js';
import type { Way } from './attempt.js';
import { AuthorizationError } from './errors.js';
import { keepTransaction, sweepTransactions } from './kept-transactions.js';
import { tryTo } from './platform.js';
import { sameOriginUrl } from './same-origin.js';
import { createTransaction, type Transaction } from './transaction.js';

/** Options of `authorizeWithRedirect()`. */
export interface RedirectOptions {
  /** URL of this origin to come back to. Default: this page. */
  returnTo?: string | undefined;
  /** Data that comes back with the response, as JSON has it. It stays in this browser. */
  appState?: unknown;
}

/**
 * Goes to the provider's consent page with the whole page, where no window can open: in an in-app browser, for one. The provider
 * comes back to the redirect URI, where `callback.js` or `completeAuthorization()` finishes. The redirect page must have this
 * page's origin.
 *
 * The request is kept for 20 minutes and is good for one response.
 *
 * @example
 * ```ts
 * await authorizeWithRedirect(kommo({ clientId: '…' }), { returnTo: '/settings' });
 * ```
 * @param request - made by a provider such as `kommo()`
 * @returns a promise that fulfils once the page is about to leave; rejects with an `AuthorizationError`:
 *   `invalid_configuration` if the request or an option is wrong, `popup_blocked` in a frame of another site, which must not move
 *   the page around it, `unsupported_environment` where nothing can be kept
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-4.1
 */
export async function authorizeWithRedirect(
  request: AuthorizationRequest,
  options?: RedirectOptions,
): Promise<void> {
  await request.ready;
  leave(createTransaction(request), options);
}

/** Shows the consent page in place of the page. */
export function inPage(options: RedirectOptions): Way {
  return ({ transaction, until, end, fail }) => {
    const go = (): void => leave(transaction, options);
    try {
      go();
    } catch (error) {
      end(error as AuthorizationError);
      return undefined;
    }
    // Back from the consent page, to a page that the browser has kept as it was.
    addEventListener('pageshow', ({ persisted }) => persisted && fail('aborted'), { signal: until });
    return go;
  };
}

/**
 * Keeps a transaction, with a copy in `localStorage`, since in-app browsers may come back in another tab.
 *
 * @throws AuthorizationError `invalid_configuration` or `unsupported_environment`
 */
export function keepForReturn(transaction: Transaction, options?: RedirectOptions): void {
  const { clientId } = transaction;
  const { returnTo, appState } = own(options);
  let kept;
  try {
    const page = (wholePage() ?? self).location.href;
    const url = returnTo ? sameOriginUrl('returnTo (return-to)', returnTo) : page;
    // Throws for what is no JSON.
    kept = { ...transaction.kept, returnTo: url, appState: JSON.stringify(appState) && appState };
  } catch (cause) {
    const { message: description } = cause as Error;
    throw new AuthorizationError('invalid_configuration', { clientId, description, cause });
  }
  sweepTransactions();
  const copy = keepTransaction(kept, 'localStorage');
  if (keepTransaction(kept) ?? copy) return;
  const description = 'Storage is blocked, so no response could be checked: open a window.';
  throw new AuthorizationError('unsupported_environment', { clientId, description });
}

/** The window of the whole page; nothing in a frame of another origin. */
export function wholePage(): Window | undefined {
  return tryTo(() => (top?.location.href ? top : undefined));
}

function leave(transaction: Transaction, options: RedirectOptions | undefined): void {
  const page = wholePage();
  if (!page) {
    const description = 'A frame must not move the page of another site: open a window or a tab.';
    throw new AuthorizationError('popup_blocked', { clientId: transaction.clientId, description });
  }
  keepForReturn(transaction, options);
  page.location.assign(transaction.pageUrl);
}
