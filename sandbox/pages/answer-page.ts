import { html } from 'hono/html';
import type { AuthorizationRequest } from '../authorization-request.js';
import type { AuthorizationResponse } from '../authorization-response.js';
import type { Brand, Locale } from '../brand.js';
import { CAPTIONS } from './captions.js';
import { ANSWER_SCRIPT_PATH, page, type Html } from './page.js';

/** Hands the answer over: to the opener when there is one, which only the browser knows, or by a redirect. */
export function answerPage(
  { name, opener = '' }: AuthorizationRequest,
  { message, redirect }: AuthorizationResponse,
  brand: Brand,
  locale: Locale,
): Html {
  const captions = CAPTIONS[locale];
  const title = captions.returning(name);
  return page({
    title,
    brand,
    locale,
    script: ANSWER_SCRIPT_PATH,
    body: html`<main
      class="card status"
      data-opener="${opener}"
      data-message="${JSON.stringify(message)}"
      data-redirect="${redirect}"
    >
      <span class="spinner" aria-hidden="true"></span>
      <h1>${title}…</h1>
      <p>${captions.returningDetail}</p>
      <a class="button" href="${redirect}">${captions.proceed}</a>
    </main>`,
  });
}
