import { html } from 'hono/html';
import type { Failure, FailureCode } from '../failure.js';
import { noticePage } from './notice-page.js';
import { type Html, WARNING } from './site-page.js';

interface Explanation {
  status: 400 | 403 | 502 | 504;
  title: string;
  /** The reason, and what it means for the visitor. */
  meaning: string;
  /** Label of `detail`. */
  detail?: string;
}

const EXPLANATIONS: Readonly<Record<FailureCode, Explanation>> = {
  refused: {
    status: 403,
    title: 'The CRM did not allow it',
    meaning:
      'Access was refused on the consent page, so nothing was connected. You can try again at any time.',
    detail: 'Error',
  },
  state_mismatch: {
    status: 403,
    title: 'This answer is not for you',
    meaning:
      'The state in the address does not belong to your session, as if somebody else had begun this. The code that came with it was not used.',
  },
  state_used: {
    status: 403,
    title: 'This answer was used before',
    meaning: 'Each state works once. If you have reloaded the page, your connection is still what it was.',
  },
  state_expired: {
    status: 403,
    title: 'That took too long',
    meaning: 'A state works for ten minutes. Go back, and press the button again.',
  },
  invalid_response: {
    status: 400,
    title: 'The answer holds no code',
    meaning:
      'The CRM sends either a code or an error, once. This address does not, so nothing was connected.',
  },
  invalid_referer: {
    status: 400,
    title: 'That is no account of the CRM',
    meaning:
      'The client secret goes only to hosts under kommo.com, amocrm.ru and amocrm.com. No request was sent.',
  },
  invalid_location: {
    status: 400,
    title: 'That is no data centre of the CRM',
    meaning: 'The client secret goes only to hosts of the vendor’s own table. No request was sent.',
  },
  redirect_uri_mismatch: {
    status: 403,
    title: 'This answer has come to the wrong place',
    meaning:
      'Each CRM has a redirect URI of its own, and this answer came to that of another. The code in it was not used.',
  },
  secrets_missing: {
    status: 504,
    title: 'The integration’s secret did not arrive',
    meaning: 'The CRM posts it to the webhook. It has not come in time, or came for another integration.',
  },
  tokens_refused: {
    status: 502,
    title: 'The CRM refused the exchange',
    meaning: 'The code or the refresh token was not accepted. Connect again to get a new one.',
    detail: 'Hint',
  },
  unreachable: {
    status: 502,
    title: 'The CRM cannot be reached',
    meaning: 'It gave no answer. Nothing was changed: try again in a moment.',
  },
  account_unknown: {
    status: 502,
    title: 'The CRM did not name the account',
    meaning:
      'The tokens were received, but the account that they open cannot be read. Nothing was connected.',
  },
};

/** Says why there is no connection, and how to go on. */
export function failurePage({ code, detail }: Failure): { status: Explanation['status']; page: Html } {
  const { status, title, meaning, detail: label } = EXPLANATIONS[code];
  const page = noticePage({
    title,
    tone: 'bad',
    lead: html`${WARNING} Not connected`,
    body: html`<p>${meaning}</p>
      <dl class="facts">
        <div>
          <dt>Failure</dt>
          <dd><code>${code}</code></dd>
        </div>
        ${
          label &&
          html`<div>
            <dt>${label}</dt>
            <dd><code>${detail ?? 'none given'}</code></dd>
          </div>`
        }
      </dl>
      <p class="actions"><a class="button primary" href="/" target="_top">Back to the studio</a></p>`,
  });
  return { status, page };
}
