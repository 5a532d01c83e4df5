import type { Captions } from './captions.js';
import type { ButtonStatus } from './events.js';
import { element } from './element.js';

/** What the visitor can do below the button. */
export interface Actions {
  /** URL of the consent page, for a tab instead of a window. */
  readonly url: string;
  readonly cancel: () => void;
  readonly reopen: () => void;
}

/** What stands below the button in a status that asks something of the visitor; nothing in the others. */
export function createMessage(
  status: ButtonStatus,
  captions: Captions,
  actions: Actions,
): (string | HTMLElement)[] {
  const action = (text: string, onclick: () => void): HTMLElement =>
    element('button', { type: 'button', part: 'action', className: 'action', onclick }, text);
  if (status === 'detached') {
    const { detached, cancel, reopen } = captions;
    return [detached, action(cancel, actions.cancel), action(reopen, actions.reopen)];
  }
  if (status === 'blocked') {
    // No opener: the attempt is over, and the redirect page is on its own there.
    const link = {
      href: actions.url,
      target: '_blank',
      rel: 'noopener',
      part: 'action',
      className: 'action',
    };
    return [captions.blocked, element('a', link, captions.link)];
  }
  return [];
}
