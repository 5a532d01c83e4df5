import { AuthorizationError, invalidConfiguration } from '../consent/errors.js';
import { type AuthorizationResponse, isVerified } from '../consent/response.js';
import { own } from '../providers/own.js';
import type { AuthorizationRequest } from '../providers/provider.js';
import { checkFrame, postLogin } from './frame.js';
import { checkVerifier } from './widget-url.js';

/**
 * Logs the widget in with a code that the page has obtained. The widget must be ready, that is, `loadAdapter()` or
 * `loadFrame()` has resolved, and must not be logged in.
 *
 * The widget compares nothing, so this function does, before it relays anything: the state with the one that was sent, and the
 * widget's `redirectUri` and `clientId` with those of the request. Only RingCentral knows whether the code and its verifier are
 * good: the widget then shows a notice, or posts `rc-login-status-notify`.
 *
 * @example
 * ```ts
 * const request = ringcentral({ clientId, redirectUri });
 * button.onclick = async () => {
 *   sendAuthorizationCode(frame, await authorize(request), request);
 * };
 * ```
 * @param response - the very object from `authorize()`, `completeAuthorization()` or a button's `crm-oauth-success`, which have
 * compared its state; any other object, even a copy, needs the state that was sent as `request.state`
 * @param request - the request for this response. Its `state`, if it has one, is always compared: take it from where you stored it
 * when you sent it, never from the response
 * @throws AuthorizationError `state_mismatch`, `invalid_response` if there is no code, `invalid_configuration`
 */
export function sendAuthorizationCode(
  frame: HTMLIFrameElement,
  response: Pick<AuthorizationResponse, 'code' | 'state' | 'codeVerifier'> & Partial<AuthorizationResponse>,
  request: Pick<AuthorizationRequest, 'redirectUri' | 'clientId' | 'state'>,
): void {
  checkFrame(frame);
  const { code, state, codeVerifier } = response;
  const { state: sent, redirectUri = '', clientId = '' } = own(request);
  if (sent ? sent !== state : !isVerified(response)) {
    const description = sent
      ? 'The state of the response is not the one that was sent: the code may be an attacker’s.'
      : 'The state that was sent is unknown: give it as request.state, or the very response of authorize().';
    throw new AuthorizationError('state_mismatch', { description });
  }
  if (!code) throw new AuthorizationError('invalid_response', { description: 'The response has no code.' });

  const widget = new URL(frame.src).searchParams;
  for (const [name, value] of Object.entries({ redirectUri, clientId })) {
    const given = widget.get(name) ?? '';
    if (value && value === given) continue;
    throw invalidConfiguration(
      `${name} must be the same for the widget and for the request: it is "${given}" in the frame's src, and "${value}" in the request.`,
    );
  }
  // With a client secret there is no PKCE.
  if (codeVerifier || !widget.get('clientSecret')) checkVerifier('response.codeVerifier', codeVerifier);
  postLogin(frame, redirectUri, { code, state, codeVerifier });
}
