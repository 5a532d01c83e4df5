import { html } from 'hono/html';
import type { Html } from './html.js';
import { page } from './page.js';

/** What a notice says. */
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
  return page({
    title: `${title} · crm-oauth-button`,
    ...(head && { head }),
    body: html`<main id="main" class="notice card">
      <p class="lead ${tone}">${lead}</p>
      <h1>${heading}</h1>
      ${body}
    </main>`,
  });
}
