/** Why this side does not act on a request from outside. */
export type CallbackErrorCode =
  | 'state_mismatch'
  | 'state_used'
  | 'state_expired'
  | 'invalid_response'
  | 'redirect_uri_mismatch'
  | 'invalid_referer'
  | 'invalid_location'
  | 'invalid_host'
  | 'secrets_missing'
  | 'invalid_signature'
  | 'invalid_token'
  | 'login_required';

/**
 * A request from outside, such as the redirect or the disconnect hook, that must not be acted on. The message is for
 * developers and repeats nothing from the request.
 */
export class CallbackError extends Error {
  override readonly name = 'CallbackError';
  /**
   * `access_denied` or another error of the provider, verbatim (RFC 6749, section 4.1.2.1), or a finding of this side.
   * `kind` tells them apart. A provider's error is text from outside: escape it.
   */
  readonly code: CallbackErrorCode | 'access_denied' | (string & {});
  /** `provider` if the CRM reported the error, `client` if this side found it. */
  readonly kind: 'provider' | 'client';

  constructor(code: CallbackError['code'], message: string, kind: CallbackError['kind'] = 'client') {
    super(message);
    this.code = code;
    this.kind = kind;
  }
}
