import { html } from 'hono/html';
import type { Html } from './html.js';

const ANSWERS = [
  ['ask', 'ask me'],
  ['allow', 'allow'],
  ['deny', 'deny'],
] as const;

/** What stands beside the stories: how the sandbox answers, and what the buttons tell. */
export function eventPanel(sandbox: string): Html {
  return html`<aside class="panel" aria-label="Sandbox and events">
    <form id="behaviour" class="card" data-sandbox="${sandbox}" hidden>
      <fieldset>
        <legend>The consent page should</legend>
        <div class="segments">
          ${ANSWERS.map(
            ([value, label]) =>
              html`<label><input type="radio" name="answer" value="${value}" /><span>${label}</span></label>`,
          )}
        </div>
      </fieldset>
    </form>
    <section class="card events" aria-labelledby="events-title">
      <header>
        <h2 id="events-title">Events</h2>
        <button type="button" id="clear" class="copy" disabled>
          Clear<span class="hidden"> the events</span>
        </button>
      </header>
      <div id="log" class="log" role="log" aria-labelledby="events-title" tabindex="0"></div>
      <p id="empty" class="empty">Press any button. What it tells the page appears here, with its payload.</p>
    </section>
  </aside>`;
}
