import { html, svg, type TemplateResult } from 'lit';
import { CHECK_PATH, MARK_PATH, WARNING_PATH } from '../shared/icon-paths.js';

const icon = (shapes: TemplateResult): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${shapes}</svg>`;

/** Lines of 2 in a box of 24. */
export const icons = {
  menu: icon(svg`<path d="M4 7h16M4 12h16M4 17h16"/>`),
  close: icon(svg`<path d="m6 6 12 12M18 6 6 18"/>`),
  page: icon(svg`<circle cx="12" cy="12" r="8"/><path d="M12 4a8 8 0 0 1 0 16z" fill="currentColor"/>`),
  light: icon(
    svg`<circle cx="12" cy="12" r="4"/><path d="M12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4"/>`,
  ),
  dark: icon(svg`<path d="M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5Z"/>`),
  image: icon(
    svg`<rect x="3.5" y="4.5" width="17" height="15" rx="2"/><circle cx="9" cy="10" r="1.5"/><path d="m4 17 5-4 3.5 3 3-2.5 4.5 3.5"/>`,
  ),
  direction: icon(svg`<path d="M13 4v11M17 4v11M19 4h-8a3.5 3.5 0 0 0 0 7h2M19 19H6M9 16l-3 3 3 3"/>`),
  zoom: icon(svg`<circle cx="10.5" cy="10.5" r="6.5"/><path d="m15.5 15.5 5 5M10.5 7.5v6M7.5 10.5h6"/>`),
  contrast: icon(
    svg`<rect x="4" y="4" width="16" height="16" rx="2"/><path d="M12 4v16M12 8h8M12 12h8M12 16h8"/>`,
  ),
  motion: icon(svg`<path d="M3 8c3-4 6 4 9 0s6 4 9 0M3 16c3-4 6 4 9 0s6 4 9 0M4 21 20 3"/>`),
  conditions: icon(
    svg`<path d="M4 7h9M19 7h1M4 17h1M11 17h9"/><circle cx="16" cy="7" r="2.5"/><circle cx="8" cy="17" r="2.5"/>`,
  ),
  reload: icon(svg`<path d="M19.5 12a7.5 7.5 0 1 1-2.2-5.3L20 9M20 4v5h-5"/>`),
  open: icon(svg`<path d="M14 4h6v6M20 4l-9 9M18 14v5H5V6h5"/>`),
  link: icon(
    svg`<path d="M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.3l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3A4 4 0 0 0 11 18.7l1-1"/>`,
  ),
  copy: icon(
    svg`<rect x="8.5" y="8.5" width="12" height="12" rx="2"/><path d="M15.5 8.5v-3a2 2 0 0 0-2-2h-8a2 2 0 0 0-2 2v8a2 2 0 0 0 2 2h3"/>`,
  ),
  check: icon(svg`<path d=${CHECK_PATH} />`),
  warning: icon(svg`<path d=${WARNING_PATH} />`),
} as const;

/** The product's mark. */
export const mark = html`<svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
  <rect width="32" height="32" rx="8" />
  <path d=${MARK_PATH} />
</svg>`;
