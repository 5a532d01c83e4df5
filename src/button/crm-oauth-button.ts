import { type Attempt, createAttempt } from '../consent/attempt.js';
import type { AuthorizationError } from '../consent/errors.js';
import type { AuthorizationResponse } from '../consent/response.js';
import { isInFlight, joinFlight, startFlight } from '../consent/single-flight.js';
import type { AuthorizationRequest } from '../providers/provider.js';
import { readList } from './attribute-values.js';
import { ButtonSettings } from './button-settings.js';
import type { Captions } from './language/captions.js';
import { sayOnce } from './console.js';
import { callErrorCallback } from './error-callback.js';
import {
  type ButtonStatus,
  CrmOAuthDisconnectEvent,
  CrmOAuthErrorEvent,
  CrmOAuthRequestEvent,
  CrmOAuthStartEvent,
  CrmOAuthStatusChangeEvent,
  CrmOAuthSuccessEvent,
} from './events.js';
import { addSpeaker, languageOf, lookUp, registerCaptions, removeSpeaker } from './language/language.js';
import type { LitElement, TemplateResult } from './lit.js';
import { drawLogo, type Logo } from './face/logo.js';
import { createLook } from './face/look.js';
import { type ButtonProvider, providerOf } from './providers.js';
import { styles } from './face/styles.js';
import { type Actions, buttonTemplate } from './face/template.js';

/** The button's status after an error; `error` for any other code. */
const STATUS: ReadonlyMap<string, ButtonStatus> = new Map([
  ['access_denied', 'denied'],
  ['popup_blocked', 'blocked'],
  ['popup_closed', 'idle'],
  ['aborted', 'idle'],
]);

/**
 * The button with which a visitor connects a CRM.
 *
 * @tagname crm-oauth-button
 * @slot - The caption, in place of `title`.
 * @slot logo - The logo. Default: a mark of the CRM.
 * @slot fallback - Never shown: put a link for pages without JavaScript here, `<a slot="fallback" href="…">`.
 * @csspart button - The button itself.
 * @csspart logo - The tile that holds the logo.
 * @csspart caption - The caption.
 * @csspart dot - The red dot.
 * @csspart status - The line below the button with the status in words, and the visitor's choices.
 * @csspart action - A button or link in that line.
 * @cssprop [--crm-oauth-button-background] - Surface, border included.
 * @cssprop [--crm-oauth-button-color] - Caption.
 * @cssprop [--crm-oauth-button-font] - Font families of the caption and of the line below. `::part(button) { font-family: inherit }` takes the page's.
 * @cssprop [--crm-oauth-button-radius=4px] - Radius of the corners.
 * @cssprop [--crm-oauth-button-white-space=nowrap] - `normal` lets a long caption wrap; else it ends in an ellipsis.
 * @cssState idle - Nothing is under way.
 * @cssState waiting - The consent window is open.
 * @cssState detached - The consent window cut its tie to the page, which can no longer see whether it is open.
 * @cssState authorized - The CRM is connected.
 * @cssState denied - The visitor or the CRM refused.
 * @cssState blocked - The browser refused to open the window.
 * @cssState error - Something else went wrong.
 * @fires {CrmOAuthRequestEvent} crm-oauth-request - A click, before it has any effect. Default action: the button connects, or asks to disconnect.
 * @fires {CrmOAuthStartEvent} crm-oauth-start - An authorization starts. Default action: the consent window opens.
 * @fires {CrmOAuthSuccessEvent} crm-oauth-success - Authorized. Default action in `popup` mode: the page goes to the redirect URI.
 * @fires {CrmOAuthErrorEvent} crm-oauth-error - Not authorized.
 * @fires {CrmOAuthDisconnectEvent} crm-oauth-disconnect - A click on a button that is `authorized`.
 * @fires {CrmOAuthStatusChangeEvent} crm-oauth-statuschange - `status`, `authorized` or `authorizedAccount` changed.
 */
export class CrmOAuthButton extends ButtonSettings {
  static override shadowRootOptions: ShadowRootInit = { mode: 'open', delegatesFocus: true };
  static override styles = styles;

  /** The last attempt, under way or over. */
  #attempt: Attempt | undefined;
  #status: ButtonStatus = 'idle';
  #hasLine = false;
  #hasContent = false;
  #logo: Logo | undefined;
  /** For `:state(…)` in CSS. Absent in jsdom and happy-dom, where pages are tested. */
  readonly #states = (this as Partial<HTMLElement>).attachInternals?.().states;

