import { authorize } from '../consent/authorize.js';
import { invalidConfiguration } from '../consent/errors.js';
import { readQuery } from '../consent/response.js';
import { own } from '../providers/own.js';
import type { AuthorizationRequest } from '../providers/provider.js';
import { secureUrl } from '../providers/url.js';
import { checkFrame, listenToFrame, postLogin } from './frame.js';
import { type Notice, text } from './messages.js';
import { errorNotice, reportFailure } from './report-failure.js';

/** Options of `relayLogin()`. */
export interface RelayOptions {
  /** Further exact origins whose redirect page may report, besides this page's and the redirect URI's. */
  readonly allowedOrigins?: readonly string[] | undefined;
  /** The notice that the widget shows when a login failed; see `connectThirdPartyService()`. */
  readonly notice?: ((error: unknown) => Notice | undefined) | undefined;
}

/**
 * Opens the login window of a widget that was loaded with `disableLoginPopup`, compares the state of RingCentral's answer with
 * that of the widget's request, and hands the answer over.
 *
 * The widget asks by a message; the browser lets the page open a window in the handler of that message for as long as the
 * visitor's click in the frame counts: about 5 s in Chromium and Firefox, 1 s in WebKit. The redirect page reports with
 * `callback.js`. Only the newest login works, so another click in the widget cancels the former one.
 *
 * @returns `disconnect()` ends it, and any login under way
 * @throws AuthorizationError `invalid_configuration` if the widget was loaded without `disableLoginPopup` or `redirectUri`
 * @see https://ringcentral.github.io/ringcentral-embeddable/docs/integration/events
 */
export function relayLogin(frame: HTMLIFrameElement, options?: RelayOptions): { disconnect(): void } {
  const { allowedOrigins, notice = errorNotice } = own(options);
  checkFrame(frame);
  const widget = new URL(frame.src).searchParams;
  const redirectUri = widget.get('redirectUri');
  if (!redirectUri || !widget.get('disableLoginPopup')) {
    throw invalidConfiguration(
      'Load the widget with disableLoginPopup and redirectUri: otherwise it opens a window of its own.',
    );
  }
  const ended = new AbortController();
  let login: AbortController | undefined;

  const relay = async (oAuthUri: string): Promise<void> => {
    login?.abort();
    login = new AbortController();
    const { signal } = login;
    try {
      const request = loginRequest(oAuthUri, { redirectUri, allowedOrigins });
      const response = await authorize(request, { signal });
      // Meanwhile a newer click or disconnect() may have cancelled this login.
      if (!signal.aborted) postLogin(frame, redirectUri, response);
    } catch (error) {
      if (!signal.aborted) reportFailure(frame, error, notice);
    }
  };
  listenToFrame(frame, ended.signal, ({ type, oAuthUri }) => {
    if (type === 'rc-login-popup-notify') void relay(text(oAuthUri));
  });
  ended.signal.addEventListener('abort', () => login?.abort());
  return { disconnect: () => ended.abort() };
}

/** A request by the widget's own URL, which has the widget's state and PKCE challenge. */
function loginRequest(
  oAuthUri: string,
  answer: Pick<AuthorizationRequest, 'redirectUri' | 'allowedOrigins'>,
): AuthorizationRequest {
  return {
    ...answer,
    provider: 'ringcentral',
    mode: 'report',
    window: { width: 600, height: 700 },
    isConsentOrigin: () => false,
    prepare() {
      const { searchParams } = secureUrl('oAuthUri', oAuthUri);
      const { state, client_id: clientId, redirect_uri: redirectUri } = readQuery(searchParams);
      if (!state) throw new TypeError('oAuthUri has no state that could be compared.');
      if (redirectUri !== answer.redirectUri) {
        throw new TypeError('oAuthUri has another redirect_uri than the widget.');
      }
      return { url: oAuthUri, state, clientId, redirectUri };
    },
  };
}
