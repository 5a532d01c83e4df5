import { html, nothing, type TemplateResult } from '../lit.js';
import type { Logo } from './logo.js';
import type { Look, Message } from './look.js';
import { logoTemplate } from './rendered-markup.js';

/** The visitor’s actions, and what the element has to hear of. */
export interface Actions {
  readonly click: () => void;
  readonly focus: () => void;
  readonly slotchange: () => void;
  /** In the line below: ends the attempt. */
  readonly cancel: () => void;
  /** In the line below: opens the window once more. */
  readonly reopen: () => void;
}

/**
 * The inside of the button, in the browser and on a server. No white space between tags: it would be drawn.
 *
 * @param logo - as the browser has drawn it; absent where this is for a server, or takes over from one. A server doesn't
 *   know whether there are children, so it puts the caption where they replace it. Elsewhere it has no place in the slot:
 *   no direction is read from what is there.
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

/** How things are, and what the visitor can do about it. */
function messageTemplate(
  { status, texts, account, url }: Message,
  { cancel, reopen }: Actions,
): TemplateResult | string | typeof nothing {
  const action = (text: string, onClick: () => void): TemplateResult =>
    html`<button type="button" part="action" class="action" @click=${onClick}>${text}</button>`;
  switch (status) {
    case 'idle':
      return nothing;
    case 'waiting':
      return texts.waiting;
    case 'detached':
      return html`${texts.waiting}${action(texts.cancel, cancel)}${action(texts.reopen, reopen)}`;
    case 'blocked':
      // No opener: the attempt is over, and the redirect page is on its own there.
      return html`${texts.blocked}<a href=${url} target="_blank" rel="noopener" part="action" class="action"
          >${texts.link}</a
        >`;
    case 'authorized':
      // Isolated, as it may be written in another direction (UAX #9).
      return account
        ? texts.connectedAs.replace('{account}', () => `\u2068${account}\u2069`)
        : texts.connected;
    case 'denied':
      return texts.denied;
    case 'error':
      return texts.error;
  }
}
