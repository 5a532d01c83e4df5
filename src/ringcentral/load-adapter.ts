import { AuthorizationError } from '../consent/errors.js';
import { awaitWidget } from './await-widget.js';
import { frameId } from './frame-id.js';
import { invalidConfiguration } from './invalid-configuration.js';
import type { WidgetOptions } from './widget-options.js';
import { adapterUrl } from './widget-url.js';

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
