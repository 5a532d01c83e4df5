import type { AuthorizationRequest } from '../providers/provider.js';
import { parseWebUrl } from '../providers/url.js';
import { AuthorizationError } from './errors.js';
import { tryTo } from './try-to.js';

/** What a successful authorization brought (RFC 6749, section 4.1.2). */
export interface AuthorizationResponse {
  /** The authorization code, where the response carries one: in `post_message` mode the redirect page may keep it. */
  readonly code: string | undefined;
  /** The attempt's state, as a server decodes it. */
  readonly state: string;
  /** Host of the account, such as `acme.kommo.com`. A hint, not a proof: check it before sending it anything. */
  readonly referer: string | undefined;
  /** The redirect URI with the response in its query, where the provider handed it over (`popup` mode). */
  readonly url: string | undefined;
  /** All parameters of the response. */
  readonly params: Readonly<Record<string, string>>;
  /** What the redirect page posted, as it stands. */
  readonly data: unknown;
  /** The PKCE code verifier (RFC 7636), where the provider uses PKCE. */
  readonly codeVerifier: string | undefined;
}

/** What one attempt expects, fixed before its window opened. */
export interface Expectation {
  readonly state: string;
  readonly mode: AuthorizationRequest['mode'];
  /** The integration's id; absent in the metadata flow, in which the provider's refusal may name any or none. */
  readonly clientId: string | undefined;
  /** The authorization server's issuer identifier, where it has one (RFC 9207). */
  readonly issuer?: string | undefined;
  /** The PKCE code verifier, where the provider uses PKCE. */
  readonly codeVerifier?: string | undefined;
  /** Whether the consent page may speak from this origin. */
  readonly isConsentOrigin: (origin: string) => boolean;
  /** Exact origins from which the redirect page may speak. */
  readonly redirectOrigins: readonly (string | undefined)[];
  /**
   * Told of a response that lacks nothing but the attempt's state: an old tab's, or an attacker's. It must not end the
   * attempt, but it says what went wrong when the window closes without another word.
   */
  readonly onOtherState?: () => void;
}

/** The meaning of a message that settles the attempt. */
export type Outcome = AuthorizationResponse | AuthorizationError;

/** The type of the redirect page's report. */
const REPORT = 'authorization_response';

/**
 * The trust boundary: what a message is allowed to mean. It must come from the attempt's own window and from an exact
 * origin, have a known shape, and carry the attempt's state.
 *
 * @returns the attempt's outcome, or `undefined` where the message means nothing and is to be ignored
 * @see https://www.rfc-editor.org/rfc/rfc9700#section-4.17
 */
export function readMessage(
  { data, origin, source }: Pick<MessageEvent<unknown>, 'data' | 'origin' | 'source'>,
  popup: Window | null | undefined,
  expected: Expectation,
): Outcome | undefined {
  if (!popup || source !== popup || !data || typeof data !== 'object') return undefined;
  // An object whose properties throw when they are read is nobody's answer.
  return tryTo(
    () =>
      (expected.isConsentOrigin(origin) ? readConsentPage(data, expected) : undefined) ??
      (expected.redirectOrigins.includes(origin) ? readRedirectPage(data, expected) : undefined),
  );
}

/**
 * The trust boundary where windows cannot see each other: over BroadcastChannel and storage, which only pages of this
 * origin reach, the attempt's state stands in for its window. There is one shape, `{type: 'authorization_response',
 * response}`, as in the web message response mode.
 *
 * @returns as `readMessage()`
 */
export function readReport(data: unknown, expected: Expectation): Outcome | undefined {
  const { type, response } = own(data);
  return type === REPORT ? readParameters(texts(response), expected, data) : undefined;
}

/** `{url}` is a redirect, `{client_id, error}` a refusal. */
function readConsentPage(data: object, expected: Expectation): Outcome | undefined {
  const posted = texts(data);
  const url = parseWebUrl(posted.url);
  if (url) {
    const params = Object.fromEntries(url.searchParams);
    return url.username || url.password ? undefined : readParameters(params, expected, undefined, url.href);
  }
  const isOurs = !expected.clientId || posted.client_id === expected.clientId;
  return isOurs && posted.error ? outcome(posted, expected, data) : undefined;
}

/** A report; in `post_message` mode the redirect page may post any object instead, which is an error or a success. */
function readRedirectPage(data: object, expected: Expectation): Outcome | undefined {
  const posted = texts(data);
  if (posted.type === REPORT || expected.mode !== 'post_message') return readReport(data, expected);
  return outcome(posted.error ? posted : {}, expected, data);
}

/** What the parameters of an authorization response mean: with the attempt's state, and with a code or an error. */
export function readParameters(
  params: Record<string, string>,
  expected: Omit<Expectation, 'mode' | 'isConsentOrigin' | 'redirectOrigins'>,
  data?: unknown,
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
  return outcome(params, expected, data, url);
}

function outcome(
  params: Record<string, string>,
  { state, clientId, codeVerifier }: Pick<Expectation, 'state' | 'clientId' | 'codeVerifier'>,
  data: unknown,
  url?: string,
): Outcome {
  const { code, referer, error, error_description: description } = params;
  return error
    ? new AuthorizationError(error, { kind: 'provider', clientId, description, cause: data ?? params })
    : { code, state, referer, url, params, data, codeVerifier };
}

/** The texts that an object has itself. */
function texts(data: unknown): Record<string, string> {
  const entries = Object.entries(own(data)).filter(([, value]) => typeof value === 'string');
  return own(Object.fromEntries(entries)) as Record<string, string>;
}

/** What an object has itself, out of reach of any prototype: it must not borrow a meaning from there. */
function own(data: unknown): Record<string, unknown> {
  return { __proto__: null, ...(typeof data === 'object' && data) };
}
