import { CallbackError } from './callback-error.js';
import { isEqual } from './is-equal.js';
import { signedState, type SignedStateOptions } from './signed-state.js';
import { stateCookie } from './state-cookie.js';

/** A state that was good, and how its cookie ends. */
export interface VerifiedState {
  readonly state: string;
  /** Header `Set-Cookie` that clears the cookie: send it with the response, as that is what ends the state's use. */
  readonly setCookie: string;
}

/**
 * Verifies a signed state that came back with the redirect.
 *
 * @param state - the parameter `state`, whatever a framework made of it
 * @param cookieHeader - the request's `Cookie`
 * @param options - the same key, session and `secure` as for `createSignedState()`
 * @throws CallbackError `state_mismatch` where it was not issued here, to this browser and to this session;
 *   `state_expired`
 * @throws TypeError for an empty session
 */
export async function verifySignedState(
  state: unknown,
  cookieHeader: string | null | undefined,
  options: SignedStateOptions,
): Promise<VerifiedState> {
  const { secure = true, now = Date.now } = options;
  const signed = await signedState.read(state, options);
  const cookie = stateCookie.read(cookieHeader, secure);
  if (!signed || !cookie || !isEqual(signed.binding, await signedState.bind(signed.nonce, cookie, options))) {
    throw new CallbackError('state_mismatch', 'The state was not issued to this browser.');
  }
  if (signed.expires <= now()) throw new CallbackError('state_expired', 'The state has expired.');
  return { state: state as string, setCookie: stateCookie.write('', 0, secure) };
}
