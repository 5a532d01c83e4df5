import { invalidConfiguration } from '../consent/errors.js';
import type { AuthorizationResponse } from '../consent/response.js';
import { own } from '../providers/own.js';
import { parseWebUrl } from '../providers/url.js';
import type { HostMessage, LoginMessage, Received } from './messages.js';

/**
 * Checks that a frame holds a widget.
 *
 * @throws AuthorizationError `invalid_configuration` if there is no frame, or its `src` has no origin to speak to
 */
export function checkFrame(frame: HTMLIFrameElement | null): void {
  if (!frame) throw invalidConfiguration('frame is missing: is the widget in the page already?');
  if (!originOf(frame)) {
    throw invalidConfiguration(`The frame's src must be the widget's URL, not "${frame.src}".`);
  }
}

/**
 * Listens to the widget in a frame. Any window may post to this page, and the widget posts to any origin, so only messages
 * from the frame's own window and from the exact origin of its `src` count.
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

/** Posts to the widget in a frame, and to nobody else who may be in that frame. */
export function postToFrame(frame: HTMLIFrameElement, message: HostMessage | LoginMessage): void {
  const origin = originOf(frame);
  // A frame starts with a blank page of this page's origin, and the browser would complain in the console.
  const isBlank = frame.contentDocument?.URL === 'about:blank';
  if (origin && !isBlank) frame.contentWindow?.postMessage(message, origin);
}

/**
 * Hands a login to the widget. This is the only place that posts a `callbackUri`: the widget takes any message with that key
 * for a login, and compares no state.
 *
 * @param redirectUri - the widget's own
 * @param response - its state is compared already
 */
export function postLogin(
  frame: HTMLIFrameElement,
  redirectUri: string,
  { code, state, codeVerifier }: Pick<AuthorizationResponse, 'code' | 'state' | 'codeVerifier'>,
): void {
  const url = new URL(redirectUri);
  for (const [name, value] of Object.entries({ code, state, code_verifier: codeVerifier })) {
    if (value) url.searchParams.set(name, value);
  }
  postToFrame(frame, { type: 'rc-adapter-authorization-code', callbackUri: url.href });
}

/** Read each time, as the page may load another widget into the frame. */
function originOf(frame: HTMLIFrameElement): string | undefined {
  return parseWebUrl(frame.src)?.origin;
}
