import type { AuthorizationRequest } from '../providers/provider.js';
import { AuthorizationError, type ClientErrorCode } from './errors.js';
import { keepTransaction } from './kept-transactions.js';
import type { AuthorizationResponse, Outcome } from './response.js';
import { createTransaction, type Transaction } from './transaction.js';

/** Options of `authorize()`. */
export interface AuthorizeOptions {
  /** Ends the attempt: the window closes, and the promise rejects with `aborted`. The signal's reason is the cause. */
  signal?: AbortSignal | undefined;
  /** Time limit of the attempt, in ms; then it ends with `timeout`. Default: none. */
  timeout?: number | undefined;
  /**
   * Called when the window has cut its tie to the page (Cross-Origin-Opener-Policy). The attempt goes on, but the page can no
   * longer see whether the window is open: offer a way to cancel.
   */
  onDetached?: (() => void) | undefined;
  /**
   * Opens the consent page in place of a window, in a shell such as Electron or Capacitor, and gives the URL that came back, which
   * is checked like any response. Default: `window.open()`.
   */
  open?: OpenInShell | undefined;
}

/**
 * Opens a URL outside the page, and gives the URL with which the provider came back to the redirect URI. If it rejects or gives
 * nothing, the attempt ends with `popup_closed`.
 *
 * @param signal - fires when the attempt is over: close whatever is open
 */
export type OpenInShell = (url: string, signal: AbortSignal) => Promise<string | undefined>;

/** An attempt as the way sees it that brings the consent page to the visitor. */
export interface Stage {
  readonly transaction: Transaction;
  /** Size of a window, in CSS pixels. */
  readonly size: AuthorizationRequest['window'];
  /** Fires when the attempt is over. */
  readonly until: AbortSignal;
  readonly onDetached: (() => void) | undefined;
  /** Ends the attempt, if there is an outcome. */
  readonly end: (outcome: Outcome | undefined) => void;
  readonly fail: (code: ClientErrorCode, cause?: unknown) => void;
  /**
   * Ends the attempt without a response. Had there been one with another state, that is the reason.
   *
   * @param code - the reason otherwise. Default `popup_closed`
   */
  readonly close: (code?: ClientErrorCode) => void;
}

/**
 * A way to bring the consent page to the visitor: a window, a shell, or the page itself.
 *
 * @returns brings it to the front; nothing if the way failed
 */
export type Way = (stage: Stage) => (() => void) | undefined;

/** One authorization, from its start to its outcome. It settles once, and leaves nothing behind. */
export interface Attempt {
  readonly transaction: Transaction;
  /** Settles with the outcome; rejects with an `AuthorizationError`, and with nothing else. */
  readonly response: Promise<AuthorizationResponse>;
  /**
   * Brings the consent page to the visitor, or does so again. Call it synchronously in the click's handler.
   *
   * @returns whether the attempt is under way
   */
  open(): boolean;
  /** Brings the consent page to the front. */
  focus(): void;
  /** Ends the attempt with `aborted`. */
  cancel(cause?: unknown): void;
}

/**
 * Prepares an attempt. Nothing happens before `open()`.
 *
 * @throws AuthorizationError `invalid_configuration` if the request lacks something, `unsupported_environment` if the browser or
 *   the page does, or if there is neither
 */
export function createAttempt(
  request: AuthorizationRequest,
  way: Way,
  // Inherited options count: `authorize(request, controller)` takes the signal of an AbortController.
  { signal, timeout, onDetached }: AuthorizeOptions = {},
): Attempt {
  let isOther = false;
  const transaction: Transaction = {
    ...createTransaction(request),
    onOtherState(): void {
      isOther = true;
    },
  };
  const ended = new AbortController();
  const until = ended.signal;
  let focus: (() => void) | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let settle!: (outcome: AuthorizationResponse | Promise<never>) => void;
  const response = new Promise<AuthorizationResponse>((resolve) => (settle = resolve));

  const isOver = (): boolean => until.aborted;
  const end = (outcome: Outcome | undefined): void => {
    if (!outcome || isOver()) return;
    ended.abort();
    clearTimeout(timer);
    const isError = outcome instanceof AuthorizationError;
    // Then the page goes there, where its redirect page completes the authorization.
    if (!isError && outcome.url) keepTransaction(transaction.kept);
    settle(isError ? Promise.reject(outcome) : outcome);
  };
  const fail = (code: ClientErrorCode, cause?: unknown): void =>
    end(new AuthorizationError(code, { clientId: transaction.clientId, cause }));
  const cancel = (cause?: unknown): void => fail('aborted', cause);
  const heedSignal = (): void => {
    if (signal?.aborted) cancel(signal.reason);
  };
  const close = (code: ClientErrorCode = 'popup_closed'): void => fail(isOther ? 'state_mismatch' : code);
  const stage = { transaction, size: request.window, until, onDetached, end, fail, close };

  const open = (): boolean => {
    heedSignal();
    if (isOver()) return false;
    focus = way(stage);
    if (isOver()) return false;
    // Once, however often it opens.
    signal?.addEventListener('abort', heedSignal, { signal: until });
    if (timeout) timer ??= setTimeout(fail, timeout, 'timeout');
    return true;
  };

  return { transaction, response, open, focus: () => focus?.(), cancel };
}
