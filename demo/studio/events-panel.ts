import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { LogEntry } from '../shared/canvas-messages.js';
import type { Actions, State } from './state.js';

const clock = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 3,
});

/** Every event, callback and message of the canvas, oldest first. */
export function eventsPanel({ log }: State, { clearLog }: Actions): TemplateResult {
  return html`<div class="events">
    <div class="panelbar">
      <p class="hint">Secrets, codes and states are shortened.</p>
      <button type="button" class="link" ?disabled=${log.length === 0} @click=${() => clearLog()}>
        Clear<span class="hidden"> the events</span>
      </button>
    </div>
    <div class="log" role="log" aria-label="Events" tabindex="0">
      ${repeat(log, (entry) => entry, logEntry)}
    </div>
    ${
      log.length === 0
        ? html`<p class="empty">
            Press the button. Whatever it tells the page appears here, with its payload.
          </p>`
        : ''
    }
  </div>`;
}

function logEntry({ time, kind, name, payload }: LogEntry): TemplateResult {
  const facts =
    typeof payload === 'object' && payload !== null ? Object.entries(payload) : [['data', payload]];
  return html`<article class="entry">
    <p>
      <span class="kind ${kind}">${kind}</span> <code class="term">${name}</code>
      <time datetime=${new Date(time).toISOString()}>${clock.format(time)}</time>
    </p>
    <dl>
      ${facts
        .filter(([, value]) => value !== undefined)
        .map(
          ([key, value]) =>
            html`<div>
              <dt>${key}</dt>
              <dd>${typeof value === 'string' ? value : JSON.stringify(value)}</dd>
            </div>`,
        )}
    </dl>
  </article>`;
}
