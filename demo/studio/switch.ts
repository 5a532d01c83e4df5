import { html, nothing, type TemplateResult } from 'lit';

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
