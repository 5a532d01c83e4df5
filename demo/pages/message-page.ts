import { html } from 'hono/html';
import type { Html } from './html.js';
import { CHECK, WARNING } from './icons.js';
import { noticePage } from './notice-page.js';

/**
 * `post_message` mode: reports to the page that opened this window, and closes it. Its text is for those who got here
 * without one.
 */
export function messagePage(error: string | undefined): Html {
  return noticePage({
    title: error === undefined ? 'Connected' : 'Not connected',
    tone: error === undefined ? 'good' : 'bad',
    lead: error === undefined ? html`${CHECK} Done` : html`${WARNING} <code>${error}</code>`,
    // A success is in the address, and `callback.js` gets it through even where the CRM has cut the tie to the opener. What
    // went wrong on this server is known to this page alone.
    head:
      error === undefined
        ? html`<script src="/cdn/callback.js"></script>`
        : html`<script type="module" src="/assets/message.js"></script>`,
    body: html`<p id="report" ${error !== undefined && html`data-error="${error}"`}>
        You can close this window.
      </p>
      <p class="actions"><a class="button" href="/" target="_top">Back to the studio</a></p>`,
  });
}
