import { html, nothing, type TemplateResult } from './lit.js';
import type { Logo } from './logo.js';
import type { Look } from './look.js';
import { type MessageActions, messageTemplate } from './message.js';
import { logoTemplate } from './rendered-markup.js';

/** What the visitor can do, and what the element has to hear of. */
export interface Actions extends MessageActions {
  readonly click: () => void;
  readonly focus: () => void;
  readonly slotchange: () => void;
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
