/** Why a request from outside must not be acted on. */
export type CallbackErrorCode =
  | 'state_mismatch'
  | 'state_used'
  | 'state_expired'
  | 'invalid_response'
  | 'invalid_referer'
  | 'secrets_missing'
  | 'invalid_signature';

/**
 * A request from outside, the redirect or the disconnect hook, that must not be acted on. The message is for a developer
 * and holds nothing of the request.
 */
export class CallbackError extends Error {
  override readonly name = 'CallbackError';
  /**
   * `access_denied`, or any other error of the provider word for word (RFC 6749, section 4.1.2.1), or what this side
   * has found. Tell them apart by `kind`. A provider's error is text from outside: escape it.
   */
  readonly code: CallbackErrorCode | 'access_denied' | (string & {});
  /** `provider` when the CRM said so, `client` when this side noticed it. */
  readonly kind: 'provider' | 'client';

  constructor(code: CallbackError['code'], message: string, kind: CallbackError['kind'] = 'client') {
    super(message);
    this.code = code;
    this.kind = kind;
  }
}
