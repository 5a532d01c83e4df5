import { html } from 'hono/html';
import type { Html } from './html.js';

/** A sentence in which backticks mark code. */
export function prose(text: string): Html {
  return html`${text.split('`').map((part, index) => (index % 2 ? html`<code>${part}</code>` : part))}`;
}
