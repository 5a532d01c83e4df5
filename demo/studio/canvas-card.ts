import { html, nothing, type TemplateResult } from 'lit';
import { toolsAt, type Address } from '../shared/address.js';
import { prose } from './marked-text.js';
import type { Actions, State } from './state.js';
import { icons } from './studio-icons.js';
import { toolbar } from './toolbar.js';

/** Notes on tools that a page can only imitate. */
const NOTES: Readonly<Record<string, string>> = {
  forced:
    'A page cannot switch forced colours on: this canvas sets the system’s colours instead. For the real thing, open the browser’s developer tools, Rendering, and emulate `forced-colors: active`.',
  reduced:
    'A page cannot ask for less motion: this canvas stops animations instead. For the real thing, emulate `prefers-reduced-motion` in the developer tools, Rendering.',
};

/** The story and its tools. `#desk` gets the frame, in which width, direction, background and policy are real. */
export function canvasCard(state: State, address: Address, actions: Actions): TemplateResult {
  const tools = toolsAt(address);
  const notes = [tools.contrast, tools.motion].flatMap((value) => NOTES[value] ?? []);
  return html`<section class="card canvas" aria-label="Canvas">
    ${toolbar(state, address, actions)}
    ${
      state.away
        ? html`<p class="strip" role="status">
            <span>The page went on to <code>${state.away}</code>, as yours would.</span>
            <button type="button" class="link" @click=${() => actions.reload()}>Back to the story</button>
          </p>`
        : nothing
    }
    ${
      state.isSandboxLost
        ? html`<p class="strip bad" role="alert">
            ${icons.warning}
            <span>The sandbox does not answer. Is <code>npm start</code> still running?</span>
          </p>`
        : nothing
    }
    <div class="desk" data-background=${tools.background} data-width=${tools.width} id="desk"></div>
    ${notes.map((note) => html`<p class="strip">${prose(note)}</p>`)}
  </section>`;
}
