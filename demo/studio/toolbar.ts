import { html, type TemplateResult } from 'lit';
import { DEFAULT_TOOLS, TOOLS, toolValues, type ToolName } from '../stories/tools.js';
import { formatAddress, toolsAt, type Address } from './address.js';
import { conditions } from './conditions.js';
import { icons } from './icons.js';
import { segments } from './segments.js';
import type { Actions, State } from './state.js';

const BACKGROUNDS = { page: icons.page, light: icons.light, dark: icons.dark, image: icons.image };

/** Tools that are on or off, with the value that is on and what it says then. */
const TOGGLES = [
  ['direction', 'rtl', 'Right to left', icons.direction],
  ['zoom', '200', 'Zoom 200 %', icons.zoom],
  ['contrast', 'forced', 'Forced colours', icons.contrast],
  ['motion', 'reduced', 'Reduced motion', icons.motion],
] as const;

/** What stands above the canvas. */
export function toolbar(state: State, address: Address, actions: Actions): TemplateResult {
  const tools = toolsAt(address);
  const choice = (name: ToolName, pictures: Readonly<Record<string, unknown>> = {}): TemplateResult =>
    segments({
      name: `tool-${name}`,
      label: TOOLS[name].label,
      current: tools[name],
      values: toolValues(name).map(([value, text]) => ({ value, text, icon: pictures[value] })),
      choose: (value) => actions.setTools({ [name]: value }),
    });
  return html`<div class="toolbar" role="group" aria-label="Canvas">
    ${choice('background', BACKGROUNDS)} ${choice('width')}
    <div class="toggles">
      ${TOGGLES.map(([name, value, caption, icon]) => {
        const isOn = tools[name] === value;
        return html`<button
          type="button"
          class="tool"
          title=${caption}
          aria-pressed=${isOn}
          @click=${() => actions.setTools({ [name]: isOn ? DEFAULT_TOOLS[name] : value })}
        >
          ${icon}<span class="hidden">${caption}</span>
        </button>`;
      })}
    </div>
    ${conditions(state, address, actions)}
    <div class="toggles end">
      <button type="button" class="tool" title="Start over" @click=${() => actions.reload()}>
        ${icons.reload}<span class="hidden">Start over</span>
      </button>
      <a
        class="tool"
        title="Open in a tab"
        target="_blank"
        href="${canvasPage(address)}${formatAddress(address)}"
      >
        ${icons.open}<span class="hidden">Open in a tab</span>
      </a>
    </div>
  </div>`;
}

/** The page of a story's canvas; the story's address goes behind it. */
export function canvasPage({ story: { id, kind } }: Address): string {
  // The story's name makes it another page: each story begins afresh.
  return `${kind === 'strict' ? 'strict' : 'canvas'}.html?${id}`;
}
