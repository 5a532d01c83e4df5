import type { PropertyValues } from '@lit/reactive-element';
import { type Attempt, createAttempt } from '../consent/attempt.js';
import type { AuthorizationError } from '../consent/errors.js';
import type { AuthorizationResponse } from '../consent/response.js';
import { amocrm, kommo } from '../providers/kommo.js';
import type { AuthorizationRequest } from '../providers/provider.js';
import { captions, nearestLanguage } from './captions.js';
import { sayOnce } from './console.js';
import { callErrorCallback } from './error-callback.js';
import {
  type ButtonStatus,
  CrmOAuthErrorEvent,
  CrmOAuthStartEvent,
  CrmOAuthStatusChangeEvent,
  CrmOAuthSuccessEvent,
} from './events.js';
import { keyword } from './keyword.js';
import { logos } from './logos.js';
import { ButtonSettings } from './settings.js';
import { createMessage } from './message.js';
import { styles } from './styles.js';
import { createView, type Look } from './view.js';

const CRMS = {
  kommo: { request: kommo, brand: 'Kommo', logo: logos.kommo, language: 'en' },
  amocrm: { request: amocrm, brand: 'amoCRM', logo: logos.amocrm, language: 'ru' },
} as const;

/** Where an error leaves the button; every other one is an `error`. */
const STATUS: Readonly<Record<string, ButtonStatus>> = {
  access_denied: 'denied',
  popup_blocked: 'blocked',
  popup_closed: 'idle',
  aborted: 'idle',
};

/**
 * The button with which a visitor connects a CRM.
 *
 * @tagname crm-oauth-button
 * @slot - The caption. Default: `title`.
 * @slot logo - The logo. Default: a mark of the CRM.
 * @csspart button - The button itself.
 * @csspart logo - The tile that holds the logo.
 * @csspart caption - The caption.
 * @csspart status - The line below the button that says what the visitor can do, when the window is blocked or out of sight.
 * @csspart action - A button or link in that line.
 * @cssprop [--crm-oauth-button-background] - Surface, border included.
 * @cssprop [--crm-oauth-button-color] - Caption.
 * @cssprop [--crm-oauth-button-font] - Font families of the caption.
 * @cssprop [--crm-oauth-button-radius=4px] - Radius of the corners.
 * @cssState idle - Nothing is under way.
 * @cssState waiting - The consent window is open.
 * @cssState detached - The consent window cut its tie to the page; nobody can see whether it is still open.
 * @cssState authorized - The authorization succeeded.
 * @cssState denied - The visitor or the CRM refused.
 * @cssState blocked - The browser refused to open the window.
 * @cssState error - Something else went wrong.
 * @fires {CrmOAuthStartEvent} crm-oauth-start - The visitor asked to connect. Default action: the consent window opens.
 * @fires {CrmOAuthSuccessEvent} crm-oauth-success - Authorized. Default action in `popup` mode: the page goes to the redirect URI.
 * @fires {CrmOAuthErrorEvent} crm-oauth-error - Not authorized.
 * @fires {CrmOAuthStatusChangeEvent} crm-oauth-statuschange - The status changed.
 */
export class CrmOAuthButton extends ButtonSettings {
  static override styles = styles;
  static override shadowRootOptions: ShadowRootInit = { mode: 'open', delegatesFocus: true };

  /** The last attempt, and its outcome for as long as it is under way. */
  #attempt: Attempt | undefined;
  #pending: Promise<AuthorizationResponse> | undefined;
  #status: ButtonStatus = 'idle';
  #message: Look['message'];
  #show: ((look: Look) => void) | undefined;
  readonly #internals = this.attachInternals();

  constructor() {
    super();
    this.#internals.states.add(this.#status);
  }

  /** Where the button stands; `:state(…)` in CSS. */
  get status(): ButtonStatus {
    return this.#status;
  }

