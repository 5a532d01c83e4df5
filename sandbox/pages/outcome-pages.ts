import { html } from 'hono/html';
import type { RedirectMessage, RefusalMessage } from '../../src/consent/messages.js';
import { CAPTIONS, type Locale } from './consent-captions.js';
import { WARNING_ICON, type Html } from './drawings.js';
import { page, type Brand, type PageContent } from './page.js';

export const ANSWER_SCRIPT_PATH = '/sandbox/answer.js';

/** The answer page's script. It takes its data from attributes: the policy allows no inline script. */
export const ANSWER_SCRIPT = `const { opener, message, redirect } = document.querySelector('[data-redirect]').dataset;

if (window.opener && opener) {
  window.opener.postMessage(JSON.parse(message), opener);
  window.close();
} else {
  window.location.replace(redirect);
}
`;

/** An authorization response in both of its forms. */
export interface Answer {
  /** The redirect URI with the response in its query. */
  redirect: string;
  /** The message for the opener. */
  message: RedirectMessage | RefusalMessage;
}

/**
 * Hands the answer to the opener, or to the redirect URI where there is no opener, which only the browser knows.
 *
 * @param client name of the client that gets it
 * @param opener origin of the page that opened the window; empty when unknown
 */
export function answerPage(
  { message, redirect }: Answer,
  client: string,
  opener: string,
  brand: Brand,
  locale: Locale,
): Html {
  const captions = CAPTIONS[locale];
  const title = captions.returning(client);
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

/** Waits for ever, as the window of a CRM that never answers. */
export function waitingPage(brand: Brand, locale: Locale): Html {
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

/** Says that access was refused, where the CRM tells no client: the window stays until the person closes it. In English. */
export function refusedPage(client: string, brand: Brand): Html {
  const title = 'Access was refused';
  return page({
    title,
    brand,
    body: html`<main class="card status">
      <h1>${title}</h1>
      <p>${brand.name} does not tell ${client}. You can close this window.</p>
    </main>`,
  });
}

/** An error in a request, and how the developer corrects it. */
export interface Fault {
  /** The parameter with the error. */
  parameter?: string;
  message: string;
  remedy: string;
}

/** Shows a developer the errors in a request, their remedies, and the parameters received. Always in English. */
export function errorPage(
  { faults, status }: { faults: readonly Fault[]; status: number },
  brand: Brand,
  received: URLSearchParams,
): Html {
  const params = [...received];
  const heading =
    status === 502 ? 'The installation was aborted' : 'This authorization request cannot be served';
  return errorCard({
    status,
    title: heading,
    heading,
    brand,
    body: html`<ul class="faults">
        ${faults.map(faultItem)}
      </ul>
      ${
        params.length > 0 &&
        html`<details>
          <summary>Parameters received (${params.length})</summary>
          <table>
            ${params.map(
              ([name, value]) =>
                html`<tr>
                  <th scope="row">${name}</th>
                  <td><code>${value}</code></td>
                </tr>`,
            )}
          </table>
        </details>`
      }`,
  });
}

/** The page of a path that leads nowhere. */
export function notFoundPage(path: string): Html {
  return errorCard({
    status: 404,
    title: 'Not found',
    heading: 'There is nothing at this address',
    body: html`<ul class="faults">
      <li>
        <p><code>${path}</code></p>
        <p>
          Kommo’s consent page is at /oauth/ and at /kommo/oauth/. Those of the others have a prefix as well,
          such as /amocrm/oauth/.
          <a href="/">See all endpoints.</a>
        </p>
      </li>
    </ul>`,
  });
}

function errorCard({
  status,
  heading,
  body,
  ...content
}: PageContent & { status: number; heading: string }): Html {
  return page({
    ...content,
    body: html`<main class="card error">
      <p class="lead">${WARNING_ICON} <span>Error ${status}</span></p>
      <h1>${heading}</h1>
      ${body}
    </main>`,
  });
}

function faultItem({ parameter, message, remedy }: Fault): Html {
  return html`<li>
    <p>${parameter && html`<code>${parameter}</code>`} <strong>${message}</strong></p>
    <p>${remedy}</p>
  </li>`;
}
