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

/** A connection that did not come about, and whether the page's own address says so. */
export interface ReportedFailure {
  readonly error: string;
  readonly isInAddress: boolean;
}

/**
 * `post_message` mode and redirects: reports to the page with the button, and closes its window or goes back there. Its text is
 * for those who got here without one.
 */
export function reportPage(failure?: ReportedFailure): Html {
  // An answer is in the address, and `callback.js` brings it home even where the CRM has cut the tie to the opener. What went
  // wrong on this server is known to this page alone.
  const isKnownHere = failure && !failure.isInAddress;
  return noticePage({
    title: failure ? 'Not connected' : 'Connected',
    tone: failure ? 'bad' : 'good',
    lead: failure ? html`${WARNING} <code>${failure.error}</code>` : html`${CHECK} Done`,
    head: isKnownHere
      ? html`<script type="module" src="/assets/message.js"></script>`
      : html`<script src="/cdn/callback.js"></script>`,
    body: html`<p id="report" ${isKnownHere && html`data-error="${failure.error}"`}>
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
