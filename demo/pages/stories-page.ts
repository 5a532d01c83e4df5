import { html } from 'hono/html';
import type { Services } from '../server/services.js';
import { stories } from '../stories/stories.js';
import { eventPanel } from './event-panel.js';
import type { Html } from './html.js';
import { page } from './page.js';
import { storyArticle } from './story-article.js';

/** The front page: every story, and a panel that shows what the buttons tell. */
export function storiesPage({ url, sandbox }: Services, state: () => string): Html {
  const values = { site: url, sandbox, state };
  const groups = [...new Set(stories.map(({ group }) => group))];
  return page({
    title: 'crm-oauth-button: connect a CRM with one click',
    head: html`<script src="/cdn/button.js" defer></script>
      <script type="module" src="/assets/page.js"></script>`,
    body: html`<div class="columns">
      <main id="main">
        <div class="hero">
          <h1>Your visitors connect their CRM with one click</h1>
          <p>
            A button for Kommo and amoCRM: it opens the consent window, and your site learns the outcome,
            safely. All you see here runs against a sandbox on this machine.
          </p>
          <nav aria-label="Stories">
            <ul>
              ${stories.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}
            </ul>
          </nav>
        </div>
        ${groups.map(
          (group, index) =>
            html`<section aria-labelledby="group-${index}">
              <h2 id="group-${index}">${group}</h2>
              ${stories.filter((story) => story.group === group).map((story) => storyArticle(story, values))}
            </section>`,
        )}
      </main>
      ${eventPanel(sandbox)}
    </div>`,
  });
}
