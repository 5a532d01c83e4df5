import { html, nothing, type TemplateResult } from 'lit';
import { stories } from '../stories/stories.js';
import type { Actions, State } from './state.js';
import { icons, mark } from './studio-icons.js';

/** The stories, in groups. On narrow screens they are behind a button. */
export function sidebar({ address, isMenuOpen, place, release }: State, { show }: Actions): TemplateResult {
  const groups = [...new Set(stories.map(({ group }) => group))];
  const close = (): void => show({ isMenuOpen: false });
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
    <nav id="stories" aria-label="Stories">
      ${groups.map(
        (group, index) =>
          html`<h2 id="group-${index}">${group}</h2>
            <ul aria-labelledby="group-${index}">
              ${stories
                .filter((story) => story.group === group)
                .map(
                  ({ id, title }) =>
                    html`<li>
                      <a
                        href="#/${id}"
                        aria-current=${id === address?.story.id ? 'page' : 'false'}
                        @click=${close}
                        >${title}</a
                      >
                    </li>`,
                )}
            </ul>`,
      )}
    </nav>
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
