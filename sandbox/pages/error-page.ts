import { html } from 'hono/html';
import type { Look } from '../brand.js';
import type { ConsentError, Fault } from '../consent-error.js';
import { WARNING_ICON } from './icons.js';
import { page, type Html } from './page.js';

/** Tells a developer what is wrong with the request, how to put it right, and what has arrived. Always in English. */
export function errorPage(error: ConsentError, brand: Look, received: URLSearchParams): Html {
  const title =
    error.status === 502 ? 'The installation was aborted' : 'This authorization request cannot be served';
  const params = [...received];
  return page({
    title,
    brand,
    body: html`<main class="card error">
      <p class="lead">${WARNING_ICON} <span>Error ${error.status}</span></p>
      <h1>${title}</h1>
      <ul class="faults">
        ${error.faults.map(faultItem)}
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
      }
    </main>`,
  });
}

function faultItem({ parameter, message, remedy }: Fault): Html {
  return html`<li>
    <p>${parameter && html`<code>${parameter}</code>`} <strong>${message}</strong></p>
    <p>${remedy}</p>
  </li>`;
}
