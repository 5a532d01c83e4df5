import { html } from 'hono/html';
import { WARNING_ICON } from './icons.js';
import { page, type Html } from './page.js';

/** For a path that nobody has. */
export function notFoundPage(path: string): Html {
  return page({
    title: 'Not found',
    body: html`<main class="card error">
      <p class="lead">${WARNING_ICON} <span>Error 404</span></p>
      <h1>There is nothing at this address</h1>
      <ul class="faults">
        <li>
          <p><code>${path}</code></p>
          <p>
            The consent page is at /oauth/, and amoCRM’s at /amocrm/oauth/. <a href="/">See all endpoints.</a>
          </p>
        </li>
      </ul>
    </main>`,
  });
}
