/** A refusal of RingCentral's token endpoint or API: RFC 6749 §5.2, with the vendor's list of errors added. */
export class OAuthError extends Error {
  readonly error: string;
  readonly status: 400 | 401;
  readonly errorCode: string | undefined;

  /**
   * @param error `invalid_grant`, …; the status is 401 for `invalid_client` and `invalid_token`.
   * @param description the vendor's words where they are known.
   * @param errorCode the vendor's number of the error, where it is known.
   */
  constructor(error: string, description: string, errorCode?: string) {
    super(description);
    this.name = 'OAuthError';
    this.error = error;
    this.status = error === 'invalid_client' || error === 'invalid_token' ? 401 : 400;
    this.errorCode = errorCode;
  }

  /** The response's body. */
  toJSON(): object {
    const { error, errorCode, message } = this;
    return {
      error,
      error_description: message,
      ...(errorCode && { errors: [{ errorCode, message }] }),
    };
  }
}
