import type { AuthorizationError } from '../consent/errors.js';
import type { AuthorizationResponse } from '../consent/response.js';

/** The status of a button. */
export type ButtonStatus =
  'idle' | 'waiting' | 'detached' | 'authorized' | 'reconnect' | 'denied' | 'blocked' | 'error';

class CrmOAuthEvent extends Event {
  constructor(name: string, cancelable = false) {
    super(`crm-oauth-${name}`, { bubbles: true, composed: true, cancelable });
  }
}

/**
 * The button was clicked. Default action: an `authorized` button without `reconnect` fires `crm-oauth-disconnect`; any other one
 * starts an authorization, or brings the window under way to the front.
 */
export class CrmOAuthRequestEvent extends CrmOAuthEvent {
  constructor() {
    super('request', true);
  }
}

/** An authorization starts. Default action: the consent window opens, or the page leaves. */
export class CrmOAuthStartEvent extends CrmOAuthEvent {
  /** URL of the consent page. */
  readonly url: string;
  /** The attempt's state, as a server decodes it. */
  readonly state: string;

  constructor(url: string, state: string) {
    super('start', true);
    this.url = url;
    this.state = state;
  }
}

/**
 * The authorization succeeded. Default action in `popup` mode: the page goes to `response.url`. After a redirect it fires once
 * the page has come back and loaded.
 */
export class CrmOAuthSuccessEvent extends CrmOAuthEvent {
  /** The authorization response. */
  readonly response: AuthorizationResponse;
  readonly #extend: (task: unknown) => void;

  constructor(response: AuthorizationResponse, extend: (task: unknown) => void = () => undefined) {
    super('success', true);
    this.response = response;
    this.#extend = extend;
  }

  /**
   * Keeps the button busy until a promise settles, such as that of the request that sends the code to the server. It is
   * `authorized` only if that fulfils; otherwise it fires `crm-oauth-error` with the code `completion_failed`. The default action
   * waits as well.
   *
   * @throws DOMException `InvalidStateError` if the event has been dispatched already: call it before the first `await`
   */
  waitUntil(promise: PromiseLike<unknown>): void {
    if (!this.eventPhase) {
      throw new DOMException(
        'Call waitUntil() in the listener, before its first await.',
        'InvalidStateError',
      );
    }
    this.#extend(promise);
  }
}

/** The authorization failed: refused by the provider, or ended on this side. No default action. */
export class CrmOAuthErrorEvent extends CrmOAuthEvent {
  /** The error, with its code. */
  readonly error: AuthorizationError;

  constructor(error: AuthorizationError) {
    super('error');
    this.error = error;
  }
}

/** The button of a connected CRM was clicked: revoke the authorization. No default action. */
export class CrmOAuthDisconnectEvent extends CrmOAuthEvent {
  constructor() {
    super('disconnect');
  }
}

/** The button's `status`, `authorized`, `authorizedAccount` or `reconnect` changed. No default action. */
export class CrmOAuthStatusChangeEvent extends CrmOAuthEvent {
  /** The button's status now. */
  readonly status: ButtonStatus;
  constructor(status: ButtonStatus) {
    super('statuschange');
    this.status = status;
  }
}

declare global {
  interface HTMLElementEventMap {
    'crm-oauth-request': CrmOAuthRequestEvent;
    'crm-oauth-start': CrmOAuthStartEvent;
    'crm-oauth-success': CrmOAuthSuccessEvent;
    'crm-oauth-error': CrmOAuthErrorEvent;
    'crm-oauth-disconnect': CrmOAuthDisconnectEvent;
    'crm-oauth-statuschange': CrmOAuthStatusChangeEvent;
  }
}
