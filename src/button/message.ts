import type { Captions } from './captions.js';
import type { ButtonStatus } from './events.js';
import { html, nothing, type TemplateResult } from './lit.js';

/** What the line below the button is about. */
export interface Message {
  readonly status: ButtonStatus;
  readonly language: string;
  readonly texts: Captions;
  /** The account that is connected. */
  readonly account: string;
  /** URL of the consent page, for a tab instead of a window. */
  readonly url: string;
}

/** What the visitor can do in that line. */
export interface MessageActions {
  readonly cancel: () => void;
  readonly reopen: () => void;
}

/** What stands below the button: how things are, and what the visitor can do about it. */
export function messageTemplate(
  { status, texts, account, url }: Message,
  { cancel, reopen }: MessageActions,
): TemplateResult | string | typeof nothing {
  const action = (text: string, onClick: () => void): TemplateResult =>
    html`<button type="button" part="action" class="action" @click=${onClick}>${text}</button>`;
  switch (status) {
    case 'idle':
      return nothing;
    case 'waiting':
      return texts.waiting;
    case 'detached':
      return html`${texts.waiting}${action(texts.cancel, cancel)}${action(texts.reopen, reopen)}`;
    case 'blocked':
      // No opener: the attempt is over, and the redirect page is on its own there.
      return html`${texts.blocked}<a href=${url} target="_blank" rel="noopener" part="action" class="action"
          >${texts.link}</a
        >`;
    case 'authorized':
      // Isolated, as it may be written in another direction (UAX #9).
      return account
        ? texts.connectedAs.replace('{account}', () => `\u2068${account}\u2069`)
        : texts.connected;
    case 'denied':
      return texts.denied;
    case 'error':
      return texts.error;
  }
}
