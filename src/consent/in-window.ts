import type { Way } from './attempt.js';
import { listenForReport } from './channel.js';
import { openPopup, watchPopup } from './popup.js';
import { readMessage, readReport } from './response.js';

/** Options of `inWindow()`. */
export interface WindowOptions {
  /** A window that the click has opened already, at `about:blank`; `null` if the browser refused. Default: one is opened. */
  readonly popup?: Window | null | undefined;
  /** The way to take if the browser refuses the window. Default: the attempt ends with `popup_blocked`. */
  readonly otherwise?: Way | undefined;
}

/** Shows the consent page in a window, and listens to it and to the redirect page. */
export function inWindow({ popup: empty, otherwise }: WindowOptions = {}): Way {
  let popup: Window | null | undefined;
  return (stage) => {
    const { transaction, until, end } = stage;
    const { url, state } = transaction;
    const isFirst = !popup;
    popup = empty === undefined ? openPopup(url, stage.size) : empty;
    if (!popup) return (otherwise ?? refuse)(stage);
    empty?.location.replace(url);
    // It serves once.
    empty = undefined;
    watchPopup(popup, until, () => stage.close(), stage.onDetached);
    if (isFirst) {
      addEventListener('message', (event) => end(readMessage(event, popup, transaction)), { signal: until });
      listenForReport(state, until, (data) => end(readReport(data, transaction)));
      addEventListener('pagehide', () => stage.fail('aborted'), { signal: until });
      until.addEventListener('abort', () => popup?.close());
    }
    return () => popup?.focus();
  };
}

const refuse: Way = ({ fail }) => {
  fail('popup_blocked');
  return undefined;
};
