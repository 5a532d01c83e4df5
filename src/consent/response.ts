import { own } from '../providers/own.js';
import type { AuthorizationRequest } from '../providers/provider.js';
import { parseWebUrl } from '../providers/url.js';
import { AuthorizationError } from './errors.js';
import { REPORT } from './messages.js';
import { tryTo } from './platform.js';

/** The outcome of a successful authorization (RFC 6749, section 4.1.2). */
export interface AuthorizationResponse {
  /** The authorization code, if the response carries one: in `post_message` mode the redirect page may keep it. */
  readonly code: string | undefined;
  /** The attempt's state, as a server decodes it. */
  readonly state: string;
  /** Host of the account, such as `acme.kommo.com`. A hint, not a proof: check it before sending it anything. */
  readonly referer: string | undefined;
  /** The redirect URI with the response in its query, if the provider handed it over (`popup` mode). */
  readonly url: string | undefined;
  /** All parameters of the response. */
  readonly params: Readonly<Record<string, string>>;
  /** The object that the page's own redirect page posted in `post_message` mode, as it is. */
  readonly data: unknown;
  /** The PKCE code verifier (RFC 7636), if the provider uses PKCE. */
  readonly codeVerifier: string | undefined;
}

/** The expectations of one attempt, fixed before its window opens. */
export interface Expectation {
  readonly state: string;
  readonly mode: AuthorizationRequest['mode'];
  /** The integration's id; absent in the metadata flow, where the provider's refusal may name any or none. */
  readonly clientId?: string | undefined;
  /** The authorization server's issuer identifier, if it has one (RFC 9207). */
  readonly issuer?: string | undefined;
  /** The PKCE code verifier, if the provider uses PKCE. */
  readonly codeVerifier?: string | undefined;
  /** Whether the consent page may speak from this origin. */
  readonly isConsentOrigin: (origin: string) => boolean;
  /** The redirect URI, if the request names one: a response cannot lead anywhere else. */
  readonly redirectUri?: string | undefined;
  /** Exact origins from which the redirect page may speak. */
  readonly redirectOrigins: readonly (string | undefined)[];
  /**
   * Called for a response whose state alone is wrong: an old tab's, or an attacker's. It must not end the attempt, but it explains
   * a window that closes without another message.
   */
  readonly onOtherState?: () => void;
}

/** The meaning of a message that settles the attempt. */
export type Outcome = AuthorizationResponse | AuthorizationError;

const verified = new WeakSet<object>();
/** Fields of a refusal that reach the page. */
const REFUSAL = ['client_id', 'error', 'error_description'];
/** Parameters that decide about a response: repeated ones contradict each other (RFC 6749, section 3.1). */
const DECISIVE = ['state', 'code', 'error', 'iss'];

/**
 * The trust boundary: decides what a message may mean. It must come from the attempt's own window and from an exact origin, and have
 * a known shape; a redirect or a report must carry the attempt's state. No foreign object passes: the outcome is built anew from
 * strings, except for the `data` of `post_message` mode.
 *
 * @returns the attempt's outcome; `undefined` if the message means nothing and is to be ignored
 * @see https://www.rfc-editor.org/rfc/rfc9700#section-4.17
 */
export function readMessage(
  { data, origin, source }: Pick<MessageEvent<unknown>, 'data' | 'origin' | 'source'>,
  popup: Window | null | undefined,
  expected: Expectation,
): Outcome | undefined {
  if (!popup || source !== popup) return undefined;
  // Reading a hostile object's properties may throw.
  return tryTo(() => {
    if (!isPlain(data)) return undefined;
    return (
      (expected.isConsentOrigin(origin) ? readConsentPage(data, expected) : undefined) ??
      (expected.redirectOrigins.includes(origin) ? readRedirectPage(data, expected) : undefined)
    );
  });
}

/**
 * The trust boundary for windows that cannot see each other. Only pages of this origin reach BroadcastChannel and storage, and the
 * attempt's state stands in for its window. The one shape is `{type: 'authorization_response', response}`, as in the web message
 * response mode.
 *
 * @returns as `readMessage()`
 */
export function readReport(data: unknown, expected: Expectation): Outcome | undefined {
  if (!isPlain(data)) return undefined;
  const { type, response, redirect_uri: place } = own(data as Record<string, unknown>);
  if (type !== REPORT || !isPlain(response)) return undefined;
  const params = texts(response);
  // As if it were another attempt's.
  if (isElsewhere(place, expected)) params.state = '';
  return readParameters(params, expected);
}

