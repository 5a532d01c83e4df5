import type { AuthorizationMode } from '../providers/provider.js';
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
  readonly mode: AuthorizationMode;
  /** The integration's id; absent in the metadata flow, in which the provider's refusal may name any or none. */
  readonly clientId: string | null;
  /** Whether the consent page may speak from this origin. */
  readonly isConsentOrigin: (origin: string) => boolean;
  /** Exact origins from which the redirect page may speak. */
  readonly redirectOrigins: readonly (string | undefined)[];
}

/** The meaning of a message that settles the attempt. */
export type Outcome = AuthorizationResponse | AuthorizationError;

/**
 * The trust boundary: what a message from the attempt's own window is allowed to mean. The caller has made sure that it
 * is that window; here the origin, the shape and the state are checked.
 *
 * @returns the attempt's outcome, or `undefined` where the message means nothing and is to be ignored
 * @see https://www.rfc-editor.org/rfc/rfc9700#section-4.17
 */
export function readMessage(data: unknown, origin: string, expected: Expectation): Outcome | undefined {
  try {
    const outcome = expected.isConsentOrigin(origin) ? readConsentPage(data, expected) : undefined;
    return (
      outcome ?? (expected.redirectOrigins.includes(origin) ? readRedirectPage(data, expected) : undefined)
    );
  } catch {
    // An object whose properties throw when they are read is nobody's answer.
    return undefined;
  }
}

/** `{url}` is a redirect, `{client_id, error}` a refusal. */
function readConsentPage(data: unknown, expected: Expectation): Outcome | undefined {
  const text = own(data, 'url');
  const url = typeof text === 'string' ? parseWebUrl(text) : undefined;
  if (url) {
    const params = Object.fromEntries(url.searchParams);
    return url.username || url.password ? undefined : readParameters(params, expected, url.href);
  }
  const isOurs = !expected.clientId || own(data, 'client_id') === expected.clientId;
  return isOurs ? readError(data, expected) : undefined;
}

/** `{type: 'authorization_response', response}` is a report; in `post_message` mode any other object is one, too. */
function readRedirectPage(data: unknown, expected: Expectation): Outcome | undefined {
  if (own(data, 'type') === 'authorization_response') {
    const params = Object.entries(own(data, 'response') ?? {}).filter(
      ([, value]) => typeof value === 'string',
    );
    return readParameters(Object.fromEntries(params), expected, undefined, data);
  }
  if (expected.mode !== 'post_message' || typeof data !== 'object' || !data) return undefined;
  return readError(data, expected) ?? success({}, expected, undefined, data);
}

function readParameters(
  params: Record<string, string>,
  expected: Expectation,
  url: string | undefined,
  data?: unknown,
): Outcome | undefined {
  if (params.state !== expected.state) return undefined;
  const error = readError(params, expected, data);
  return error ?? (params.code ? success(params, expected, url, data) : undefined);
}

function readError(data: unknown, { clientId }: Expectation, cause = data): AuthorizationError | undefined {
  const error = own(data, 'error');
  if (typeof error !== 'string' || !error) return undefined;
  const description = own(data, 'error_description') as string | undefined;
  return new AuthorizationError(error, { kind: 'provider', clientId, description, cause });
}

function success(
  params: Record<string, string>,
  { state }: Expectation,
  url: string | undefined,
  data: unknown,
): AuthorizationResponse {
  return {
    code: params.code,
    state,
    referer: params.referer,
    url,
    params,
    data,
    codeVerifier: undefined,
  };
}

/** Own properties only: a message must not borrow a meaning from a prototype. */
function own(data: unknown, key: string): unknown {
  return typeof data === 'object' && data && Object.hasOwn(data, key)
    ? (data as Record<string, unknown>)[key]
    : undefined;
}
