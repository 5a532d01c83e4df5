import { awaitWidget } from './await-widget.js';
import { frameId } from './frame-id.js';
import type { WidgetOptions } from './widget-options.js';
import { frameUrl } from './widget-url.js';

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