  readonly #actions: Actions = {
    click: () => this.#onClick(),
    // Before the line has text: assistive technology announces changes of an existing line only.
    focus: () => this.#addLine(),
    slotchange: () => this.#onSlotChange(),
    reopen: () => {
      this.#takeFocus();
      this.#open();
    },
    cancel: () => {
      this.#takeFocus();
      this.cancel();
    },
  };

  constructor() {
    super();
    this.#states?.add(this.#status);
  }

  /**
   * Adds a language, or replaces one, like the function `registerCaptions()`; for pages without a bundler.
   *
   * @param tag - BCP 47 language tag
   * @param translation - all of the button's texts
   */
  static registerCaptions(tag: string, translation: Captions): void {
    registerCaptions(tag, translation);
  }

  /** The button's status; `:state(…)` in CSS. */
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
  authorize(options?: { signal?: AbortSignal }): Promise<AuthorizationResponse> {
    const current = joinFlight<AuthorizationResponse>(this);
    if (current) return current;
    try {
      const onDetached = (): void => this.#setStatus('detached');
      const attempt = createAttempt(this.#request(), { ...options, onDetached });
      this.#attempt = attempt;
      const outcome = startFlight(this, attempt, (ended) =>
        ended.then(
          (response) => this.#succeed(response),
          (error: unknown) => this.#fail(error as AuthorizationError),
        ),
      );
      if (this.dispatchEvent(new CrmOAuthStartEvent(attempt.url, attempt.state))) this.#open();
      else attempt.cancel();
      return outcome;
    } catch (error) {
      return this.#fail(error as AuthorizationError);
    }
  }

  /** Ends the attempt under way, if there is one: its window closes and its promise rejects with `aborted`. */
  cancel(): void {
    this.#attempt?.cancel();
  }

  override click(): void {
    this.#button?.click();
  }

  override connectedCallback(): void {
    addSpeaker(this);
    this.#hasContent = hasContent(this);
    // At a new place in the page, `lang` may be another.
    this.requestUpdate();
    super.connectedCallback();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeSpeaker(this);
  }

  /** @ignore */
  override requestUpdate(...changed: Parameters<LitElement['requestUpdate']>): void {
    super.requestUpdate(...changed);
    const [name, old] = changed;
    if (name !== 'authorized' && name !== 'authorizedAccount') return;
    // Synchronously: the page may read the status right away.
    const rests = name === 'authorized' && !isInFlight(this);
    this.#setStatus(rests ? this.#restingStatus : this.#status, this[name] !== old);
  }

  protected override render(): TemplateResult {
    const provider = this.#provider;
    const state = {
      status: this.#status,
      isBusy: isInFlight(this),
      url: this.#attempt?.url ?? '',
      hasLine: this.#hasLine,
      hasContent: this.#hasContent,
    };
    const look = createLook(this, provider, this.#languageFor(provider), state);
    if (!this.isPlain) this.#logo = drawLogo(look.logo, this.#logo);
    return buttonTemplate(look, this.#actions, this.#logo);
  }

  protected override updated(): void {
    this.#provider.prepare?.();
  }

  get #button(): HTMLButtonElement | null | undefined {
    return this.shadowRoot?.querySelector('button');
  }

  /** The status while nothing is under way. */
  get #restingStatus(): ButtonStatus {
    return this.authorized ? 'authorized' : 'idle';
  }

  #languageFor(provider: ButtonProvider): string {
    // On a server there is no page to ask.
    if (!(this as Partial<HTMLElement>).ownerDocument) return lookUp(this.locale) ?? provider.language;
    return languageOf(this, this.locale, provider.language);
  }

  get #provider(): ButtonProvider {
    return providerOf(this.provider);
  }

  #addLine(): void {
    if (this.#hasLine) return;
    this.#hasLine = true;
    this.requestUpdate();
    this.performUpdate();
  }

  #onSlotChange(): void {
    const has = hasContent(this);
    if (has === this.#hasContent) return;
    this.#hasContent = has;
    this.requestUpdate();
  }

  #onClick(): void {
    // Not every browser focuses a clicked button, and the focus should return here after the window.
    this.#takeFocus();
    if (!this.dispatchEvent(new CrmOAuthRequestEvent())) return;
    if (this.authorized && !isInFlight(this)) this.dispatchEvent(new CrmOAuthDisconnectEvent());
    // Events report the outcome of a click.
    else this.authorize().catch(() => undefined);
  }

  #request(): AuthorizationRequest {
    const allowedOrigins = readList('allowed-origins', this.allowedOrigins);
    const scopes = readList('scopes', this.scopes).join(' ');
    const provider = this.#provider;
    const locale = this.#languageFor(provider);
    return provider.request({ ...this.settings, locale, scopes, allowedOrigins });
  }

  #open(): void {
    if (this.#attempt?.open()) this.#setStatus('waiting');
  }

  #succeed(response: AuthorizationResponse): AuthorizationResponse {
    this.#setStatus('authorized');
    const goes = this.dispatchEvent(new CrmOAuthSuccessEvent(response));
    if (goes && response.url && this.setting('mode') === 'popup') location.assign(response.url);
    return response;
  }

  #fail(error: AuthorizationError): Promise<never> {
    if (error.code === 'invalid_configuration') sayOnce('error', error.message);
    const status = STATUS.get(error.code) ?? 'error';
    this.#setStatus(status === 'idle' ? this.#restingStatus : status);
    this.dispatchEvent(new CrmOAuthErrorEvent(error));
    if (error.kind === 'provider' && this.errorCallback) callErrorCallback(this.errorCallback, error.cause);
    return Promise.reject(error);
  }

  #setStatus(status: ButtonStatus, isNews = false): void {
    if (status === this.#status && !isNews) return;
    this.#states?.delete(this.#status);
    this.#states?.add(status);
    this.#status = status;
    this.#hasLine ||= status !== 'idle';
    this.requestUpdate();
    this.dispatchEvent(new CrmOAuthStatusChangeEvent(status));
  }

  /** Takes the focus from an action that is about to disappear. The native `focus()` does nothing while the focus is inside. */
  #takeFocus(): void {
    this.#button?.focus();
  }
}

/** Whether there is content for the caption's slot. White space is no caption. */
function hasContent({ childNodes }: Element): boolean {
  return [...childNodes].some((node) =>
    node.nodeType === Node.TEXT_NODE ? node.textContent?.trim() : (node as Partial<Element>).slot === '',
  );
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-oauth-button': CrmOAuthButton;
  }
}
