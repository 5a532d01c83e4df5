import { html, type TemplateResult } from 'lit';

/** A sentence in which backticks mark code. */
export function prose(text: string): TemplateResult {
  return html`${text.split('`').map((part, index) => (index % 2 ? html`<code>${part}</code>` : part))}`;
}
