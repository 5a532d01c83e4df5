import { html, raw } from 'hono/html';

const icon = (viewBox: string, shapes: string) =>
  html`<svg class="icon" viewBox="${viewBox}" aria-hidden="true" focusable="false">${raw(shapes)}</svg>`;

/** Two halves that meet: the product's mark. */
export const MARK = html`<svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
  <rect width="32" height="32" rx="8" />
  <path d="M13.5 10.5h-3a5.5 5.5 0 0 0 0 11h3M18.5 10.5h3a5.5 5.5 0 0 1 0 11h-3M11.5 16h9" />
</svg>`;

export const CHECK = icon('0 0 24 24', '<path d="m5 12.5 4.5 4.5L19 7.5"/>');
export const WARNING = icon('0 0 24 24', '<path d="M12 4 2.8 20h18.4L12 4ZM12 10.5v4M12 17.2v.1"/>');
export const ARROW = icon('0 0 24 24', '<path d="M8 16 16.5 7.5M9.5 7.5h7v7"/>');
