import { html } from 'hono/html';
import { sitePage, WARNING, type Html } from './site-page.js';

/** The answer to a path that the site does not have. */
export function notFoundPage(path: string): Html {
  return sitePage({
    title: 'There is nothing here',
    body: html`<main id="main" class="notice card">
      <p class="lead bad">${WARNING} Not found</p>
      <h1>There is nothing here</h1>
      <p><code>${path}</code> is no page of this site.</p>
      <p class="actions"><a class="button primary" href="/" target="_top">Back to the studio</a></p>
    </main>`,
  });
}
