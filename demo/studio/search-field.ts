import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Actions, State } from './state.js';

/** A shortcut of a single character would get in the way of those who speak to their computer (WCAG 2.1, 2.1.4). */
const [MODIFIER, SHORTCUT] = /^(?:Mac|iP)/.test(navigator.platform)
  ? (['Meta', '⌘K'] as const)
  : (['Control', 'Ctrl K'] as const);

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
      aria-keyshortcuts="${MODIFIER}+K"
      .value=${live(query)}
      @input=${({ target }: Event) => show({ query: (target as HTMLInputElement).value })}
    />
    <kbd aria-hidden="true">${SHORTCUT}</kbd>
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

/** The shortcut leads to the field, from another field as well. */
export function goToSearch(event: KeyboardEvent, { show }: Pick<Actions, 'show'>): void {
  const field = document.querySelector<HTMLInputElement>('#search');
  if (event.key.toLowerCase() !== 'k' || !event.getModifierState(MODIFIER) || !field) return;
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
