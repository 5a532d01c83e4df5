import { own } from '../providers/own.js';
import { checkWidgetOptions, type WidgetOptions } from './widget-options.js';

/** Where RingCentral hosts the widget. */
const HOSTED = 'https://apps.ringcentral.com/integration/ringcentral-embeddable/latest/';

/**
 * URL of the script that puts the widget into a page.
 *
 * @throws AuthorizationError `invalid_configuration` where an option is missing or wrong
 * @see https://ringcentral.github.io/ringcentral-embeddable/docs/integration/authorization
 */
export function adapterUrl(options: WidgetOptions): string {
  return widgetUrl('adapter.js', options);
}

/**
 * URL of the widget itself, for a frame.
 *
 * @throws AuthorizationError `invalid_configuration` where an option is missing or wrong
 * @see https://ringcentral.github.io/ringcentral-embeddable/docs/integration/authorization
 */
export function frameUrl(options: WidgetOptions): string {
  return widgetUrl('app.html', options);
}

function widgetUrl(file: string, options: WidgetOptions): string {
  const given = own(options);
  checkWidgetOptions(given);
  const { base = HOSTED, parameters, disableLoginPopup, ...named } = given;
  const url = new URL(base);
  url.pathname = `${url.pathname.replace(/\/$/, '')}/${file}`;
  const query = { ...parameters, ...named, disableLoginPopup: disableLoginPopup ? '1' : undefined };
  for (const [name, value] of Object.entries(query)) {
    // Empty counts as absent, in the widget as well.
    if (value) url.searchParams.set(name, value);
  }
  return url.href;
}
