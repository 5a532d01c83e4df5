import { base64url } from '../../providers/encoding.js';
import { hmac, isEqual } from '../crypto.js';
import type { Client } from '../tokens/client.js';

/** Settings of states that need no storage. */
export interface SignedStateOptions {
  /** Key of the signature, for this purpose alone: at least 32 random bytes, the same in every process. */
  readonly key: Uint8Array<ArrayBuffer>;
  /**
   * The visitor's session, if there is one, such as the id in a session cookie: the state is bound to it as well. Must not
   * be empty.
   */
  readonly session?: string | undefined;
  /** The client of the attempt: then the state is bound to it as well, as that of `issueState()`. */
  readonly client?: Pick<Client, 'context'> | undefined;
  /** `false` for a site on plain http, such as localhost: the cookie then is neither `Secure` nor `__Host-`. Default `true`. */
  readonly secure?: boolean | undefined;
  /** Clock in ms since the epoch, for tests. Default `Date.now`. */
  readonly now?: (() => number) | undefined;
}

/** The fields of a signed state: `nonce.expires.binding.signature`. */
export interface SignedState {
  readonly nonce: string;
  /** In ms since the epoch. */
  readonly expires: number;
  /** HMAC of the nonce, the cookie, the session and the client. */
  readonly binding: string;
}

const SHAPE = /^([\w-]{22})\.([0-9a-z]{1,9})\.([\w-]{43})\.([\w-]{43})$/;

/** Signs a state. The signature proves where it comes from without the visitor's cookie. */
export async function writeState(
  { nonce, expires, binding }: SignedState,
  { key }: SignedStateOptions,
): Promise<string> {
  const payload = `${nonce}.${expires.toString(36)}.${binding}`;
  return `${payload}.${await sign(['state', payload], key)}`;
}

/** Reads a state; `undefined` if it was not signed with this key. */
export async function readState(
  state: unknown,
  { key }: Pick<SignedStateOptions, 'key'>,
): Promise<SignedState | undefined> {
  const [, nonce, expires, binding, signature] = (typeof state === 'string' ? SHAPE.exec(state) : null) ?? [];
  if (!nonce || !expires || !binding || !signature) return undefined;
  const expected = await sign(['state', `${nonce}.${expires}.${binding}`], key);
  if (!isEqual(signature, expected)) return undefined;
  return { nonce, expires: parseInt(expires, 36), binding };
}

/** Binds a state to a browser, by its cookie, to a session and to a client. */
export async function bindState(
  nonce: string,
  cookie: string,
  { key, session, client }: SignedStateOptions,
): Promise<string> {
  // An empty session is a mistake rather than no session: somebody meant to bind the state, and all visitors would share it.
  if (session === '') {
    throw new TypeError('A state is bound to a session, and the session must not be empty.');
  }
  return sign(['binding', nonce, cookie, session ?? '', ...(client ? [client.context] : [])], key);
}

async function sign(fields: readonly string[], key: Uint8Array<ArrayBuffer>): Promise<string> {
  if (key.length < 32) throw new TypeError('The key of signed states has to have at least 32 bytes.');
  // JSON keeps the fields apart: no two lists of them give the same text.
  return base64url(await hmac(key, JSON.stringify(fields)));
}
