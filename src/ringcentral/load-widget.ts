import { AuthorizationError, invalidConfiguration } from '../consent/errors.js';
import { own } from '../providers/own.js';
import { listenToFrame } from './frame.js';
import { adapterUrl, frameUrl, type WidgetOptions } from './widget-url.js';

/** How long the widget may take to get ready, in ms. It was seen to take 6 to 27 s. */
const PATIENCE = 60_000;

/** Settings of `loadAdapter()` and `loadFrame()`. */
export interface LoadSettings {
  /** Ends the waiting. */
  readonly signal?: AbortSignal | undefined;
  /** Time limit until the widget is ready, in ms; then it ends with `timeout`. Default 60,000. */
  readonly timeout?: number | undefined;
}

/**
 * Loads the widget with RingCentral's own script, which puts it into a box in the corner of the page. If the page enforces
 * Trusted Types, that script's URL needs a default policy; `loadFrame()` needs none.
 *
 * @returns the widget's frame, once the widget is ready; otherwise the script and its box are removed again, and the promise rejects with
 * an AuthorizationError: `invalid_configuration`, `unsupported_environment` if the script cannot be loaded, `timeout`, `aborted`
 */
export async function loadAdapter(
  options: WidgetOptions,
  settings?: LoadSettings,
): Promise<HTMLIFrameElement> {
  const id = frameId(options.prefix);
  if (document.getElementById(id)) {
    throw invalidConfiguration(
      `#${id} is in the page already: the script does nothing when it is loaded again.`,
    );
  }
  const script = Object.assign(document.createElement('script'), { src: adapterUrl(options) });
  const load: Load = (resolve, reject, ended) => {
    // The script waits for the page's `load`, and does not tell when it has added its frame.
    const observer = new MutationObserver(() => {
      const frame = document.getElementById(id);
      if (!(frame instanceof HTMLIFrameElement)) return;
      observer.disconnect();
      onReady(frame, ended, resolve);
    });
    const onError = (): void => {
      // Without its query, which may hold a code or a secret.
      const description = `${script.src.split('?', 1)[0] ?? ''} cannot be loaded.`;
      reject(new AuthorizationError('unsupported_environment', { description }));
    };
    observer.observe(document, { subtree: true, childList: true, attributeFilter: ['id'] });
    ended.addEventListener('abort', () => observer.disconnect());
    script.addEventListener('error', onError, { signal: ended });
    document.head.append(script);
  };
  return limited(settings, load, () => {
    script.remove();
    const frame = document.getElementById(id);
    // The box has the prefix for its id.
    (frame?.closest(`#${CSS.escape(boxId(options.prefix))}`) ?? frame)?.remove();
  });
}

/**
 * Loads the widget into a frame, 300 by 500 px unless the page's style says otherwise.
 *
 * @param container - the frame is appended to it at once
 * @returns the frame, once the widget is ready; otherwise the frame is removed again, and the promise rejects with an AuthorizationError:
 * `invalid_configuration`, `timeout`, `aborted`
 */
export async function loadFrame(
  container: Element,
  options: WidgetOptions,
  settings?: LoadSettings,
): Promise<HTMLIFrameElement> {
  const frame = Object.assign(document.createElement('iframe'), {
    id: frameId(options.prefix),
    title: 'RingCentral',
    src: frameUrl(options),
    width: '300',
    height: '500',
    allow: 'autoplay; microphone',
  });
  const load: Load = (resolve, _, ended) => {
    onReady(frame, ended, resolve);
    container.append(frame);
  };
  return limited(settings, load, () => frame.remove());
}

/** Starts to load; `ended` fires when that has come to an end. */
type Load = (
  resolve: (frame: HTMLIFrameElement) => void,
  reject: (error: AuthorizationError) => void,
  ended: AbortSignal,
) => void;

/** Calls back when the widget first tells whether somebody is logged in. Earlier messages to it are lost. */
function onReady(
  frame: HTMLIFrameElement,
  signal: AbortSignal,
  callback: (frame: HTMLIFrameElement) => void,
): void {
  listenToFrame(frame, signal, ({ type }) => {
    if (type === 'rc-login-status-notify') callback(frame);
  });
}

/**
 * Loads within the limits of time and of the page's signal.
 *
 * @param undo - removes what was added, when it has failed
 */
async function limited(
  settings: LoadSettings | undefined,
  load: Load,
  undo: () => void,
): Promise<HTMLIFrameElement> {
  const { signal, timeout = PATIENCE } = own(settings);
  // Browsers take a longer delay for none.
  if (typeof timeout !== 'number' || !(timeout > 0 && timeout < 2 ** 31)) {
    throw invalidConfiguration('timeout must be a number of milliseconds, from 1 to 2147483647.');
  }
  const ended = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return await new Promise((resolve, reject) => {
      const abort = (): void => reject(new AuthorizationError('aborted', { cause: signal?.reason }));
      if (signal?.aborted) {
        abort();
        return;
      }
      signal?.addEventListener('abort', abort, { signal: ended.signal });
      timer = setTimeout(() => reject(lateError(timeout)), timeout);
      load(resolve, reject, ended.signal);
    });
  } catch (error) {
    undo();
    throw error;
  } finally {
    clearTimeout(timer);
    ended.abort();
  }
}

function lateError(timeout: number): AuthorizationError {
  const description =
    `RingCentral's widget was not ready within ${timeout} ms. It never is where the browser blocks the storage of third parties: ` +
    'have the visitor allow it for the widget, or serve the widget from your own site, with base. Over a slow connection, raise timeout.';
  return new AuthorizationError('timeout', { description });
}

/** Id of the box that `adapter.js` adds. */
function boxId(prefix: string | undefined): string {
  return prefix || 'rc-widget';
}

/** Id of the widget's frame, as `adapter.js` gives it. */
function frameId(prefix: string | undefined): string {
  return `${boxId(prefix)}-adapter-frame`;
}
