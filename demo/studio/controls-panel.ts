import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { isSecret, settingsAt, type Address } from '../shared/address.js';
import { type Control, groupsOf } from '../shared/controls.js';
import { segments, switchControl } from './form-controls.js';
import { prose } from './marked-text.js';
import type { Actions, State } from './state.js';
import { icons } from './studio-icons.js';

/** More keywords than this do not fit side by side. */
const MOST_SEGMENTS = 4;

const SECRET =
  'A client secret never goes into a page, and neither does a token: whoever opens the page could act as your site. Keep it on your server. The canvas, the snippet and the address do without this value.';

/** A control for every setting. The groups that a story is about are open. */
export function controlsPanel({ place }: State, address: Address, actions: Actions): TemplateResult {
  const { story, settings } = address;
  const initial = settingsAt({ story, settings: {} }, place);
  const current = settingsAt(address, place);
  const changes = Object.keys(settings).length;
  return html`<div class="controls">
    <div class="panelbar">
      <p class="hint">
        ${changes === 0 ? 'As the story begins' : changes === 1 ? '1 control changed' : `${changes} controls changed`}
      </p>
      <button type="button" class="link" ?disabled=${changes === 0} @click=${() => actions.resetControls()}>
        Reset all
      </button>
    </div>
    ${groupsOf(story).map(({ title, controls }, index) => {
      const isAbout = controls.some(({ property }) => property in initial && property !== 'server');
      const changed = controls.filter(({ property }) => property in settings).length;
      return html`<details ?open=${index === 0 || isAbout || changed > 0}>
        <summary>
          <h2>${title}</h2>
          ${changed > 0 ? html`<span class="badge">${changed}<span class="hidden"> changed</span></span>` : ''}
        </summary>
        ${controls.map((control) => {
          const { property } = control;
          return controlRow(control, current[property] ?? control.default, property in settings, (value) =>
            actions.set({ [property]: value }),
          );
        })}
      </details>`;
    })}
  </div>`;
}

/** One control: its name, its description, and the field itself. */
function controlRow(
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
        kind === 'keywords' && control.keywords.length <= MOST_SEGMENTS
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
    ${
      isSecret(value)
        ? html`<p class="secret" id="${id}-secret" role="alert">${icons.warning}<span>${SECRET}</span></p>`
        : nothing
    }
    <p class="hint" id="${id}-hint">${prose(description)}</p>
  </div>`;
}

function field(
  { attribute, kind, keywords, captionOf = String, default: initial }: Control,
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
      aria-invalid=${isSecret(value)}
      aria-describedby=${isSecret(value) ? `${id}-secret ${describedBy}` : describedBy}
      placeholder=${String(initial) || 'not set'}
      .value=${live(String(value))}
      @input=${({ target }: Event) => set((target as HTMLInputElement).value)}
    />`;
  }
  if (keywords.length <= MOST_SEGMENTS) {
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
    ${[...new Set([...keywords, String(value)])].map(
      (keyword) =>
        html`<option value=${keyword} .selected=${keyword === value}>
          ${keyword ? captionOf(keyword) : 'not set'}
        </option>`,
    )}
  </select>`;
}
