import { html } from 'hono/html';
import { CHECK, sitePage, WARNING, type Html } from './site-page.js';

/** The content of a notice. */
export interface Notice {
  title: string;
  /** Default: the title. */
  heading?: Html;
  /** A line above the title. */
  lead: Html;
  tone: 'good' | 'bad' | 'plain';
  body: Html;
  head?: Html;
}

/** A page with one message on it. */
export function noticePage({ title, heading = html`${title}`, lead, tone, body, head }: Notice): Html {
  return sitePage({
    title: `${title} · crm-oauth-button`,
    ...(head && { head }),
    body: html`<main id="main" class="notice card">
      <p class="lead ${tone}">${lead}</p>
      <h1>${heading}</h1>
      ${body}
    </main>`,
  });
}

/**
 * `post_message` mode: reports to the page that opened this window, and closes it. Its text is for those who got here
 * without one.
 */
export function reportPage(error: string | undefined): Html {
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

/** The answer to a path that the site does not have. */
export function notFoundPage(path: string): Html {
  return noticePage({
    title: 'There is nothing here',
    tone: 'bad',
    lead: html`${WARNING} Not found`,
    body: html`<p><code>${path}</code> is no page of this site.</p>
      <p class="actions"><a class="button primary" href="/" target="_top">Back to the studio</a></p>`,
  });
}
