import { html, raw } from 'hono/html';

/** A piece of HTML in which everything interpolated is escaped. */
export type Html = ReturnType<typeof html>;

const drawing = (className: string, viewBox: string, content: string): Html =>
  html`<svg class="${className}" viewBox="${viewBox}" aria-hidden="true" focusable="false">
    ${raw(content)}
  </svg>`;

const icon = (content: string): Html => drawing('line', '0 0 24 24', content);

/**
 * A brand's mark, on a tile of 32×32. Drawn for the sandbox: the vendors' own logos are theirs.
 *
 * @param content SVG, with the classes `ink` and `fine` for strokes
 */
export function mark(content: string): Html {
  return drawing('mark', '0 0 32 32', `<rect class="fill" width="32" height="32" rx="8"/>${content}`);
}

/** The icons of the permissions. */
export const PERMISSION_ICONS = {
  crm: icon(
    '<circle cx="9" cy="8" r="3.5"/><path d="M2.5 20a6.5 6.5 0 0 1 13 0M16 4.8a3.5 3.5 0 0 1 0 6.4M18.5 14.2a6.5 6.5 0 0 1 3 5.8"/>',
  ),
  notifications: icon(
    '<path d="M6 10a6 6 0 0 1 12 0c0 5 2 6.5 2 6.5H4S6 15 6 10ZM10 20a2.2 2.2 0 0 0 4 0"/>',
  ),
  phone: icon(
    '<path d="M5 4h4l1.8 4.6-2.4 1.6a12 12 0 0 0 5.4 5.4l1.6-2.4L20 15v4a2 2 0 0 1-2 2A15 15 0 0 1 3 6a2 2 0 0 1 2-2Z"/>',
  ),
};

/** A kind of access that a client may ask for. */
export type Permission = keyof typeof PERMISSION_ICONS;

export const LINK_ICON = drawing(
  'link',
  '0 0 32 8',
  '<circle cx="4" cy="4" r="2"/><circle cx="16" cy="4" r="2"/><circle cx="28" cy="4" r="2"/>',
);

export const WARNING_ICON = icon('<path d="M12 4 2.8 20h18.4L12 4ZM12 10.5v4M12 17.2v.1"/>');
