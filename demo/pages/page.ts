import { html } from 'hono/html';
import type { Html } from './html.js';
import { ARROW, MARK } from './icons.js';

/** What differs from page to page. */
export interface PageContent {
  title: string;
  body: Html;
  /** Scripts and such. Default: none. */
  head?: Html;
}

/** The frame of every page. */
export function page({ title, body, head = html`` }: PageContent): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/page.css" />
        ${head}
      </head>
      <body>
        <a class="skip" href="#main">Skip to the content</a>
        <header class="bar">
          <a class="brand" href="/" target="_top">${MARK} <span>crm-oauth-button</span></a>
          <nav aria-label="Site">
            <a href="/connection">Connection</a>
            <a href="/sandbox" target="_top">Sandbox ${ARROW}</a>
          </nav>
        </header>
        ${body}
      </body>
    </html>`;
}
