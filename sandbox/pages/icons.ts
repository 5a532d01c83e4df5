import { html, raw } from 'hono/html';
import type { Look } from '../brand.js';
import type { Scope } from '../integration.js';

const icon = (className: string, viewBox: string, shapes: string) =>
  html`<svg class="${className}" viewBox="${viewBox}" aria-hidden="true" focusable="false">
    ${raw(shapes)}
  </svg>`;

const tile = (shapes: string) =>
  icon('mark', '0 0 32 32', `<rect class="fill" width="32" height="32" rx="8"/>${shapes}`);

/** Drawn for the sandbox: the vendors' own logos are theirs. */
export const MARKS: Readonly<Record<Look['id'] | 'sandbox', ReturnType<typeof icon>>> = {
  kommo: tile('<path class="ink" d="M11 8.5v15M21.5 8.5 13 16l8.5 7.5"/>'),
  amocrm: tile(
    '<g class="ink fine"><circle cx="7.7" cy="16.4" r="2.9"/><path d="M10.6 13.3v6.2M14 19.5v-6.2M14 15.7a2.1 2.1 0 0 1 4.2 0v3.8M18.2 15.7a2.1 2.1 0 0 1 4.2 0"/><circle cx="25" cy="16.4" r="2.9"/></g>',
  ),
  ringcentral: tile(
    '<circle class="ink fine" cx="16" cy="16" r="1.6"/><path class="ink fine" d="M11.6 20.4a6.2 6.2 0 1 1 8.8 0M8.4 23.6a10.7 10.7 0 1 1 15.2 0"/>',
  ),
  sandbox: tile('<path class="ink" d="m11.5 11-5 5 5 5M20.5 11l5 5-5 5M17.8 9.5l-3.6 13"/>'),
};

export const SCOPE_ICONS: Readonly<Record<Scope, ReturnType<typeof icon>>> = {
  crm: icon(
    'line',
    '0 0 24 24',
    '<circle cx="9" cy="8" r="3.5"/><path d="M2.5 20a6.5 6.5 0 0 1 13 0M16 4.8a3.5 3.5 0 0 1 0 6.4M18.5 14.2a6.5 6.5 0 0 1 3 5.8"/>',
  ),
  notifications: icon(
    'line',
    '0 0 24 24',
    '<path d="M6 10a6 6 0 0 1 12 0c0 5 2 6.5 2 6.5H4S6 15 6 10ZM10 20a2.2 2.2 0 0 0 4 0"/>',
  ),
};

export const PHONE_ICON = icon(
  'line',
  '0 0 24 24',
  '<path d="M5 4h4l1.8 4.6-2.4 1.6a12 12 0 0 0 5.4 5.4l1.6-2.4L20 15v4a2 2 0 0 1-2 2A15 15 0 0 1 3 6a2 2 0 0 1 2-2Z"/>',
);

export const LINK_ICON = icon(
  'link',
  '0 0 32 8',
  '<circle cx="4" cy="4" r="2"/><circle cx="16" cy="4" r="2"/><circle cx="28" cy="4" r="2"/>',
);

export const WARNING_ICON = icon(
  'line',
  '0 0 24 24',
  '<path d="M12 4 2.8 20h18.4L12 4ZM12 10.5v4M12 17.2v.1"/>',
);
