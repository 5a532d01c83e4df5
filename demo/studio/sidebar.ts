import { html, nothing, type TemplateResult } from 'lit';
import { findStories } from '../shared/search.js';
import { stories } from '../stories/stories.js';
import type { Story } from '../stories/story.js';
import { moveInSearch, searchField } from './search-field.js';
import type { Actions, State } from './state.js';
import { icons, mark } from './studio-icons.js';

/** The stories, in groups, or those that a search finds. On narrow screens they are behind a button. */
export function sidebar(state: State, actions: Actions): TemplateResult {
  const { address, isMenuOpen, place, query, release } = state;
  const { show } = actions;
  const found = findStories(query);
  const groups = query.trim() ? [] : [...new Set(stories.map(({ group }) => group))];
  const close = (): void => {
    show({ isMenuOpen: false });
    // What had the focus is hidden.
    if (isMenuOpen) document.getElementById('main')?.focus();
  };
  const links = (shown: readonly Story[]): readonly TemplateResult[] =>
    shown.map(
      ({ id, title }) =>
        html`<li>
          <a href="#/${id}" aria-current=${id === address?.story.id ? 'page' : 'false'} @click=${close}
            >${title}</a
          >
        </li>`,
    );
  return html`<header class="sidebar ${isMenuOpen ? 'open' : ''}">
    <div class="brandline">
      <a class="brand" href="#/" @click=${close}>${mark}<span>crm-oauth-button</span></a>
      <button
        type="button"
        class="tool menu"
        aria-expanded=${isMenuOpen}
        aria-controls="stories"
        @click=${() => show({ isMenuOpen: !isMenuOpen })}
      >
        ${isMenuOpen ? icons.close : icons.menu}<span class="hidden">Stories</span>
      </button>
    </div>
    <div id="stories" @keydown=${(event: KeyboardEvent) => moveInSearch(event, actions)}>
      ${searchField(state, found.length, actions)}
      <nav aria-label="Stories">
        ${
          groups.length > 0
            ? groups.map(
                (group, index) =>
                  html`<h2 id="group-${index}">${group}</h2>
                    <ul aria-labelledby="group-${index}">
                      ${links(stories.filter((story) => story.group === group))}
                    </ul>`,
              )
            : html`<ul aria-label="Found">
                ${links(found)}
              </ul>`
        }
      </nav>
    </div>
    <p class="release">
      Version ${release.version}
      ${
        place.isServed
          ? html`<a href="settings">Shop settings</a>
              <a href=${place.sandbox} target="_blank"
                >Sandbox ${icons.open}<span class="hidden"> (new tab)</span></a
              >`
          : nothing
      }
    </p>
  </header>`;
}
