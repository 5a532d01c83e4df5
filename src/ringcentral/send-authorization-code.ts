import { AuthorizationError } from '../consent/errors.js';
import { type AuthorizationResponse, isVerified } from '../consent/response.js';
import { own } from '../providers/own.js';
import type { AuthorizationRequest } from '../providers/provider.js';
import { checkVerifier } from './widget-options.js';
import { checkFrame } from './frame.js';
import { invalidConfiguration } from './invalid-configuration.js';
import { postCallback } from './post-callback.js';

/**
 * Logs the widget in with a code that the page has got. The widget must be ready, as `loadAdapter()` and `loadFrame()` tell,
 * and not be logged in.
 *
 * The widget compares nothing. So this does, before anything is relayed: the state with the one that was sent, and the
 * widget's `redirectUri` and `clientId` with those of the request. Whether the code and its verifier are good, only RingCentral
 * knows: the widget then shows a notice, or tells `rc-login-status-notify`.
 *
 * @example
 * ```ts
 * const request = ringcentral({ clientId, redirectUri });
 * button.onclick = async () => {
 *   sendAuthorizationCode(frame, await authorize(request), request);
 * };
 * ```
 * @param response - the very object from `authorize()`, `completeAuthorization()` or a button's `crm-oauth-success`, which have
 * compared its state; any other one, a copy included, needs the state that was sent as `request.state`
 * @param request - the request whose response it is. Its `state`, where it has one of its own, is compared in any case: take it
 * from where it was kept when it was sent, never from the response
 * @throws AuthorizationError `state_mismatch`, `invalid_response` where there is no code, `invalid_configuration`
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
  postCallback(frame, redirectUri, { code, state, code_verifier: codeVerifier });
}
