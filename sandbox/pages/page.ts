import { html } from 'hono/html';
import type { Locale, Look } from '../brand.js';
import { CAPTIONS } from './captions.js';
import { MARKS } from './icons.js';

export const STYLES_PATH = '/sandbox/page.css';
export const ANSWER_SCRIPT_PATH = '/sandbox/answer.js';

/** A piece of HTML in which everything interpolated is escaped. */
export type Html = ReturnType<typeof html>;

/** What differs from page to page. */
export interface PageContent {
  title: string;
  body: Html;
  /** Default `en`. */
  locale?: Locale;
  /** Default: the sandbox itself. */
  brand?: Look;
  /** Path of the page's script. Default: none. */
  script?: string;
}

/** The frame of every page: head, a bar with the brand, the body, a notice. */
export function page({ title, body, locale = 'en', brand, script }: PageContent): Html {
  const { badge, notice } = CAPTIONS[locale];
  const name = brand?.name ?? 'crm-oauth-sandbox';
  return html`<!doctype html>
    <html lang="${locale}" data-brand="${brand?.id ?? 'sandbox'}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · ${name}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="${STYLES_PATH}" />
        ${script && html`<script type="module" src="${script}"></script>`}
      </head>
      <body>
        <header class="bar">
          <span class="brand">${MARKS[brand?.id ?? 'sandbox']} ${name}</span>
          <span class="badge">${badge}</span>
        </header>
        ${body}
        <footer class="notice">${notice}</footer>
      </body>
    </html>`;
}
