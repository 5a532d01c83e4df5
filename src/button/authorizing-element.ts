import {
  type Attempt,
  type AuthorizeOptions,
  createAttempt,
  type OpenInShell,
  type Way,
} from '../consent/attempt.js';
import { AuthorizationError, invalidConfiguration } from '../consent/errors.js';
import { hasReturned, takeReturned } from '../consent/handoff.js';
import { holdWindow } from '../consent/hold-window.js';
import { ofDocument } from '../consent/platform.js';
import { inShell } from '../consent/in-shell.js';
import { inWindow } from '../consent/in-window.js';
import { openPopup } from '../consent/popup.js';
import { inPage, keepForReturn } from '../consent/redirect.js';
import type { AuthorizationResponse } from '../consent/response.js';
import { isInFlight, joinFlight, startFlight } from '../consent/single-flight.js';
import type { Transaction } from '../consent/transaction.js';
import type { AuthorizationRequest } from '../providers/provider.js';
import { sayOnce, tellDeveloper } from './console.js';
import { callErrorCallback } from './error-callback.js';
import { type ButtonStatus, CrmOAuthErrorEvent, CrmOAuthStartEvent, CrmOAuthSuccessEvent } from './events.js';
import { createStateSource, type ServerState, type StateSource } from './state-source.js';
import { StatusElement } from './status-element.js';

/** The status after an error; `error` for any other code. */
const STATUS: ReadonlyMap<string, ButtonStatus> = new Map([
  ['access_denied', 'denied'],
  // Pipedrive's word for it, and Salesforce's.
  ['user_denied', 'denied'],
  ['access-denied', 'denied'],
  ['popup_blocked', 'blocked'],
  ['popup_closed', 'idle'],
  ['aborted', 'idle'],
]);

/** Of no server: the button's own state and pair. */
const OWN_STATE: ServerState = { state: '' };

/** The button's part in an authorization: it starts one, follows it, and tells the page. */
export abstract class AuthorizingElement extends StatusElement {
  static override properties = { open: { attribute: false } };

  /**
   * Opens the consent page in place of a window, in a shell such as Electron or Capacitor, and gives the URL that came back. Default:
   * `window.open()`.
   */
  declare open: OpenInShell | undefined;

  /** The last attempt, under way or over. */
  protected attempt: Attempt | undefined;
  /** Whether the visitor has to finish in another window. */
  protected isElsewhere = false;
  /** After an error, the words for the page's developer. Visitors get others. */
  protected mistake: string | undefined;
  #cancel: (() => void) | undefined;
  #source: StateSource | undefined;
  /** Whether this attempt has a window, whatever the mode. */
  #isInWindow = false;

  /**
   * Opens the consent window, as a click does, and waits for the outcome. While an attempt is under way, its window gets
   * the focus and its promise is returned.
   *
   * @param options.signal - ends the attempt with `aborted`
   * @returns the response; rejects with an `AuthorizationError`
   */
  authorize(options?: { signal?: AbortSignal }): Promise<AuthorizationResponse> {
    const current = joinFlight<AuthorizationResponse>(this);
    if (current) return current;
    try {
      const given = this.#source?.take() ?? OWN_STATE;
      return given instanceof Promise ? this.#startLater(given, options) : this.#start(given, options);
    } catch (error) {
      return this.#fail(error);
    }
  }

  /** Ends the attempt under way, if there is one: its window closes and its promise rejects with `aborted`. */
  cancel(): void {
    this.#cancel?.();
  }

