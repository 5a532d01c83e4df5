import { html } from 'hono/html';
import type { Html } from './drawings.js';
import { page } from './page.js';

/** Says which integrations an account has disconnected, and what became of each notice. */
export function disconnectedPage(
  account: string,
  disconnected: readonly { name: string; account: string; outcome: string }[],
): Html {
  const [first] = disconnected;
  const title = first ? `${first.account} is disconnected` : `Nothing is connected to ${account}`;
  return page({
    title,
    body: html`<main class="card status">
      <h1>${title}</h1>
      ${disconnected.map(({ name, outcome }) => html`<p><strong>${name}.</strong> ${outcome}</p>`)}
      <a class="button" href="/">Back to the front page</a>
    </main>`,
  });
}
