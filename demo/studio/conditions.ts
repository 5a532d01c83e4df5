import { html, type TemplateResult } from 'lit';
import { CONDITIONS, DEFAULT_TOOLS, TOOLS, toolValues } from '../stories/tools.js';
import { toolsAt, type Address } from './address.js';
import { icons } from './icons.js';
import { segments } from './segments.js';
import type { Actions, State } from './state.js';

const USUAL = Object.fromEntries(CONDITIONS.map((name) => [name, DEFAULT_TOOLS[name]]));

/** Without a sandbox there is no header to send, and no connection to drop. */
const NEED_SANDBOX: ReadonlySet<string> = new Set(['coop', 'offline']);

/** How the browser and the CRM behave. */
export function conditions(state: State, address: Address, actions: Actions): TemplateResult {
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
      <button type="button" class="link" ?disabled=${changed === 0} @click=${() => actions.setTools(USUAL)}>
        Back to the defaults
      </button>
    </div>`;
}
