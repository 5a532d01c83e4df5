import { wholePage } from '../../consent/redirect.js';
import { html, nothing, type TemplateResult } from '../lit.js';
import type { Logo } from './logo.js';
import type { Look, Message } from './look.js';
import { logoTemplate } from './rendered-markup.js';

/** Handlers for the events inside the button. */
export interface Actions {
  readonly click: () => void;
  readonly focus: () => void;
  readonly slotchange: () => void;
  /** From the line below: ends the attempt. */
  readonly cancel: () => void;
  /** From the line below: opens the window again. */
  readonly reopen: () => void;
  /** From the line below: the link in place of a window. */
  readonly link: (event: Event) => void;
}

/**
 * The inside of the button, in the browser and on a server. There is no white space between tags, since it would show.
 *
 * @param logo - the browser's node; absent on a server, and when hydrating. A server cannot know whether there are children, so
 *   it puts the caption into the slot, as its fallback. In the browser the caption stands before the slot, because `dir="auto"`
 *   ignores a slot's fallback.
 */
export function buttonTemplate(look: Look, actions: Actions, logo?: Logo): TemplateResult {
  const busy = look.isBusy ? 'true' : nothing;
  return html`<button
      type="button"
      part="button"
      class="button ${look.className}"
      lang=${look.lang || nothing}
      ?disabled=${look.isDisabled}
      aria-disabled=${busy}
      aria-busy=${busy}
      aria-description=${look.description ?? nothing}
      @click=${actions.click}
      @focus=${actions.focus}
      ><slot name="logo" part="logo" class="logo" aria-hidden="true"
        >${logo ? logo.node : logoTemplate(look.logo)}</slot
      ><span part="caption" class="caption" dir="auto"
        >${logo && !look.hasContent ? look.caption : nothing}<slot @slotchange=${actions.slotchange}
          >${logo ? nothing : look.caption}</slot
        ></span
      >${look.hasDot ? html`<span part="dot" class="dot"></span>` : nothing}</button
    >${look.hasLine ? lineTemplate(look, actions) : nothing}`;
}

function lineTemplate({ message }: Look, actions: Actions): TemplateResult {
  return html`<span role="status" part="status" class="status" dir="auto" lang=${message.language}
    >${messageTemplate(message, actions)}</span
  >`;
}

/** The status in words, and what the visitor can do about it. */
function messageTemplate(
  { status, texts, account, isElsewhere, mistake, url }: Message,
  { cancel, reopen, link }: Actions,
): TemplateResult | string | typeof nothing {
  const action = (text: string, onClick: () => void): TemplateResult =>
    html`<button type="button" part="action" class="action" @click=${onClick}>${text}</button>`;
  switch (status) {
    case 'idle':
      return nothing;
    case 'waiting':
      return isElsewhere ? texts.waiting : texts.connecting;
    case 'detached':
      return html`${texts.waiting}${action(texts.cancel, cancel)}${action(texts.reopen, reopen)}`;
    case 'blocked':
      // Nothing but a tab can show the consent page to a frame of another site.
      return html`${texts.blocked}<a
          href=${url}
          target=${wholePage() ? '_top' : '_blank'}
          rel="noopener"
          part="action"
          class="action"
          @click=${link}
          >${wholePage() ? texts.here : texts.link}</a
        >`;
    case 'authorized':
      // Isolated, since the account may run in another direction (UAX #9).
      return account
        ? texts.connectedAs.replace('{account}', () => `\u2068${account}\u2069`)
        : texts.connected;
    case 'reconnect':
      return texts.lost;
    case 'denied':
      return texts.denied;
    case 'error':
      return mistake ? html`<span lang="en">${mistake}</span>` : texts.error;
  }
}
