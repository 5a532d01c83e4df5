import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Control } from './control.js';
import { prose } from './prose.js';
import { segments } from './segments.js';
import { switchControl } from './switch.js';

/** So many keywords still fit side by side. */
const FEW = 4;

/** One control: its name, what it is for, and the thing itself. */
export function controlRow(
  control: Control,
  value: string | boolean,
  isChanged: boolean,
  set: (value: string | boolean | undefined) => void,
): TemplateResult {
  const { attribute, description, kind } = control;
  const id = `control-${attribute}`;
  return html`<div class="row ${kind}">
    <div class="name">
      ${
        kind === 'keywords' && control.keywords.length <= FEW
          ? html`<span><code>${attribute}</code></span>`
          : html`<label for=${id}><code>${attribute}</code></label>`
      }
      ${
        isChanged
          ? html`<button type="button" class="link" @click=${() => set(undefined)}>
              Reset<span class="hidden"> ${attribute}</span>
            </button>`
          : ''
      }
    </div>
    <div class="field">${field(control, id, value, set)}</div>
    <p class="hint" id="${id}-hint">${prose(description)}</p>
  </div>`;
}

function field(
  { attribute, kind, keywords, default: usual }: Control,
  id: string,
  value: string | boolean,
  set: (value: string | boolean) => void,
): TemplateResult {
  const describedBy = `${id}-hint`;
  if (kind === 'flag') return switchControl({ id, isOn: value === true, describedBy, set });
  if (kind === 'text') {
    return html`<input
      id=${id}
      type="text"
      autocomplete="off"
      spellcheck="false"
      aria-describedby=${describedBy}
      placeholder=${String(usual) || 'not set'}
      .value=${live(String(value))}
      @input=${({ target }: Event) => set((target as HTMLInputElement).value)}
    />`;
  }
  if (keywords.length <= FEW) {
    return segments({
      name: id,
      label: attribute,
      current: String(value),
      values: keywords.map((keyword) => ({ value: keyword, text: keyword || 'not set' })),
      choose: set,
    });
  }
  return html`<select
    id=${id}
    aria-describedby=${describedBy}
    @change=${({ target }: Event) => set((target as HTMLSelectElement).value)}
  >
    ${keywords.map(
      (keyword) =>
        html`<option value=${keyword} .selected=${keyword === value}>${keyword || 'not set'}</option>`,
    )}
  </select>`;
}
