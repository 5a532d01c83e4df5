import type { TokenEndpoint } from '../../providers/token-endpoint.js';
import { textAt } from '../json.js';

/** Codes of RFC 6749, sections 5.2 and 4.1.2.1, for a refusal by the CRM. */
export type TokenRefusal =
  | 'invalid_request'
  | 'invalid_client'
  | 'invalid_grant'
  | 'unauthorized_client'
  | 'unsupported_grant_type'
  | 'invalid_scope'
  | 'access_denied'
  | 'temporarily_unavailable'
  | 'server_error';

/** Codes for a request that got no answer, or none that counts, and for one that was not made: the connection is over. */
export type TokenFailure = 'timeout' | 'unreachable' | 'redirected' | 'invalid_response' | 'reconnect';

/** Fields of a `TokenError` besides its code. */
export interface TokenErrorInit {
  readonly host: string;
  readonly status?: number | undefined;
  readonly hint?: string | undefined;
  /** A description for developers. */
  readonly reason?: string | undefined;
}

/**
 * A request for tokens that brought none. It holds no secret: no request, no response, and no cause, since those of a
 * platform's `fetch()` and JSON parser quote what they read.
 */
export class TokenError extends Error {
  override readonly name = 'TokenError';
  /**
   * `invalid_grant`: the code or the refresh token is used, expired, missing or not for this client; the person has to
   * connect again, as after `reconnect`. `invalid_client`: the client's id or secret is wrong. `timeout` and `unreachable`: no
   * answer came.
   */
  readonly code: TokenRefusal | TokenFailure;
  /** Host of the account or of the provider. */
  readonly host: string;
  /** The HTTP status, if there was an answer. */
  readonly status: number | undefined;
  /** The CRM's own words, such as `Authorization code has been revoked`. Text from outside: escape it. */
  readonly hint: string | undefined;

  constructor(code: TokenError['code'], { host, status, hint, reason = hint }: TokenErrorInit) {
    super(`${code} at ${host}${reason ? `: ${reason}` : ''}`);
    this.code = code;
    this.host = host;
    this.status = status;
    this.hint = hint;
  }

  /** Whether no answer arrived: the CRM may have carried out the request, or may not. */
  get isTransport(): boolean {
    return this.code === 'timeout' || this.code === 'unreachable';
  }
}

const REFUSALS: readonly string[] = [
  'invalid_request',
  'invalid_client',
  'invalid_grant',
  'unauthorized_client',
  'unsupported_grant_type',
  'invalid_scope',
] satisfies TokenRefusal[];

/** Characters that could end a line in a log, or change how it is read. */
const CONTROL = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

/** Where descriptions are: the standard's, Kommo's in problem details (RFC 7807), and other vendors'. */
const DESCRIPTIONS = ['hint', 'error_description', 'message', 'errors.0.message'];

/**
 * Reads an error response of a token endpoint (RFC 6749, section 5.2), or what the vendor has in its place.
 *
 * @param body - the parsed body, not trusted
 * @param secrets - what must not appear in the error, even if the server echoes it
 */
export function readRefusal(
  { errorCodes, invalidGrantHint }: Pick<TokenEndpoint, 'errorCodes' | 'invalidGrantHint'>,
  host: string,
  { status, body }: { readonly status: number; readonly body: unknown },
  secrets: readonly string[],
): TokenError {
  const error = textAt(body, 'error') ?? '';
  const text = DESCRIPTIONS.map((path) => textAt(body, path)).find(Boolean) ?? sentence(error);
  const shown = text === undefined ? undefined : tidy(text, secrets);
  const [own] = Object.entries(errorCodes ?? {}).find(([, codes]) => codes.includes(error)) ?? [];
  const isGrant = invalidGrantHint?.test(shown ?? '') ?? false;
  return new TokenError((own as TokenRefusal | undefined) ?? refusalOf(status, error, isGrant), {
    host,
    status,
    hint: shown,
    reason: shown ?? `HTTP ${status}`,
  });
}

/** An error that is no code but a sentence. */
function sentence(error: string): string | undefined {
  return error.includes(' ') ? error : undefined;
}

function refusalOf(status: number, error: string, isGrant: boolean): TokenRefusal {
  if (REFUSALS.includes(error)) return error as TokenRefusal;
  if (status === 429) return 'temporarily_unavailable';
  if (status >= 500) return 'server_error';
  // Before the status: a refresh token may be refused with 401 as well.
  if (isGrant) return 'invalid_grant';
  if (status === 401) return 'invalid_client';
  // An account that is blocked, or whose time is up.
  if (status === 402 || status === 403) return 'access_denied';
  return 'invalid_request';
}

/** Takes the secrets out of a text, and makes it one short line. */
function tidy(text: string, secrets: readonly string[]): string {
  const redacted = secrets
    .flatMap((secret) => [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)])
    .filter(Boolean)
    .reduce((rest, secret) => rest.replaceAll(secret, '[redacted]'), text);
  // An encoding that is half undone matches none of these.
  const left = skeleton(redacted);
  const isLeft = secrets.map(skeleton).some((secret) => secret.length >= 8 && left.includes(secret));
  return isLeft ? '[redacted]' : redacted.replace(CONTROL, ' ').slice(0, 200);
}

/** Reduces a text to the characters that every encoding leaves as they are. */
function skeleton(text: string): string {
  return text.replace(/%[\da-f]{2}|\\u[\da-f]{4}|[^\da-z]/gi, '');
}
