import { isInFlight, startFlight } from '../consent/single-flight.js';
import type { AuthorizationStatus, ThirdPartyService } from './messages.js';

/** What stands behind the widget's button: functions of the page, or its `<crm-oauth-button>`. */
export interface Backing {
  /** Whoever sets it, the widget hears of it. */
  status: AuthorizationStatus;
  /** Captions and logo, where the registration has none of its own. */
  readonly look: Partial<ThirdPartyService>;
  /** Starts an authorization, unless one is under way. Reaches its window synchronously. */
  authorize(): void;
  /** Starts to revoke the authorization, unless that is under way. */
  unauthorize(): void;
}

/** What a backing tells. */
export interface BackingEvents {
  /** Ends it. */
  readonly signal: AbortSignal;
  /** The status changed. */
  readonly onChange: () => void;
  /** An authorization failed, or could not be revoked. */
  readonly onError: (error: unknown) => void;
}

/** A status as the widget needs it: an account that is no string makes it drop the whole update. */
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
