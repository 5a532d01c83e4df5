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
    head: html`<script type="module" src="/assets/message.js"></script>`,
    body: html`<p
        id="report"
        data-status="${error === undefined ? 'ok' : 'error'}"
        ${error !== undefined && html`data-error="${error}"`}
      >
        You can close this window.
      </p>
      <p class="actions"><a class="button" href="/">Back to the buttons</a></p>`,
  });
}
