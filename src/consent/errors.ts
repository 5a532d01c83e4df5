import { own } from '../providers/own.js';

/** How an attempt may end without the provider's doing. */
export type ClientErrorCode =
  | 'popup_blocked'
  | 'popup_closed'
  | 'timeout'
  | 'aborted'
  | 'state_mismatch'
  | 'issuer_mismatch'
  | 'invalid_response'
  | 'invalid_configuration'
  | 'unsupported_environment';

/** What an `AuthorizationError` knows besides its code. */
export interface AuthorizationErrorInit {
  /** Who says so. Default `client`. */
  kind?: 'provider' | 'client' | undefined;
  /** The integration's id. */
  clientId?: string | undefined;
  /** What happened, for a developer. Default: the code. */
  description?: string | undefined;
  /** Of a refusal `{client_id, error, error_description}`, as far as the provider gave them; else what made the attempt fail. */
  cause?: unknown;
}

/** An authorization that did not succeed. */
export class AuthorizationError extends Error {
  override readonly name = 'AuthorizationError';
  /**
   * `access_denied`, or any other error of the provider word for word (RFC 6749, section 4.1.2.1), or one of the
   * client's own conditions. Tell them apart by `kind`.
   */
  readonly code: ClientErrorCode | 'access_denied' | (string & {});
  /** `provider` when the CRM or the redirect page said so, `client` when this side noticed it. */
  readonly kind: 'provider' | 'client';
  /** The integration's id, where there is one. */
  readonly clientId: string | undefined;
  /** What happened, for a developer; not for the visitor. */
  readonly description: string | undefined;

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
