import { randomText } from './random-text.js';
import { signedState, type SignedStateOptions } from './signed-state.js';
import { stateCookie } from './state-cookie.js';

/** A signed state, and the cookie without which it is worth nothing. */
export interface CreatedState {
  /** For the button's `data-state`. */
  readonly state: string;
  /** Header `Set-Cookie` for the response that carries the state. */
  readonly setCookie: string;
}

/** How long a visitor has by default, in ms. */
const LIFETIME = 10 * 60_000;

/**
 * A new state without any storage: signed with HMAC-SHA256, and bound to the visitor's browser by a cookie. For sites
 * without sessions, and for places without a database.
 *
 * One use is a promise of the browser's: `verifySignedState()` clears the cookie, and with it every state of this browser.
 * Whoever kept a copy of both can use the state again until it expires. The authorization code is good for one use in
 * any case; where that is not enough, take `createState()` with a store.
 *
 * @param cookieHeader - the request's `Cookie`: a browser keeps its cookie, so that several open pages all work
 * @param options.lifetime - how long the visitor has, in ms. Default 10 minutes
 * @throws TypeError for a key of less than 32 bytes, and for an empty session
 * @see https://www.rfc-editor.org/rfc/rfc9700#section-4.7
 */
export async function createSignedState(
  cookieHeader: string | null | undefined,
  options: SignedStateOptions & { readonly lifetime?: number | undefined },
): Promise<CreatedState> {
  const { lifetime = LIFETIME, secure = true, now = Date.now } = options;
  const cookie = stateCookie.read(cookieHeader, secure) ?? randomText();
  const nonce = randomText();
  const binding = await signedState.bind(nonce, cookie, options);
  return {
    state: await signedState.write({ nonce, expires: now() + lifetime, binding }, options),
    setCookie: stateCookie.write(cookie, lifetime, secure),
  };
}
