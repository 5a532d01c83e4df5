import { html } from 'hono/html';
import type { Html } from './html.js';
import { WARNING } from './icons.js';
import { noticePage } from './notice-page.js';

export function notFoundPage(path: string): Html {
  return noticePage({
    title: 'There is nothing here',
    tone: 'bad',
    lead: html`${WARNING} Not found`,
    body: html`<p><code>${path}</code> is no page of this site.</p>
      <p class="actions"><a class="button primary" href="/" target="_top">Back to the studio</a></p>`,
  });
}
