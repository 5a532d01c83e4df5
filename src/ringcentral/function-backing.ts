import type { AuthorizationResponse } from '../consent/response.js';
import { type Backing, type BackingEvents, createStatus, exclusive } from './backing.js';
import type { AuthorizationStatus } from './messages.js';

/** How the page connects and disconnects the service. */
export interface AuthorizationFunctions {
  /**
   * Connects, for example with `authorize()` of `crm-oauth-button/consent`. Called in the task of the visitor's click: open
   * the window before the first `await`.
   *
   * @param options.signal - fires on `disconnect()`
   * @returns the response, whose `referer` is shown as the account, or the account itself; rejects where it failed
   */
  readonly authorize: (options: {
    signal: AbortSignal;
  }) => Promise<AuthorizationResponse | string | undefined> | Promise<void>;
  /** Revokes. Rejects where that failed; then the service stays connected. */
  readonly unauthorize: () => unknown;
}

/** The page's functions behind the widget's button. */
export function functionBacking(
  { authorize, unauthorize }: AuthorizationFunctions,
  status: AuthorizationStatus,
  { signal, onChange, onError }: BackingEvents,
): Backing {
  const set = (changed: AuthorizationStatus): void => {
    status = changed;
    onChange();
  };
  return {
    look: {},
    get status() {
      return status;
    },
    set status(changed) {
      set(changed);
    },
    authorize: exclusive(async () => {
      const outcome = await authorize({ signal });
      set(createStatus(true, typeof outcome === 'object' ? outcome.referer : outcome));
    }, onError),
    unauthorize: exclusive(async () => {
      await unauthorize();
      set(createStatus(false));
    }, onError),
  };
}
