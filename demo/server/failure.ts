import { CallbackError, type CallbackErrorCode, TokenError } from 'crm-oauth-button/server';

/** Why a visitor is not connected. */
export type FailureCode =
  | Exclude<CallbackErrorCode, 'invalid_signature' | 'invalid_token' | 'invalid_host' | 'login_required'>
  | 'refused'
  | 'tokens_refused'
  | 'unreachable'
  | 'account_unknown';

/** A connection that did not come about. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly code: FailureCode;
  /** The CRM's own words. Not to be trusted: escape them. */
  readonly detail: string | undefined;

  constructor(code: FailureCode, detail?: string) {
    super(detail ? `${code}: ${detail}` : code);
    this.code = code;
    this.detail = detail;
  }

  /** Tells an error in the visitor's terms; `undefined` where it is the site's own fault. */
  static from(error: unknown): Failure | undefined {
    if (error instanceof Failure) return error;
    if (error instanceof TokenError) {
      return error.status === undefined
        ? new Failure('unreachable')
        : new Failure('tokens_refused', error.hint ?? `HTTP ${error.status}`);
    }
    if (!(error instanceof CallbackError)) return undefined;
    return error.kind === 'provider'
      ? new Failure('refused', error.code)
      : new Failure(error.code as FailureCode);
  }
}
