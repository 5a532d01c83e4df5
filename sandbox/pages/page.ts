import { html } from 'hono/html';
import { CAPTIONS, type Locale } from './consent-captions.js';
import { mark, type Html } from './drawings.js';

export const STYLES_PATH = '/sandbox/page.css';

/** A colour on a light and on a dark screen. */
export type Color = readonly [light: string, dark: string];

/** The colours of a page, by the names of its custom properties. */
export interface Palette {
  readonly canvas: Color;
  readonly surface: Color;
  readonly panel: Color;
  readonly text: Color;
  readonly muted: Color;
  readonly border: Color;
  readonly control: Color;
  readonly accent: Color;
  readonly 'on-accent': Color;
  readonly 'accent-hover': Color;
  readonly soft: Color;
  readonly focus: Color;
  readonly danger: Color;
}

/** The owner of a page. Pages of two brands differ in nothing else. */
export interface Brand {
  /** As `data-brand` on the page, and as `provider` on the button. */
  readonly id: string;
  readonly name: string;
  readonly mark: Html;
  /** The colours that differ from the sandbox's own. */
  readonly palette: Partial<Palette>;
}

const PALETTE: Palette = {
  canvas: ['#f3f2f8', '#0d0b18'],
  surface: ['#ffffff', '#18152a'],
  panel: ['#faf9fd', '#1d1a32'],
  text: ['#17123a', '#f2f0fb'],
  muted: ['#5b5775', '#aeaac9'],
  border: ['#dedbea', '#332e50'],
  control: ['#8a86a3', '#7b76a0'],
  accent: ['#0e0142', '#bdb3ff'],
  'on-accent': ['#ffffff', '#130a3a'],
  'accent-hover': ['#2a1a78', '#d3ccff'],
  soft: ['#ebe8f8', '#2a2548'],
  focus: ['#5b45e0', '#a294ff'],
  danger: ['#a8201a', '#ff9d94'],
};

/** The sandbox's own brand, for pages that belong to no CRM. */
export const SANDBOX: Brand = {
  id: 'sandbox',
  name: 'crm-oauth-sandbox',
  mark: mark('<path class="ink" d="m11.5 11-5 5 5 5M20.5 11l5 5-5 5M17.8 9.5l-3.6 13"/>'),
  palette: PALETTE,
};

/** The parts in which pages differ. */
export interface PageContent {
  title: string;
  body: Html;
  /** Default `en`. */
  locale?: Locale;
  /** Default: the sandbox itself. */
  brand?: Brand;
  /** Path of the page's script. Default: none. */
  script?: string;
}

/** The frame of every page: head, a bar with the brand, the body, a notice. */
export function page({ title, body, locale = 'en', brand = SANDBOX, script }: PageContent): Html {
  const { badge, notice } = CAPTIONS[locale];
  return html`<!doctype html>
    <html lang="${locale}" data-brand="${brand.id}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · ${brand.name}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="${STYLES_PATH}" />
        ${script && html`<script type="module" src="${script}"></script>`}
      </head>
      <body>
        <header class="bar">
          <span class="brand">${brand.mark} ${brand.name}</span>
          <span class="badge">${badge}</span>
        </header>
        ${body}
        <footer class="notice">${notice}</footer>
      </body>
    </html>`;
}
