import type { AuthorizationRequest } from '../providers/provider.js';
import { parseWebUrl } from '../providers/url.js';
import { AuthorizationError } from './errors.js';

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
  readonly clientId: string | null;
  /** The authorization server's issuer identifier, where it has one (RFC 9207). */
  readonly issuer?: string | undefined;
  /** The PKCE code verifier, where the provider uses PKCE. */
  readonly codeVerifier?: string | undefined;
  /** Whether the consent page may speak from this origin. */
  readonly isConsentOrigin: (origin: string) => boolean;
  /** Exact origins from which the redirect page may speak. */
  readonly redirectOrigins: readonly (string | undefined)[];
}

/** The meaning of a message that settles the attempt. */
export type Outcome = AuthorizationResponse | AuthorizationError;

/**
 * The trust boundary: what a message is allowed to mean. It must come from the attempt's own window and from an exact
 * origin, have a known shape, and carry the attempt's state.
 *
 * @returns the attempt's outcome, or `undefined` where the message means nothing and is to be ignored
 * @see https://www.rfc-editor.org/rfc/rfc9700#section-4.17
 */
export function readMessage(
  { data, origin, source }: Pick<MessageEvent<unknown>, 'data' | 'origin' | 'source'>,
  popup: Window | undefined,
  expected: Expectation,
): Outcome | undefined {
  if (!popup || source !== popup) return undefined;
  try {
    const outcome = expected.isConsentOrigin(origin) ? readConsentPage(data, expected) : undefined;
    if (outcome || !expected.redirectOrigins.includes(origin)) return outcome;
    return isReport(data) ? readReport(data, expected) : readOwnShape(data, expected);
  } catch {
    // An object whose properties throw when they are read is nobody's answer.
    return undefined;
  }
}

/**
 * The trust boundary where windows cannot see each other: over BroadcastChannel and storage, which only pages of this
 * origin reach, the attempt's state stands in for its window. There is one shape, `{type: 'authorization_response',
 * response}`, as in the web message response mode.
 *
 * @returns as `readMessage()`
 */
export function readReport(data: unknown, expected: Expectation): Outcome | undefined {
  const response = isReport(data) ? own(data, 'response') : undefined;
  const params = Object.entries(response ?? {}).filter(([, value]) => typeof value === 'string');
  return readParameters(Object.fromEntries(params), expected, undefined, data);
}

/**
 * Whether a message that means nothing is a report that lacks nothing but the attempt's state: an old tab's, or an
 * attacker's. It must not end the attempt, but it tells what went wrong when the window closes without another word.
 */
export function hasOtherState(
  event: Pick<MessageEvent<unknown>, 'data' | 'origin' | 'source'>,
  popup: Window | undefined,
  expected: Expectation,
): boolean {
  const state = text(own(event.data, 'response'), 'state');
  return Boolean(state && readMessage(event, popup, { ...expected, state }));
}

/** `{url}` is a redirect, `{client_id, error}` a refusal. */
function readConsentPage(data: unknown, expected: Expectation): Outcome | undefined {
  const url = parseWebUrl(text(data, 'url'));
  if (url) {
    const params = Object.fromEntries(url.searchParams);
    return url.username || url.password ? undefined : readParameters(params, expected, url.href);
  }
  const isOurs = !expected.clientId || text(data, 'client_id') === expected.clientId;
  return isOurs ? readError(data, expected) : undefined;
}

/** In `post_message` mode the redirect page may post any object. */
function readOwnShape(data: unknown, expected: Expectation): Outcome | undefined {
  if (expected.mode !== 'post_message' || typeof data !== 'object' || !data) return undefined;
  return readError(data, expected) ?? success({}, expected, undefined, data);
}

/** What the parameters of an authorization response mean: with the attempt's state, and with a code or an error. */
export function readParameters(
  params: Record<string, string>,
  expected: Pick<Expectation, 'state' | 'clientId' | 'issuer' | 'codeVerifier'>,
  url: string | undefined,
  data?: unknown,
): Outcome | undefined {
  if (params.state !== expected.state) return undefined;
  // RFC 9207, section 2.4: compared before anything else is used, on errors too, and a missing one is a wrong one.
  if (expected.issuer && params.iss !== expected.issuer) {
    return new AuthorizationError('issuer_mismatch', { clientId: expected.clientId });
  }
  return (
    readError(params, expected, data) ?? (params.code ? success(params, expected, url, data) : undefined)
  );
}

function readError(
  data: unknown,
  { clientId }: Pick<Expectation, 'clientId'>,
  cause = data,
): AuthorizationError | undefined {
  const error = text(data, 'error');
  const description = text(data, 'error_description');
  return error
    ? new AuthorizationError(error, { kind: 'provider', clientId, description, cause })
    : undefined;
}

function success(
  params: Record<string, string>,
  { state, codeVerifier }: Pick<Expectation, 'state' | 'codeVerifier'>,
  url: string | undefined,
  data: unknown,
): AuthorizationResponse {
  const { code, referer } = params;
  return { code, state, referer, url, params, data, codeVerifier };
}

function isReport(data: unknown): boolean {
  return text(data, 'type') === 'authorization_response';
}

function text(data: unknown, key: string): string | undefined {
  const value = own(data, key);
  return typeof value === 'string' && value ? value : undefined;
}

/** Own properties only: a message must not borrow a meaning from a prototype. */
function own(data: unknown, key: string): unknown {
  const isOwn = typeof data === 'object' && data && Object.hasOwn(data, key);
  return isOwn ? (data as Record<string, unknown>)[key] : undefined;
}
