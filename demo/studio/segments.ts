import { html, type TemplateResult } from 'lit';

/** What a row of choices shows. */
export interface Segments {
  /** Name of the group, which no other one on the page has. */
  readonly name: string;
  readonly label: string;
  /** A caption may be an icon, then its text is for the ear and the tooltip. */
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
