import { AuthorizationError } from '../consent/errors.js';
import { listenToFrame } from './frame.js';

/**
 * Waits until the widget in a frame is ready: until it tells for the first time whether somebody is logged in. What it is
 * told before is lost.
 *
 * @returns the frame; rejects with an AuthorizationError, `aborted`, when the signal fires before
 */
export function awaitWidget(
  frame: HTMLIFrameElement,
  signal: AbortSignal | undefined,
): Promise<HTMLIFrameElement> {
  const ended = new AbortController();
  return new Promise((resolve, reject) => {
    const abort = (): void => {
      ended.abort();
      reject(new AuthorizationError('aborted', { cause: signal?.reason }));
    };
    listenToFrame(frame, ended.signal, ({ type }) => {
      if (type !== 'rc-login-status-notify') return;
      ended.abort();
      resolve(frame);
    });
    signal?.addEventListener('abort', abort, { signal: ended.signal });
    if (signal?.aborted) abort();
  });
}
