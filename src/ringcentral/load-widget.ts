import { AuthorizationError } from '../consent/errors.js';
import { listenToFrame } from './frame.js';
import { invalidConfiguration } from './invalid-configuration.js';
import type { WidgetOptions } from './widget-options.js';
import { adapterUrl, frameUrl } from './widget-url.js';

/**
 * Loads the widget by RingCentral's own script, which puts it into a box in the corner of the page. Where Trusted Types are
 * enforced, that script's URL needs a default policy of the page; `loadFrame()` needs none.
 *
 * @param settings.signal - ends the waiting
 * @returns the widget's frame, once the widget is ready; rejects with an AuthorizationError: `invalid_configuration`,
 * `unsupported_environment` where the script cannot be loaded, `aborted`
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
 * @param container - what the frame is appended to, at once
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

/** The script waits for the page's `load`, and says nothing when it has added its frame. */
function awaitFrame(
  id: string,
  script: HTMLScriptElement,
  signal: AbortSignal | undefined,
): Promise<HTMLIFrameElement> {
  const ended = new AbortController();
  return new Promise<HTMLIFrameElement>((resolve, reject) => {
    const observer = new MutationObserver(() => {
      const frame = document.getElementById(id);
      if (frame instanceof HTMLIFrameElement) resolve(frame);
    });
    const onError = (): void => {
      // Without its query, which may hold a code or a secret.
      const description = `${script.src.split('?', 1)[0] ?? ''} cannot be loaded.`;
      reject(new AuthorizationError('unsupported_environment', { description }));
    };
    const onAbort = (): void => reject(new AuthorizationError('aborted', { cause: signal?.reason }));
    observer.observe(document, { subtree: true, childList: true, attributeFilter: ['id'] });
    ended.signal.addEventListener('abort', () => observer.disconnect());
    script.addEventListener('error', onError, { signal: ended.signal });
    signal?.addEventListener('abort', onAbort, { signal: ended.signal });
    if (signal?.aborted) onAbort();
  }).finally(() => ended.abort());
}

/**
 * Waits until the widget in a frame is ready: until it tells for the first time whether somebody is logged in. What it is
 * told before is lost.
 *
 * @returns the frame; rejects with an AuthorizationError, `aborted`, when the signal fires before
 */
function awaitWidget(frame: HTMLIFrameElement, signal: AbortSignal | undefined): Promise<HTMLIFrameElement> {
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

/** Id of the widget's frame, as `adapter.js` gives it. */
function frameId(prefix: string | undefined): string {
  return `${prefix || 'rc-widget'}-adapter-frame`;
}
