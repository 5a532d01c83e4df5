import { html, nothing, type TemplateResult } from 'lit';
import type { Actions, State } from './state.js';
import { icons } from './studio-icons.js';

/** A row of choices. */
export interface Segments {
  /** Name of the group, unique on the page. */
  readonly name: string;
  readonly label: string;
  /** An icon takes the place of the text, which then is its accessible name and its tooltip. */
  readonly values: readonly { readonly value: string; readonly text: string; readonly icon?: unknown }[];
  readonly current: string;
  readonly isDisabled?: boolean;
  readonly choose: (value: string) => void;
}

/** One of a few: radio buttons in a row. */
export function segments({
  name,
  label,
  values,
  current,
  isDisabled = false,
  choose,
}: Segments): TemplateResult {
  return html`<div class="segments" role="radiogroup" aria-label=${label}>
    ${values.map(
      ({ value, text, icon }) =>
        html`<label title=${icon ? text : ''}>
          <input
            type="radio"
            name=${name}
            .value=${value}
            .checked=${value === current}
            ?disabled=${isDisabled}
            @change=${() => choose(value)}
          />
          <span>${icon ? html`${icon}<span class="hidden">${text}</span>` : text}</span>
        </label>`,
    )}
  </div>`;
}

/** On or off. */
export function switchControl(options: {
  readonly id: string;
  readonly isOn: boolean;
  readonly label?: string;
  readonly describedBy?: string;
  readonly isDisabled?: boolean;
  readonly set: (isOn: boolean) => void;
}): TemplateResult {
  const { id, isOn, label = '', describedBy = '', isDisabled = false, set } = options;
  return html`<label class="switch">
    <input
      type="checkbox"
      role="switch"
      id=${id}
      aria-describedby=${describedBy || nothing}
      .checked=${isOn}
      ?disabled=${isDisabled}
      @change=${({ target }: Event) => set((target as HTMLInputElement).checked)}
    /><span class="track"></span>${label && html`<span>${label}</span>`}
  </label>`;
}

/** A button that copies a text. */
export interface CopyButton {
  readonly className: string;
  readonly icon: keyof typeof icons;
  readonly caption: string;
  /** The caption once the text was copied. */
  readonly done: string;
}

/** Copies a text, and says for a while how that went. */
export function copyButton(
  text: string,
  { className, icon, caption, done }: CopyButton,
  { copied }: State,
  actions: Actions,
): TemplateResult {
  const said = copied?.text === text ? copied : undefined;
  return html`<button type="button" class=${className} @click=${() => actions.copy(text)}>
    ${said && !said.isRefused ? icons.check : icons[icon]}
    <span>${said ? (said.isRefused ? 'Not copied' : done) : caption}</span>
  </button>`;
}
