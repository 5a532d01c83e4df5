import { own } from '../providers/own.js';
import { parseWebUrl } from '../providers/url.js';
import { invalidConfiguration } from './invalid-configuration.js';
import { type HostMessage, type LoginMessage, type Received } from './messages.js';

/**
 * Checks that a frame holds a widget.
 *
 * @throws AuthorizationError `invalid_configuration` where there is no frame, or its `src` has no origin to speak to
 */
export function checkFrame(frame: HTMLIFrameElement | null): void {
  if (!frame) throw invalidConfiguration('frame is missing: is the widget in the page already?');
  if (!originOf(frame)) {
    throw invalidConfiguration(`The frame's src must be the widget's URL, not "${frame.src}".`);
  }
}

/**
 * Listens to what the widget in a frame says. Any window may post to this page, and the widget posts to any origin: what
 * counts is what comes from the frame's own window and from the exact origin of its `src`.
 */
export function listenToFrame(
  frame: HTMLIFrameElement,
  signal: AbortSignal,
  onMessage: (message: Received) => void,
): void {
  addEventListener(
    'message',
    ({ data, origin, source }: MessageEvent<unknown>) => {
      const isTheirs = source && source === frame.contentWindow && origin === originOf(frame);
      if (isTheirs) onMessage(own(data));
    },
    { signal },
  );
}

/** Tells the widget in a frame something, and nobody else who may be in that frame. */
export function postToFrame(frame: HTMLIFrameElement, message: HostMessage | LoginMessage): void {
  const origin = originOf(frame);
  // A frame begins with a blank page, which is not the widget's: the browser would complain in the console.
  const isBlank = frame.contentDocument?.URL === 'about:blank';
  if (origin && !isBlank) frame.contentWindow?.postMessage(message, origin);
}

/** Read anew each time: the page may give the frame another widget. */
function originOf(frame: HTMLIFrameElement): string | undefined {
  return parseWebUrl(frame.src)?.origin;
}
