import type { Captions } from './captions.js';
import type { ButtonStatus } from './events.js';
import { element } from './element.js';

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

/** What the visitor can do. */
export interface Actions {
  readonly click: () => void;
  readonly cancel: () => void;
  readonly reopen: () => void;
}

/** What stands below the button: how things are, and what the visitor can do about it. */
export function createMessage(
  { status, texts, account, url }: Message,
  { cancel, reopen }: Actions,
): (string | HTMLElement)[] {
  const action = (text: string, onclick: () => void): HTMLElement =>
    element('button', { type: 'button', part: 'action', className: 'action', onclick }, text);
  // No opener: the attempt is over, and the redirect page is on its own there.
  const tab = { href: url, target: '_blank', rel: 'noopener', part: 'action', className: 'action' };
  switch (status) {
    case 'idle':
      return [];
    case 'waiting':
      return [texts.waiting];
    case 'detached':
      return [texts.waiting, action(texts.cancel, cancel), action(texts.reopen, reopen)];
    case 'blocked':
      return [texts.blocked, element('a', tab, texts.link)];
    case 'authorized':
      // Isolated, as it may be written in another direction (UAX #9).
      return [
        account ? texts.connectedAs.replace('{account}', () => `\u2068${account}\u2069`) : texts.connected,
      ];
    case 'denied':
      return [texts.denied];
    case 'error':
      return [texts.error];
  }
}
