import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Actions, State } from './state.js';

/** The search field, and how much it has found. */
export function searchField(
  { query }: Pick<State, 'query'>,
  found: number,
  { show }: Pick<Actions, 'show'>,
): TemplateResult {
  const said =
    found === 0 ? `No story has “${query.trim()}”.` : `${found} ${found === 1 ? 'story' : 'stories'}`;
  return html`<form role="search" class="search" @submit=${openFirst}>
    <label class="hidden" for="search">Search the stories</label>
    <input
      id="search"
      type="search"
      autocomplete="off"
      spellcheck="false"
      placeholder="Search"
      aria-keyshortcuts="/"
      .value=${live(query)}
      @input=${({ target }: Event) => show({ query: (target as HTMLInputElement).value })}
    />
    <kbd aria-hidden="true">/</kbd>
    <p role="status" class="hint">${query.trim() && said}</p>
  </form>`;
}

/** Arrow keys, Home and End move between the field and the links, as they do in tabs; Escape clears. */
export function moveInSearch(event: KeyboardEvent, { show }: Pick<Actions, 'show'>): void {
  const [field, ...links] = [...(event.currentTarget as Element).querySelectorAll<HTMLElement>('#search, a')];
  const items = [field, ...links];
  const index = items.indexOf(event.target as HTMLElement);
  const last = items.length - 1;
  const isInField = index === 0;
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: index === last ? 0 : index + 1,
    ArrowUp: isInField ? last : index - 1,
    // In the field they move the caret.
    ...(!isInField && { Home: 1, End: last }),
    Escape: 0,
  };
  const target = items[targets[event.key] ?? -1];
  if (!target) return;
  event.preventDefault();
  if (event.key === 'Escape') show({ query: '' });
  target.focus();
}

/** `/` leads to the field from wherever nobody types. */
export function goToSearch(event: KeyboardEvent, { show }: Pick<Actions, 'show'>): void {
  const { key, ctrlKey, metaKey, altKey, target } = event;
  const isTyping = (target as Element).closest('input:not([type=radio], [type=checkbox]), select, textarea');
  const field = document.querySelector<HTMLInputElement>('#search');
  if (key !== '/' || ctrlKey || metaKey || altKey || isTyping || !field) return;
  event.preventDefault();
  // On narrow screens it is in the menu.
  if (!field.checkVisibility()) show({ isMenuOpen: true });
  field.select();
}

/** Enter opens the first story of the list. */
function openFirst(event: Event): void {
  event.preventDefault();
  document.querySelector<HTMLElement>('#stories nav a')?.click();
}