/**
 * Whether a response has arrived at another page than the redirect URI of the request: that of another provider, to which its
 * code must not go (RFC 9700, section 4.4.2.2). A static host may leave out `.html`, or add a slash.
 */
export function isElsewhere(place: unknown, { redirectUri }: Pick<Expectation, 'redirectUri'>): boolean {
  const [there, registered] = [page(place), page(redirectUri)];
  return !!there && !!registered && there !== registered;
}

/**
 * Reads the redirect URI with a response in its query, as a consent page posts it or a shell has seen it. It must lead to the
 * redirect URI of the request, where that is known.
 *
 * @returns as `readMessage()`
 */
export function readRedirect(text: string | undefined, expected: Expectation): Outcome | undefined {
  const url = parseWebUrl(text);
  const registered = parseWebUrl(expected.redirectUri);
  if (!url || (registered && address(url) !== address(registered))) return undefined;
  // Whoever reports leaves the page where it is.
  return readParameters(
    readQuery(url.searchParams),
    expected,
    expected.mode === 'report' ? undefined : url.href,
  );
}

/** `{url}` is a redirect, `{client_id, error}` a refusal. */
function readConsentPage(data: object, expected: Expectation): Outcome | undefined {
  const posted = texts(data);
  if (parseWebUrl(posted.url)) return readRedirect(posted.url, expected);
  const isOurs = !expected.clientId || posted.client_id === expected.clientId;
  return isOurs && posted.error ? outcome(posted, expected) : undefined;
}

/** A report; in `post_message` mode the redirect page may post any object instead, which is an error or a success. */
function readRedirectPage(data: object, expected: Expectation): Outcome | undefined {
  const posted = texts(data);
  if (posted.type === REPORT || expected.mode !== 'post_message') return readReport(data, expected);
  return posted.error ? outcome(posted, expected) : outcome(own({}), expected, undefined, data);
}

/** The parameters of a query; none if one that decides about the response is repeated. */
export function readQuery(query: URLSearchParams): Record<string, string> {
  return own(DECISIVE.some((name) => query.getAll(name).length > 1) ? {} : Object.fromEntries(query));
}

/** Reads the parameters of an authorization response, which need the attempt's state, and a code or an error. */
export function readParameters(
  params: Record<string, string>,
  expected: Pick<Expectation, 'state' | 'clientId' | 'issuer' | 'codeVerifier' | 'onOtherState'>,
  url?: string,
): Outcome | undefined {
  if (!params.code && !params.error) return undefined;
  if (params.state !== expected.state) {
    expected.onOtherState?.();
    return undefined;
  }
  // RFC 9207, section 2.4: compared before anything else is used, on errors too, and a missing one is a wrong one.
  if (expected.issuer && params.iss !== expected.issuer) {
    return new AuthorizationError('issuer_mismatch', { clientId: expected.clientId });
  }
  const compared = outcome(params, expected, url);
  verified.add(compared);
  return compared;
}

/**
 * Whether this very object is a response whose state was compared here with the one that was sent. A copy, or an object that looks
 * like one, is not.
 */
export function isVerified(response: object): boolean {
  return verified.has(response);
}

function outcome(
  params: Record<string, string>,
  { state, clientId, codeVerifier }: Pick<Expectation, 'state' | 'clientId' | 'codeVerifier'>,
  url?: string,
  data?: object,
): Outcome {
  const { code, referer, error, error_description: description } = params;
  if (!error) return { code, state, referer, url, params, data, codeVerifier };
  const said = Object.entries(params).filter(([name]) => REFUSAL.includes(name));
  const cause: unknown = Object.fromEntries(said);
  return new AuthorizationError(error, { kind: 'provider', clientId, description, cause });
}

/** Where a URL leads, whatever its query. */
function address({ origin, pathname }: URL): string {
  return origin + pathname;
}

function page(text: unknown): string | undefined {
  const url = parseWebUrl(String(text));
  return url && address(url).replace(/(\/index)?(\.html)?\/?$/, '');
}

/** An object's own strings. */
function texts(data: object): Record<string, string> {
  const entries = Object.entries(own(data)).filter(([, value]) => typeof value === 'string');
  return own(Object.fromEntries(entries));
}

/** Whether a value is a plain object, as JSON has it. A list, a map or an error may turn itself into text in its own way. */
function isPlain(data: unknown): data is object {
  if (!data) return false;
  const prototype = Object.getPrototypeOf(data) as object | null;
  // In any realm.
  return !prototype || !Object.getPrototypeOf(prototype);
}
