/** Why a visitor is not connected. */
export type FailureCode =
  | 'refused'
  | 'state_mismatch'
  | 'state_used'
  | 'state_expired'
  | 'incomplete'
  | 'referer_refused'
  | 'secrets_missing'
  | 'vendor_refused'
  | 'vendor_unreachable';

/** A connection that did not come about. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly code: FailureCode;
  /** What the CRM said, or what came in its place. Not to be trusted: escape it. */
  readonly detail: string | undefined;

  constructor(code: FailureCode, detail?: string) {
    super(detail ? `${code}: ${detail}` : code);
    this.code = code;
    this.detail = detail;
  }
}