  protected override updated(): void {
    if (hasReturned()) afterLoad(() => this.#resume());
    const { stateUrl } = this;
    if ((this.#source?.url ?? '') !== stateUrl)
      this.#source = stateUrl ? createStateSource(stateUrl) : undefined;
    if (!isInFlight(this)) this.#source?.prepare();
  }

  /** The request of one attempt. Its settings are read now. */
  protected abstract request(given: ServerState): AuthorizationRequest;

  /** Opens the window, or another one in its place, or leaves the page. */
  protected openConsentPage(): void {
    if (this.attempt?.open()) this.setStatus('waiting');
  }

  /**
   * Authorizes in a window, whatever the mode: in a frame of another site, no other way leads back.
   *
   * @returns whether there is one
   */
  protected authorizeInWindow(): boolean {
    this.#isInWindow = true;
    this.authorize().catch(() => undefined);
    this.#isInWindow = false;
    return this.status === 'waiting';
  }

  #start(
    given: ServerState,
    options?: AuthorizeOptions,
    popup?: Window | null,
  ): Promise<AuthorizationResponse> {
    try {
      const attempt = createAttempt(this.request(given), this.#way(popup), {
        ...options,
        onDetached: () => this.setStatus('detached'),
      });
      const { transaction } = attempt;
      this.attempt = attempt;
      this.#cancel = () => attempt.cancel();
      const outcome = startFlight(this, attempt, (ended) =>
        ended.then(
          (response) => this.#succeed(response),
          (error: unknown) => this.#fail(error, attempt),
        ),
      );
      const url = this.isElsewhere && !this.open ? transaction.url : transaction.pageUrl;
      if (this.dispatchEvent(new CrmOAuthStartEvent(url, transaction.state))) this.openConsentPage();
      else {
        popup?.close();
        attempt.cancel();
      }
      return outcome;
    } catch (error) {
      popup?.close();
      return this.#fail(error);
    }
  }

  #way(popup: Window | null | undefined): Way {
    const page: Way = (stage) => {
      this.isElsewhere = false;
      return inPage({ returnTo: this.returnTo })({ ...stage, transaction: this.#own(stage.transaction) });
    };
    // Whoever has a window already stays.
    const leaves = popup === undefined && this.#leaves;
    this.isElsewhere = !leaves;
    if (this.open) return inShell(this.open);
    if (leaves) return page;
    return inWindow({ popup, otherwise: this.setting('fallback') === 'redirect' ? page : undefined });
  }

  /** Whether the page itself goes to the consent page. */
  get #leaves(): boolean {
    return !this.open && !this.#isInWindow && this.setting('mode') === 'redirect';
  }

  /** Opens the window in the click, and goes on once the state is there. */
  #startLater(given: Promise<ServerState>, options?: AuthorizeOptions): Promise<AuthorizationResponse> {
    const needsWindow = !this.open && !this.#leaves;
    const popup = needsWindow
      ? (openPopup('about:blank', this.request(OWN_STATE).window) ?? null)
      : undefined;
    const held = holdWindow(popup, given, options?.signal);
    this.isElsewhere = false;
    this.#cancel = held.cancel;
    const outcome = startFlight(this, held, (ended) =>
      ended.then(
        (given) => this.#start(given, options, popup),
        (error: unknown) => this.#fail(error),
      ),
    );
    this.setStatus('waiting');
    return outcome;
  }

  /** Fires the events of an authorization that left the page, once. */
  #resume(): void {
    if (!this.isConnected || isInFlight(this)) return;
    const outcome = takeReturned(
      ({ provider, clientId = '' }) => provider === this.setting('provider') && clientId === this.clientId,
    );
    if (!outcome) return;
    const ended = outcome instanceof AuthorizationError ? this.#fail(outcome) : this.#succeed(outcome);
    ended.catch(() => undefined);
  }

  #succeed(response: AuthorizationResponse): Promise<AuthorizationResponse> {
    const tasks: unknown[] = [];
    const goes = this.dispatchEvent(new CrmOAuthSuccessEvent(response, (task) => tasks.push(task)));
    const conclude = (): AuthorizationResponse => {
      this.setStatus('authorized');
      if (goes && response.url && this.setting('mode') === 'popup') location.assign(response.url);
      return response;
    };
    if (!tasks.length) return Promise.resolve(conclude());
    this.isElsewhere = false;
    const completed = startFlight(this, { response: Promise.all(tasks) }, (ended) =>
      ended.then(conclude, (cause: unknown) => {
        const { clientId } = this;
        const description = cause instanceof Error ? cause.message : undefined;
        return this.#fail(new AuthorizationError('completion_failed', { clientId, description, cause }));
      }),
    );
    this.setStatus('waiting');
    this.requestUpdate();
    return completed;
  }

  #fail(reason: unknown, attempt?: Attempt): Promise<never> {
    // A provider of the page's own may throw anything.
    const error =
      reason instanceof AuthorizationError ? reason : invalidConfiguration((reason as Error).message, reason);
    const { code } = error;
    if (attempt && code === 'popup_blocked') {
      try {
        keepForReturn(this.#own(attempt.transaction), { returnTo: this.returnTo });
      } catch (cause) {
        sayOnce('error', (cause as Error).message);
      }
    }
    const isMistake = ['invalid_configuration', 'state_unavailable'].includes(code);
    this.mistake = isMistake ? tellDeveloper(error.message) : undefined;
    // The status may be the same as before.
    this.requestUpdate();
    const status = STATUS.get(code) ?? 'error';
    this.setStatus(status === 'idle' ? this.restingStatus : status);
    this.dispatchEvent(new CrmOAuthErrorEvent(error));
    if (error.kind === 'provider' && this.errorCallback) callErrorCallback(this.errorCallback, error.cause);
    return Promise.reject(error);
  }

  /** A transaction by the button's name for its provider, by which the button finds it again. */
  #own(transaction: Transaction): Transaction {
    return { ...transaction, kept: { ...transaction.kept, provider: this.setting('provider') } };
  }
}

/** Runs a task once the page has loaded and its scripts listen. */
function afterLoad(task: () => void): void {
  if (ofDocument('readyState') === 'complete') setTimeout(task);
  else addEventListener('load', () => setTimeout(task), { once: true });
}
