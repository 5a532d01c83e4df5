import type { AuthorizationResponse } from '../consent/response.js';
import { isInFlight, startFlight } from '../consent/single-flight.js';
import type { AuthorizationStatus, ThirdPartyService } from './messages.js';

/** The page's side of the widget's button: functions of the page, or its `<crm-oauth-button>`. */
export interface Backing {
  /** Setting it tells the widget. */
  status: AuthorizationStatus;
  /** Captions and logo for a registration that has none of its own. */
  readonly look: Partial<ThirdPartyService>;
  /** Starts an authorization, unless one is under way. Reaches its window synchronously. */
  authorize(): void;
  /** Starts to revoke the authorization, unless that is under way. */
  unauthorize(): void;
}

/** The listeners of a backing, and how long they listen. */
export interface BackingEvents {
  /** Ends the backing. */
  readonly signal: AbortSignal;
  /** The status changed. */
  readonly onChange: () => void;
  /** An authorization failed, or could not be revoked. */
  readonly onError: (error: unknown) => void;
}

/** Functions of the page that connect and disconnect the service. */
export interface AuthorizationFunctions {
  /**
   * Connects, for example with `authorize()` of `crm-oauth-button/consent`. It runs in the task of the visitor's click: open
   * the window before the first `await`.
   *
   * @param options.signal - fires on `disconnect()`
   * @returns the account, or a response whose `referer` names it; rejects if the authorization failed
   */
  readonly authorize: (options: {
    signal: AbortSignal;
  }) => Promise<AuthorizationResponse | string | undefined> | Promise<void>;
  /** Revokes. If it rejects, the service stays connected. */
  readonly unauthorize: () => unknown;
}

/** Puts the page's functions behind the widget's button. */
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

/** A status that the widget accepts: it drops an update whose account is not a string. */
export function createStatus(authorized: unknown, account?: unknown): AuthorizationStatus {
  const isText = typeof account === 'string' || typeof account === 'number';
  return { authorized: Boolean(authorized), authorizedAccount: isText ? String(account) : '' };
}

/** Makes a function that starts the task, unless it is still running. The task begins synchronously. */
export function exclusive(task: () => Promise<void>, onError: (error: unknown) => void): () => void {
  const owner = {};
  return () => {
    if (isInFlight(owner)) return;
    let begin!: () => void;
    startFlight(owner, { response: new Promise<void>((resolve) => (begin = () => resolve(task()))) }).catch(
      onError,
    );
    begin();
  };
}
