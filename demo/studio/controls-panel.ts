import { html, type TemplateResult } from 'lit';
import type { Address } from './address.js';
import { controlGroups } from './control-groups.js';
import { controlRow } from './control-row.js';
import { settingsAt } from './settings-at.js';
import type { Actions, State } from './state.js';

/** A control for everything that can be set. The groups that a story is about are open. */
export function controlsPanel({ place }: State, address: Address, actions: Actions): TemplateResult {
  const { story, settings } = address;
  const initial = settingsAt({ story, settings: {} }, place);
  const current = settingsAt(address, place);
  const changes = Object.keys(settings).length;
  return html`<div class="controls">
    <div class="panelbar">
      <p class="hint">
        ${changes === 0 ? 'As the story begins' : changes === 1 ? '1 control changed' : `${changes} controls changed`}
      </p>
      <button type="button" class="link" ?disabled=${changes === 0} @click=${() => actions.resetControls()}>
        Reset all
      </button>
    </div>
    ${controlGroups.map(({ title, controls }, index) => {
      const isAbout = controls.some(({ property }) => property in initial && property !== 'server');
      const changed = controls.filter(({ property }) => property in settings).length;
      return html`<details ?open=${index === 0 || isAbout || changed > 0}>
        <summary>
          <h2>${title}</h2>
          ${changed > 0 ? html`<span class="badge">${changed}<span class="hidden"> changed</span></span>` : ''}
        </summary>
        ${controls.map((control) => {
          const { property } = control;
          return controlRow(control, current[property] ?? control.default, property in settings, (value) =>
            actions.set({ [property]: value }),
          );
        })}
      </details>`;
    })}
  </div>`;
}
