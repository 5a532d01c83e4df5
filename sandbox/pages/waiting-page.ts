import { html } from 'hono/html';
import type { Locale, Look } from '../brand.js';
import { CAPTIONS } from './captions.js';
import { page, type Html } from './page.js';

/** Stays as it is, for ever: what a person sees of a CRM that never answers. */
export function waitingPage(brand: Look, locale: Locale): Html {
  const { waiting } = CAPTIONS[locale];
  return page({
    title: waiting,
    brand,
    locale,
    body: html`<main class="card status">
      <span class="spinner" aria-hidden="true"></span>
      <h1>${waiting}…</h1>
    </main>`,
  });
}
