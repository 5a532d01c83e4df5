import { html, type TemplateResult } from 'lit';
import { canvasPage, formatAddress, toolsAt, type Address } from '../shared/address.js';
import { CONDITIONS, DEFAULT_TOOLS, TOOLS, toolValues, type ToolName } from '../stories/tools.js';
import { segments } from './form-controls.js';
import type { Actions, State } from './state.js';
import { icons } from './studio-icons.js';

const BACKGROUNDS = { page: icons.page, light: icons.light, dark: icons.dark, image: icons.image };

/** Tools that are on or off, with the value that is on and its caption. */
const TOGGLES = [
  ['direction', 'rtl', 'Right to left', icons.direction],
  ['zoom', '200', 'Zoom 200 %', icons.zoom],
  ['contrast', 'forced', 'Forced colours', icons.contrast],
  ['motion', 'reduced', 'Reduced motion', icons.motion],
] as const;

/** The conditions at their defaults. */
const DEFAULT_CONDITIONS = Object.fromEntries(CONDITIONS.map((name) => [name, DEFAULT_TOOLS[name]]));

/** Without a sandbox there is no header to send, and no connection to drop. */
const NEED_SANDBOX: ReadonlySet<string> = new Set(['coop', 'offline']);

/** The tools above the canvas. */
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

/** A popover with the tools for the browser and the CRM. */
function conditions(state: State, address: Address, actions: Actions): TemplateResult {
  const tools = toolsAt(address);
  const changed = CONDITIONS.filter((name) => tools[name] !== DEFAULT_TOOLS[name]).length;
  const { isServed } = state.place;
  return html`<button type="button" class="tool wide" popovertarget="conditions">
      ${icons.conditions}<span>Conditions</span>
      ${changed > 0 ? html`<span class="badge">${changed}<span class="hidden"> changed</span></span>` : ''}
    </button>
    <div id="conditions" class="card popover" popover role="group" aria-label="Conditions">
      ${CONDITIONS.map(
        (name) =>
          html`<div class="condition">
            <span>${TOOLS[name].label}</span>
            ${segments({
              name: `tool-${name}`,
              label: TOOLS[name].label,
              current: tools[name],
              isDisabled: !isServed && NEED_SANDBOX.has(name),
              values: toolValues(name)
                .filter(([value]) => isServed || !NEED_SANDBOX.has(value))
                .map(([value, text]) => ({ value, text })),
              choose: (value) => actions.setTools({ [name]: value }),
            })}
          </div>`,
      )}
      <p class="hint">
        ${
          isServed
            ? 'The sandbox, which plays the CRM, behaves like this for every page that talks to it.'
            : 'Some of this takes the sandbox: run the studio with npm start.'
        }
      </p>
      <button
        type="button"
        class="link"
        ?disabled=${changed === 0}
        @click=${() => actions.setTools(DEFAULT_CONDITIONS)}
      >
        Back to the defaults
      </button>
    </div>`;
}
