import { AuthorizationError, invalidConfiguration } from '../consent/errors.js';
import { listenToFrame } from './frame.js';
import { adapterUrl, frameUrl, type WidgetOptions } from './widget-url.js';

/**
 * Loads the widget with RingCentral's own script, which puts it into a box in the corner of the page. If the page enforces
 * Trusted Types, that script's URL needs a default policy; `loadFrame()` needs none.
 *
 * @param settings.signal - ends the waiting
 * @returns the widget's frame, once the widget is ready; rejects with an AuthorizationError: `invalid_configuration`,
 * `unsupported_environment` if the script cannot be loaded, `aborted`
 */
export async function loadAdapter(
  options: WidgetOptions,
  settings: { readonly signal?: AbortSignal } = {},
): Promise<HTMLIFrameElement> {
  const id = frameId(options.prefix);
  if (document.getElementById(id)) {
    throw invalidConfiguration(
      `#${id} is in the page already: the script does nothing when it is loaded again.`,
    );
  }
  const script = Object.assign(document.createElement('script'), { src: adapterUrl(options) });
  const frame = awaitFrame(id, script, settings.signal);
  document.head.append(script);
  return awaitWidget(await frame, settings.signal);
}

/**
 * Loads the widget into a frame, 300 by 500 px unless the page's style says otherwise.
 *
 * @param container - the frame is appended to it at once
 * @param settings.signal - ends the waiting
 * @returns the frame, once the widget is ready; rejects with an AuthorizationError: `invalid_configuration`, `aborted`
 */
export async function loadFrame(
  container: Element,
  options: WidgetOptions,
  settings: { readonly signal?: AbortSignal } = {},
): Promise<HTMLIFrameElement> {
  const frame = Object.assign(document.createElement('iframe'), {
    id: frameId(options.prefix),
    title: 'RingCentral',
    src: frameUrl(options),
    width: '300',
    height: '500',
    allow: 'autoplay; microphone',
  });
  const ready = awaitWidget(frame, settings.signal);
  container.append(frame);
  return ready;
}

/** The script waits for the page's `load`, and does not tell when it has added its frame. */
function awaitFrame(
  id: string,
  script: HTMLScriptElement,
  signal: AbortSignal | undefined,
): Promise<HTMLIFrameElement> {
  return abortable(signal, (resolve, reject, ended) => {
    const observer = new MutationObserver(() => {
      const frame = document.getElementById(id);
      if (frame instanceof HTMLIFrameElement) resolve(frame);
    });
    const onError = (): void => {
      // Without its query, which may hold a code or a secret.
      const description = `${script.src.split('?', 1)[0] ?? ''} cannot be loaded.`;
      reject(new AuthorizationError('unsupported_environment', { description }));
    };
    observer.observe(document, { subtree: true, childList: true, attributeFilter: ['id'] });
    ended.addEventListener('abort', () => observer.disconnect());
    script.addEventListener('error', onError, { signal: ended });
  });
}

/**
 * Waits until the widget in a frame is ready, that is, until it first tells whether somebody is logged in. Earlier messages to
 * it are lost.
 *
 * @returns the frame; rejects with an AuthorizationError, `aborted`, when the signal fires first
 */
function awaitWidget(frame: HTMLIFrameElement, signal: AbortSignal | undefined): Promise<HTMLIFrameElement> {
  return abortable(signal, (resolve, _, ended) => {
    listenToFrame(frame, ended, ({ type }) => {
      if (type === 'rc-login-status-notify') resolve(frame);
    });
  });
}

/**
 * Makes a promise that rejects with `aborted` if the signal fires before it settles.
 *
 * @param start - receives a signal of its own, which fires when the promise settles: then nothing may be left behind
 */
function abortable<T>(
  signal: AbortSignal | undefined,
  start: (
    resolve: (value: T) => void,
    reject: (error: AuthorizationError) => void,
    ended: AbortSignal,
  ) => void,
): Promise<T> {
  const ended = new AbortController();
  return new Promise<T>((resolve, reject) => {
    const abort = (): void => reject(new AuthorizationError('aborted', { cause: signal?.reason }));
    start(resolve, reject, ended.signal);
    signal?.addEventListener('abort', abort, { signal: ended.signal });
    if (signal?.aborted) abort();
  }).finally(() => ended.abort());
}

/** Id of the widget's frame, as `adapter.js` gives it. */
function frameId(prefix: string | undefined): string {
  return `${prefix || 'rc-widget'}-adapter-frame`;
}
