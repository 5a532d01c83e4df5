import { html, nothing, type TemplateResult } from 'lit';
import { FORMATS } from '../snippets/formats.js';
import { secretsAt, settingsAt, type Address } from '../shared/address.js';
import { type CopyButton, copyButton, switchControl } from './form-controls.js';
import { highlight, prose } from './marked-text.js';
import type { Actions, State } from './state.js';
import { tabList } from './tabs.js';

const COPY: CopyButton = { className: 'button primary', icon: 'copy', caption: 'Copy', done: 'Copied' };

/** The button of the canvas, written in one of several ways. */
export function snippetPanel(state: State, address: Address, actions: Actions): TemplateResult {
  const { place, release, format, isForSandbox } = state;
  const [secret] = secretsAt(address);
  const settings = settingsAt(address, place);
  const { language, write } = FORMATS[format];
  const snippet = write({ story: address.story, settings, place, release, isForSandbox });
  return html`<div class="snippet">
    ${tabList({
      id: 'format',
      label: 'Form of the snippet',
      className: 'chips',
      current: format,
      tabs: Object.entries(FORMATS).map(([name, { caption }]) => [name as typeof format, caption] as const),
      choose: (chosen) => actions.show({ format: chosen }),
    })}
    <div id="format-panel" role="tabpanel" aria-labelledby="format-${format}">
      ${
        secret
          ? html`<p class="empty">
              <code>${secret}</code> looks like a secret. Take it out of there, and the snippet is back.
            </p>`
          : snippet.text === undefined
            ? html`<p class="empty">${prose(snippet.note)}</p>`
            : html`<div class="panelbar">
                  <p class="hint">${prose(snippet.note)}</p>
                  ${copyButton(snippet.text, COPY, state, actions)}
                </div>
                <pre
                  tabindex="0"
                  role="region"
                  aria-label="Snippet"
                ><code>${highlight(snippet.text, language)}</code></pre>`
      }
    </div>
    ${
      place.isServed
        ? html`<div class="panelfoot">
            ${switchControl({
              id: 'for-sandbox',
              isOn: isForSandbox,
              label: 'For this sandbox',
              set: (isOn) => actions.show({ isForSandbox: isOn }),
            })}
          </div>`
        : nothing
    }
  </div>`;
}
