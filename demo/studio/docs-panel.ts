import { html, type TemplateResult } from 'lit';
import { elements, type Entry, type TagName } from '../shared/manifest.js';
import { prose } from './marked-text.js';

/** What only the button has. */
const LEADS = {
  attributes:
    'Each attribute works with `data-` in front as well, and that spelling wins. Empty counts as absent.',
  methods: 'Any button of the page starts it too: `<button commandfor="ID" command="--authorize">`.',
  events: '`waitUntil(promise)` of `crm-oauth-success` keeps the button busy until your server has the code.',
};

/** An element's interface, as the manifest has it. */
export function docsPanel(tag: TagName): TemplateResult {
  const { attributes, properties, methods, events, slots, cssParts, cssProperties, cssStates } =
    elements[tag];
  const leads: Partial<typeof LEADS> = tag === 'crm-oauth-button' ? LEADS : {};
  return html`<div class="docs">
    ${section('Attributes and properties', leads.attributes ?? '', attributes, ({ name, fieldName }) =>
      fieldName && fieldName !== name ? [name, fieldName] : [name],
    )}
    ${section('Properties', '', properties)}
    ${section('Methods', leads.methods ?? '', methods, ({ name }) => [`${name}()`])}
    ${section('Events', `All bubble and are composed. ${leads.events ?? ''}`, events)}
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