  /**
   * Opens the consent window, as a click does, and waits for the outcome. While an attempt is under way, its window gets
   * the focus and its promise is returned.
   *
   * @param options.signal - ends the attempt with `aborted`
   * @returns the response; rejects with an `AuthorizationError`
   */
  authorize(options: { signal?: AbortSignal } = {}): Promise<AuthorizationResponse> {
    if (this.#pending) {
      this.#attempt?.focus();
      return this.#pending;
    }
    try {
      const onDetached = (): void => this.#setStatus('detached');
      const attempt = createAttempt(this.#request(), { ...options, onDetached });
      this.#attempt = attempt;
      // Before any event: a listener that calls authorize() as well gets this attempt, not a second window.
      this.#pending = attempt.response.then(
        (response) => this.#succeed(response),
        (error: unknown) => this.#fail(error as AuthorizationError),
      );
      if (this.dispatchEvent(new CrmOAuthStartEvent(attempt.url, attempt.state))) this.#open();
      else attempt.cancel();
      return this.#pending;
    } catch (error) {
      return this.#fail(error as AuthorizationError);
    }
  }

  /** Ends the attempt under way, if there is one: its window closes and its promise rejects with `aborted`. */
  cancel(): void {
    this.#attempt?.cancel();
  }

  override click(): void {
    this.renderRoot.querySelector('button')?.click();
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    this.#show = createView(root, () => this.#onClick());
    return root;
  }

  protected override update(changed: PropertyValues): void {
    super.update(changed);
    const { provider, title, color, theme, size, compact, disabled } = this.settings;
    const { brand, logo } = CRMS[provider];
    const look = this.color || provider === 'amocrm' ? `colors ${color}` : theme;
    this.#show?.({
      className: `${size} ${look} ${compact ? 'compact' : ''}`,
      caption: title || captions[this.#language].title.replace('{crm}', brand),
      logo,
      disabled,
      busy: this.#status === 'waiting' || this.#status === 'detached',
      message: this.#message,
    });
  }

  get #language(): keyof typeof captions {
    const locale = this.locale === 'auto' ? nearestLanguage(this) : this.locale;
    const language = locale.toLowerCase().split('-', 1)[0] ?? '';
    return keyword('locale', language, [
      CRMS[this.settings.provider].language,
      ...Object.keys(captions),
    ]) as keyof typeof captions;
  }

  #onClick(): void {
    // The outcome of a click is told by events.
    this.authorize().catch(() => undefined);
  }

  #request(): AuthorizationRequest {
    const { settings } = this;
    const allowedOrigins = settings.allowedOrigins.split(/[\s,]+/);
    return CRMS[settings.provider].request({ ...settings, locale: this.#language, allowedOrigins });
  }

  #open(): void {
    if (this.#attempt?.open()) this.#setStatus('waiting');
  }

  #succeed(response: AuthorizationResponse): AuthorizationResponse {
    this.#pending = undefined;
    this.#setStatus('authorized');
    const goes = this.dispatchEvent(new CrmOAuthSuccessEvent(response));
    if (goes && response.url && this.settings.mode === 'popup') location.assign(response.url);
    return response;
  }

  #fail(error: AuthorizationError): Promise<never> {
    this.#pending = undefined;
    if (error.code === 'invalid_configuration') sayOnce('error', error.message);
    this.#setStatus(STATUS[error.code] ?? 'error');
    this.dispatchEvent(new CrmOAuthErrorEvent(error));
    if (error.kind === 'provider' && this.errorCallback) callErrorCallback(this.errorCallback, error.cause);
    return Promise.reject(error);
  }

  #setStatus(status: ButtonStatus): void {
    if (status === this.#status) return;
    const { states } = this.#internals;
    states.delete(this.#status);
    states.add(status);
    this.#status = status;
    this.#message = createMessage(status, captions[this.#language], {
      url: this.#attempt?.url ?? '',
      reopen: () => {
        this.#takeFocus();
        this.#open();
      },
      cancel: () => {
        this.#takeFocus();
        this.cancel();
      },
    });
    this.requestUpdate();
    this.dispatchEvent(new CrmOAuthStatusChangeEvent(status));
  }

  /** From an action that is about to go. The native `focus()` does nothing while the focus is inside. */
  #takeFocus(): void {
    this.renderRoot.querySelector('button')?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-oauth-button': CrmOAuthButton;
  }
}
