import { isInFlight } from '../consent/single-flight.js';
import { wholePage } from '../consent/redirect.js';
import type { AuthorizationRequest } from '../providers/provider.js';
import { readList } from './attribute-values.js';
import { AuthorizingElement } from './authorizing-element.js';
import type { Captions } from './language/captions.js';
import { CrmOAuthDisconnectEvent, CrmOAuthRequestEvent } from './events.js';
import { addSpeaker, languageOf, lookUp, registerCaptions, removeSpeaker } from './language/language.js';
import type { TemplateResult } from './lit.js';
import type { ServerState } from './state-source.js';
import { drawLogo, type Logo } from './face/logo.js';
import { createLook } from './face/look.js';
import { type ButtonProvider, providerOf } from './providers.js';
import { styles } from './face/styles.js';
import { type Actions, buttonTemplate } from './face/template.js';

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
 * @cssState waiting - The consent window is open, the page leaves, or what the page waits for is not done yet.
 * @cssState detached - The page can't see whether the consent page is still open: its window cut the tie, or a shell shows it.
 * @cssState authorized - The CRM is connected.
 * @cssState reconnect - The connection was lost.
 * @cssState denied - The visitor or the CRM refused.
 * @cssState blocked - The browser refused to open the window; a link goes to the consent page instead.
 * @cssState error - Something else went wrong.
 * @fires {CrmOAuthRequestEvent} crm-oauth-request - A click, before it has any effect. Default action: the button connects, or asks to disconnect.
 * @fires {CrmOAuthStartEvent} crm-oauth-start - An authorization starts. Default action: the consent window opens, or the page leaves.
 * @fires {CrmOAuthSuccessEvent} crm-oauth-success - Authorized. Default action in `popup` mode: the page goes to the redirect URI.
 * @fires {CrmOAuthErrorEvent} crm-oauth-error - Not authorized.
 * @fires {CrmOAuthDisconnectEvent} crm-oauth-disconnect - A click on a button that is `authorized`, and not `reconnect`.
 * @fires {CrmOAuthStatusChangeEvent} crm-oauth-statuschange - `status`, `authorized`, `authorizedAccount` or `reconnect` changed.
 */
export class CrmOAuthButton extends AuthorizingElement {
  static override shadowRootOptions: ShadowRootInit = { mode: 'open', delegatesFocus: true };
  static override styles = styles;

  #hasLine = false;
  #hasContent = false;
  #logo: Logo | undefined;

  readonly #actions: Actions = {
    click: () => this.#onClick(),
    // Before the line has text: assistive technology announces changes of an existing line only.
    focus: () => this.#addLine(),
    slotchange: () => this.#onSlotChange(),
    reopen: () => {
      this.#takeFocus();
      this.openConsentPage();
    },
    cancel: () => {
      this.#takeFocus();
      this.cancel();
    },
    link: (event) => {
      // A tab that the link opens by itself could tell nobody.
      if (!wholePage() && this.authorizeInWindow()) event.preventDefault();
    },
  };

  constructor() {
    super();
    // One function for all buttons.
    this.addEventListener('command', CrmOAuthButton.#onCommand);
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

  static #onCommand(this: CrmOAuthButton, event: Event): void {
    // TypeScript does not know the event yet.
    if ((event as Event & { command?: string }).command !== '--authorize' || this.disabled) return;
    this.#addLine();
    this.#act();
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

  protected override render(): TemplateResult {
    const provider = this.#provider;
    this.#hasLine ||= this.status !== 'idle';
    const state = {
      status: this.status,
      isBusy: isInFlight(this),
      isElsewhere: this.isElsewhere,
      mistake: this.mistake,
      url: this.attempt?.transaction.pageUrl ?? '',
      hasLine: this.#hasLine,
      hasContent: this.#hasContent,
    };
    const look = createLook(this, provider, this.#languageFor(provider), state);
    if (!this.isPlain) this.#logo = drawLogo(look.logo, this.#logo);
    return buttonTemplate(look, this.#actions, this.#logo);
  }

  protected override updated(): void {
    super.updated();
    this.#provider.prepare?.();
  }

  protected override request({ state, codeChallenge }: ServerState): AuthorizationRequest {
    const { settings } = this;
    const allowedOrigins = readList('allowed-origins', this.allowedOrigins);
    const scopes = readList('scopes', this.scopes).join(' ');
    const mode = settings.mode === 'redirect' ? 'post_message' : settings.mode;
    const provider = this.#provider;
    const locale = this.#languageFor(provider);
    state ||= settings.state;
    return provider.request({ ...settings, mode, state, codeChallenge, locale, scopes, allowedOrigins });
  }

  get #button(): HTMLButtonElement | null | undefined {
    return this.shadowRoot?.querySelector('button');
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
    this.#act(true);
  }

  #act(mayDisconnect = false): void {
    if (!this.dispatchEvent(new CrmOAuthRequestEvent())) return;
    if (mayDisconnect && this.authorized && !this.reconnect && !isInFlight(this))
      this.dispatchEvent(new CrmOAuthDisconnectEvent());
    // Events report the outcome of a click.
    else this.authorize().catch(() => undefined);
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
