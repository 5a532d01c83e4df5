import { postToFrame } from './frame.js';

/**
 * Hands a login to the widget. The only place that posts a `callbackUri`: the widget takes any message with that key for a
 * login, and compares no state.
 *
 * @param redirectUri - the widget's own
 * @param parameters - of the authorization response, checked
 */
export function postCallback(
  frame: HTMLIFrameElement,
  redirectUri: string,
  parameters: Readonly<Record<string, string | undefined>>,
): void {
  const url = new URL(redirectUri);
  for (const [name, value] of Object.entries(parameters)) {
    if (value) url.searchParams.set(name, value);
  }
  postToFrame(frame, { type: 'rc-adapter-authorization-code', callbackUri: url.href });
}
