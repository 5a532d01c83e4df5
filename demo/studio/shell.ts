import { html, type TemplateResult } from 'lit';
import type { Address } from '../shared/address.js';
import { tagOf } from '../shared/manifest.js';
import { canvasCard } from './canvas-card.js';
import { controlsPanel } from './controls-panel.js';
import { docsPanel } from './docs-panel.js';
import { eventsPanel } from './events-panel.js';
import { type CopyButton, copyButton } from './form-controls.js';
import { prose } from './marked-text.js';
import { sidebar } from './sidebar.js';
import { snippetPanel } from './snippet-panel.js';
import type { Actions, State } from './state.js';
import { tabList } from './tabs.js';

const SHARE: CopyButton = { className: 'button', icon: 'link', caption: 'Share', done: 'Address copied' };

/** The whole studio. */
export function shell(state: State, actions: Actions): TemplateResult {
  return html`<a class="skip" href="#main" @click=${skip}>Skip to the story</a>
    ${sidebar(state, actions)}
    <main id="main" tabindex="-1">
      ${state.address ? story(state, state.address, actions) : notFound()}
    </main>`;
}

function story(state: State, address: Address, actions: Actions): TemplateResult {
  const { title, summary, group } = address.story;
  const { reference, result, log } = state;
  return html`<header class="intro">
      <div>
        <p class="group">${group}</p>
        <h1>${title}</h1>
      </div>
      ${copyButton(location.href, SHARE, state, actions)}
      <p class="summary">${prose(summary)}</p>
    </header>
    ${canvasCard(state, address, actions)}
    <div class="panels">
      <section class="card panel" aria-label="Reference">
        ${tabList({
          id: 'reference',
          label: 'Reference',
          current: reference,
          tabs: [
            ['controls', 'Controls'],
            ['docs', 'Docs'],
          ],
          choose: (name) => actions.show({ reference: name }),
        })}
        <div id="reference-panel" role="tabpanel" aria-labelledby="reference-${reference}">
          ${reference === 'docs' ? docsPanel(tagOf(address.story)) : controlsPanel(state, address, actions)}
        </div>
      </section>
      <section class="card panel" aria-label="Result">
        ${tabList({
          id: 'result',
          label: 'Result',
          current: result,
          tabs: [
            ['snippet', 'Snippet'],
            [
              'events',
              html`Events${log.length > 0 ? html` <span class="badge">${log.length}<span class="hidden"> so far</span></span>` : ''}`,
            ],
          ],
          choose: (name) => actions.show({ result: name }),
        })}
        <div id="result-panel" role="tabpanel" aria-labelledby="result-${result}">
          ${result === 'events' ? eventsPanel(state, actions) : snippetPanel(state, address, actions)}
        </div>
      </section>
    </div>`;
}

function notFound(): TemplateResult {
  return html`<header class="intro">
    <h1>There is no such story</h1>
    <p class="summary">
      The address names a story that is not here. <a href="#/">Begin with the first one</a>.
    </p>
  </header>`;
}

/** The address is the story's: a jump inside the page must not change it. */
function skip(event: Event): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}
