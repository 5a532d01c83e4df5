import { html, type TemplateResult } from 'lit';
import { element, type Entry } from '../shared/manifest.js';
import { prose } from './marked-text.js';

/** The element's interface, as the manifest has it. */
export function docsPanel(): TemplateResult {
  const { attributes, properties, methods, events, slots, cssParts, cssProperties, cssStates } = element;
  return html`<div class="docs">
    ${section(
      'Attributes and properties',
      'Each attribute works with `data-` in front as well, and that spelling wins. Empty counts as absent.',
      attributes,
      ({ name, fieldName }) => (fieldName && fieldName !== name ? [name, fieldName] : [name]),
    )}
    ${section('Properties', '', properties)}
    ${section(
      'Methods',
      'Any button of the page starts it too: `<button commandfor="ID" command="--authorize">`.',
      methods,
      ({ name }) => [`${name}()`],
    )}
    ${section(
      'Events',
      'All bubble and are composed. `waitUntil(promise)` of `crm-oauth-success` keeps the button busy until your server has the code.',
      events,
    )}
    ${section('Slots', '', slots, ({ name }) => [name || '(default)'])}
    ${section('Parts', 'For `::part(…)`.', cssParts)} ${section('Custom properties', '', cssProperties)}
    ${section('States', 'For `:state(…)`, and the values of `status`.', cssStates)}
  </div>`;
}

function section<Some extends Entry>(
  title: string,
  lead: string,
  entries: readonly Some[],
  namesOf: (entry: Some) => readonly string[] = ({ name }) => [name],
): TemplateResult {
  return html`<section aria-label=${title}>
    <h2>${title}</h2>
    ${lead && html`<p class="hint">${prose(lead)}</p>`}
    <dl>
      ${entries.map(
        (entry) =>
          html`<div>
            <dt>${namesOf(entry).map((name) => html`<code class="term">${name}</code> `)}${typeOf(entry)}</dt>
            <dd>${prose(entry.description ?? '')}</dd>
          </div>`,
      )}
    </dl>
  </section>`;
}

function typeOf({ type, return: returned, default: initial }: Entry): TemplateResult {
  const text = type?.text ?? returned?.type?.text;
  return html`${text && html`<code class="type">${text}</code>`}${initial ? html` <span class="hint">default <code>${initial}</code></span>` : ''}`;
}
