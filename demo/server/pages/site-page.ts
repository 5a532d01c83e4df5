import { html } from 'hono/html';
import { MARK_PATH, WARNING_PATH } from '../../shared/icon-paths.js';

/** A piece of HTML in which everything interpolated is escaped. */
export type Html = ReturnType<typeof html>;

const icon = (path: string): Html =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="${path}" /></svg>`;

/** The product's mark. */
export const MARK = html`<svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
  <rect width="32" height="32" rx="8" />
  <path d="${MARK_PATH}" />
</svg>`;

export const WARNING = icon(WARNING_PATH);
const ARROW = icon('M8 16 16.5 7.5M9.5 7.5h7v7');

/** The parts that differ from page to page. */
interface PageContent {
  title: string;
  body: Html;
  /** Scripts and such. Default: none. */
  head?: Html;
}

/** A page of the site: everything around its content. */
export function sitePage({ title, body, head = html`` }: PageContent): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · crm-oauth-button</title>
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/page.css" />
        ${head}
      </head>
      <body>
        <a class="skip" href="#main">Skip to the content</a>
        <header class="bar">
          <a class="brand" href="/" target="_top">${MARK} <span>crm-oauth-button</span></a>
          <nav aria-label="Site">
            <a href="/settings">Settings</a>
            <a href="/widget-settings">Widget</a>
            <a href="/sandbox" target="_top">Sandbox ${ARROW}</a>
          </nav>
        </header>
        ${body}
      </body>
    </html>`;
}
