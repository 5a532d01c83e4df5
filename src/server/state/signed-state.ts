import { CallbackError } from '../callback-error.js';
import { isEqual, randomText } from '../crypto.js';
import { type CurrentState, LIFETIME } from './session-state.js';
import { bindState, readState, type SignedStateOptions, writeState } from './state-signature.js';

/** A signed state, and the cookie without which it is worth nothing. */
export interface CreatedState {
  /** For the button's `data-state`. */
  readonly state: string;
  /** Header `Set-Cookie` for the response that carries the state. */
  readonly setCookie: string;
}

/** A state that passed verification. */
export interface VerifiedState {
  readonly state: string;
  /** Header `Set-Cookie` that clears the cookie: send it with the response, since only that ends the use of the state. */
  readonly setCookie: string;
}

/**
 * Creates a state that needs no storage: signed with HMAC-SHA256, and bound to the visitor's browser by a cookie. For sites
 * without sessions, and for places without a database.
 *
 * That it is used once depends on the browser: `verifySignedState()` clears the cookie, and with it every state of this
 * browser. Whoever keeps a copy of both can use the state again until it expires. The authorization code is good for one use
 * in any case; if that is not enough, use `issueState()` with a store.
 *
 * @param cookieHeader - the request's `Cookie`: a browser keeps its cookie, so that all its open pages work
 * @param options.lifetime - how long the visitor has, in ms. Default 10 minutes
 * @throws TypeError for a key of less than 32 bytes, and for an empty session
 * @see https://www.rfc-editor.org/rfc/rfc9700#section-4.7
 */
export async function createSignedState(
  cookieHeader: string | null | undefined,
  options: SignedStateOptions & { readonly lifetime?: number | undefined },
): Promise<CreatedState> {
  const { lifetime = LIFETIME, secure = true, now = Date.now } = options;
  const cookie = readCookie(cookieHeader, secure) ?? randomText();
  const nonce = randomText();
  const binding = await bindState(nonce, cookie, options);
  return {
    state: await writeState({ nonce, expires: now() + lifetime, binding }, options),
    setCookie: writeCookie(cookie, lifetime, secure),
  };
}

/**
 * Verifies a signed state that came back with the redirect.
 *
 * @param state - the parameter `state`, in any form that a framework gives it
 * @param cookieHeader - the request's `Cookie`
 * @param options - the same key, session, client and `secure` as for `createSignedState()`
 * @throws CallbackError `state_mismatch` if it was not issued here, to this browser, to this session and for this client;
 *   `state_expired`
 * @throws TypeError for an empty session
 */
export async function verifySignedState(
  state: unknown,
  cookieHeader: string | null | undefined,
  options: SignedStateOptions,
): Promise<VerifiedState> {
  const { secure = true, now = Date.now } = options;
  const signed = await readState(state, options);
  const cookie = readCookie(cookieHeader, secure);
  if (!signed || !cookie || !isEqual(signed.binding, await bindState(signed.nonce, cookie, options))) {
    throw new CallbackError('state_mismatch', 'The state was not issued to this browser.');
  }
  if (signed.expires <= now()) throw new CallbackError('state_expired', 'The state has expired.');
  return { state: state as string, setCookie: writeCookie('', 0, secure) };
}

/**
 * Finds a state that was signed here and has not expired, used or not. For the secrets webhook, which the CRM calls without a
 * cookie. The state does not say whose it is, so each counts as another owner's.
 */
export async function findSignedState(
  state: string,
  options: Pick<SignedStateOptions, 'key' | 'now'>,
): Promise<CurrentState | undefined> {
  const { now = Date.now } = options;
  const signed = await readState(state, options);
  const remaining = signed ? signed.expires - now() : 0;
  return signed && remaining > 0 ? { owner: signed.nonce, remaining } : undefined;
}

/** Reads our cookie from a `Cookie` header; `undefined` unless it is there once and well-formed. */
function readCookie(header: string | null | undefined, secure: boolean): string | undefined {
  const start = `${cookieName(secure)}=`;
  const values = (header?.split(';') ?? [])
    // RFC 6265bis knows two kinds of white space. `trim()` knows more: any host may set `\u00a0__Host-…`, which is another name.
    .map((pair) => pair.replace(/^[ \t]+/, ''))
    .filter((pair) => pair.startsWith(start))
    .map((pair) => /^([\w-]{22})[ \t]*$/.exec(pair.slice(start.length))?.[1]);
  // Of two, one may have been set by a sibling subdomain, and there is no telling which.
  return values.length === 1 ? values[0] : undefined;
}

/** Writes a `Set-Cookie` header that sets our cookie for `lifetime` ms, or clears it with 0. */
function writeCookie(value: string, lifetime: number, secure: boolean): string {
  const seconds = Math.ceil(lifetime / 1000);
  // Lax, not Strict: the CRM sends the browser back from another site, and the cookie has to come along.
  const attributes = `Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
  return `${cookieName(secure)}=${value}; ${attributes}`;
}

/** With `__Host-` no other host, such as a sibling subdomain, can set it (RFC 6265bis, section 4.1.3.2). */
function cookieName(secure: boolean): string {
  return secure ? '__Host-crm-oauth' : 'crm-oauth';
}
