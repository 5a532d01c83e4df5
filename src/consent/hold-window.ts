import { AuthorizationError, type ClientErrorCode } from './errors.js';
import { watchPopup } from './popup.js';
import type { Flight } from './single-flight.js';

/** A window that is open, but has nowhere to go yet. */
export interface HeldWindow<T> extends Flight<T> {
  /** Closes it, and ends the wait with `aborted`. */
  readonly cancel: (cause?: unknown) => void;
}

/**
 * Holds a window open for a value that its URL needs. The window has to open in the click, and the value comes later.
 *
 * @param popup - the window; absent if the value is not for one
 * @param value - rejects with an `AuthorizationError`, as the response then does
 * @param signal - ends the wait with `aborted`
 */
export function holdWindow<T>(
  popup: Window | null | undefined,
  value: Promise<T>,
  signal: AbortSignal | undefined,
): HeldWindow<T> {
  const ended = new AbortController();
  const until = { signal: ended.signal };
  let fail!: (code: ClientErrorCode, cause?: unknown) => void;
  const response = new Promise<T>((resolve, reject) => {
    fail = (code, cause) => reject(new AuthorizationError(code, { cause }));
    value.then(resolve, reject);
  });
  const cancel = (cause?: unknown): void => fail('aborted', cause);
  const heedSignal = (): void => {
    if (signal?.aborted) cancel(signal.reason);
  };
  signal?.addEventListener('abort', heedSignal, until);
  addEventListener('pagehide', () => cancel(), until);
  if (popup) watchPopup(popup, ended.signal, () => fail('popup_closed'));
  response.then(
    () => ended.abort(),
    () => {
      ended.abort();
      popup?.close();
    },
  );
  heedSignal();
  return { response, focus: () => popup?.focus(), cancel };
}
