import { html, type TemplateResult } from 'lit';
import { icons } from './icons.js';
import type { Actions, State } from './state.js';

/** How a button that copies looks and is called. */
export interface CopyButton {
  readonly className: string;
  readonly icon: keyof typeof icons;
  readonly caption: string;
  /** What it is called once its text was copied. */
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
