/** Words of RFC 6749, sections 5.2 and 4.1.2.1, for what the CRM has refused. */
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

/** What kept the CRM's answer from arriving, or from being one. */
export type TokenFailure = 'timeout' | 'unreachable' | 'redirected' | 'invalid_response';

/** What a `TokenError` knows besides its code. */
export interface TokenErrorInit {
  readonly host: string;
  readonly status?: number | undefined;
  readonly hint?: string | undefined;
  /** What happened, for a developer. */
  readonly reason?: string | undefined;
}

/**
 * A request for tokens that brought none. It holds no secret: no request, no response, and no cause, as those of a
 * platform's `fetch()` and JSON parser quote what they read.
 */
export class TokenError extends Error {
  override readonly name = 'TokenError';
  /**
   * `invalid_grant`: the code or the refresh token is used, expired or not for this client; the person has to connect
   * again. `invalid_client`: the client's id or secret is wrong. `timeout` and `unreachable`: nothing was answered.
   */
  readonly code: TokenRefusal | TokenFailure;
  /** The account's host. */
  readonly host: string;
  /** The HTTP status, where there was an answer. */
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

  /** Whether no answer has arrived: the CRM may have carried out the request, or may not. */
  get isTransport(): boolean {
    return this.code === 'timeout' || this.code === 'unreachable';
  }
}
