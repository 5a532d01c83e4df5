import { own } from '../providers/own.js';

/** The ways in which an attempt can fail on this side. */
export type ClientErrorCode =
  | 'popup_blocked'
  | 'popup_closed'
  | 'timeout'
  | 'aborted'
  | 'state_mismatch'
  | 'issuer_mismatch'
  | 'invalid_response'
  | 'invalid_configuration'
  | 'state_unavailable'
  | 'completion_failed'
  | 'unsupported_environment';

/** Fields of an `AuthorizationError` besides its code. */
export interface AuthorizationErrorInit {
  /** The side that failed. Default `client`. */
  kind?: 'provider' | 'client' | undefined;
  /** The integration's id. */
  clientId?: string | undefined;
  /** A description for developers. Default: the code. */
  description?: string | undefined;
  /** For a refusal, `{client_id, error, error_description}` as far as the provider gave them; otherwise the underlying error. */
  cause?: unknown;
}

/** The error of an authorization. */
export class AuthorizationError extends Error {
  override readonly name = 'AuthorizationError';
  /**
   * The provider's error verbatim (RFC 6749, section 4.1.2.1), such as `access_denied`, or one of the client's own codes.
   * `kind` tells them apart.
   */
  readonly code: ClientErrorCode | 'access_denied' | (string & {});
  /** `provider` if the CRM or the redirect page reported it, `client` if this side noticed it. */
  readonly kind: 'provider' | 'client';
  /** The integration's id, if there is one. */
  readonly clientId: string | undefined;
  /** A description for developers, not for visitors. */
  readonly description: string | undefined;
  /** After a redirect, the URL to come back to. */
  declare readonly returnTo?: string | undefined;
  /** After a redirect, the page's own data. */
  declare readonly appState?: unknown;

  constructor(code: AuthorizationError['code'], init?: AuthorizationErrorInit) {
    const { kind = 'client', clientId, description, cause } = own(init);
    super(description || code, { cause });
    this.code = code;
    this.kind = kind;
    this.clientId = clientId;
    this.description = description;
  }
}

/** The error for a missing or wrong option. The description names the option and the remedy. */
export function invalidConfiguration(description: string, cause?: unknown): AuthorizationError {
  return new AuthorizationError('invalid_configuration', { description, cause });
}
