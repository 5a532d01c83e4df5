import { html, nothing, repeat, type TemplateResult } from '../button/lit.js';
import { cardTemplate } from './card-template.js';
import type { Actions, View } from './view.js';

/** The inside of the element. */
export function connectionsTemplate(view: View, actions: Actions): TemplateResult {
  const { cards, expected, found, hasSearch, language, state, theme } = view;
  return html`<div class="root ${theme}" lang=${language} aria-busy=${state === 'loading' ? 'true' : nothing}
    ><p role="status" class="hidden">${said(view)}</p
    ><div role="status" class="news">${messageTemplate(view, actions)}</div
    >${hasSearch && (cards || state === 'loading') ? searchTemplate(view, actions) : nothing}${
      cards?.length
        ? html`<ul role="list" part="cards" class="cards"
            >${repeat(
              cards,
              ({ client }) => client.name,
              (card) => cardTemplate(card, found.includes(card), view, actions),
            )}</ul
          >`
        : nothing
    }${
      state === 'loading'
        ? html`<div aria-hidden="true" class="cards"
            >${Array.from({ length: expected }, skeletonTemplate)}</div
          >`
        : nothing
    }</div
  >`;
}

/** What only assistive technology is told. */
function said({ state, texts, ended }: View): string {
  if (state === 'loading') return texts.loading;
  // Isolated, since the account may run in another direction (UAX #9).
  return ended && texts.ended.replace('{account}', () => `\u2068${ended}\u2069`);
}

function messageTemplate(
  { mistake, state, texts }: View,
  { retry }: Actions,
): TemplateResult | typeof nothing {
  switch (state) {
    case 'loading':
    case 'ready':
      return nothing;
    case 'empty':
      return html`<p part="message" class="message"><bdi>${texts.empty}</bdi></p>`;
    case 'signed-out':
      return html`<div part="message" class="message"
        ><slot name="signed-out">${texts.signedOut}</slot></div
      >`;
    case 'offline':
    case 'error':
      return html`<p part="message" class="message problem"
        ><span><bdi lang=${mistake ? 'en' : nothing}>${mistake ?? texts[state]}</bdi></span
        ><button type="button" part="action" class="action" @click=${retry}>${texts.retry}</button></p
      >`;
  }
}

function searchTemplate({ cards, query, found, texts }: View, { search }: Actions): TemplateResult {
  const onInput = ({ currentTarget }: Event): void => search((currentTarget as HTMLInputElement).value);
  const onKeyDown = (event: KeyboardEvent): void => {
    const field = event.currentTarget as HTMLInputElement;
    if (event.key !== 'Escape' || !field.value) return;
    // Not every browser clears the field, and a dialog around it should stay.
    event.preventDefault();
    field.value = '';
    search('');
  };
  return html`<div class="search"
    ><div class="field"
      ><svg viewBox="0 0 16 16" aria-hidden="true">
        <path d="M11 11l4 4M12 7A5 5 0 1 1 2 7a5 5 0 0 1 10 0z"></path></svg
      ><input
        type="search"
        part="search"
        aria-label=${texts.search}
        placeholder=${texts.search}
        autocomplete="off"
        ?disabled=${!cards}
        @input=${onInput}
        @keydown=${onKeyDown} /></div
    ><p role="status" class="muted"
      >${query && texts.results.replace('{count}', String(found.length))}</p
    ></div
  >`;
}

/** The place of a card that is on its way. */
function skeletonTemplate(): TemplateResult {
  return html`<div class="card skeleton"
    ><div class="head"><span class="logo"></span><span class="bone"></span></div
    ><div class="accounts"><span class="bone"></span></div><span class="bone wide"></span
  ></div>`;
}
