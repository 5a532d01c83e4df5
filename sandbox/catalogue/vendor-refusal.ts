/** Error codes of RFC 6749, section 5.2, and RFC 6750, section 3.1. */
export type RefusalCode =
  | 'invalid_request'
  | 'invalid_client'
  | 'invalid_grant'
  | 'invalid_token'
  | 'insufficient_scope'
  | 'unsupported_grant_type';

const STATUSES: Partial<Record<RefusalCode, RefusalResponse['status']>> = {
  invalid_client: 401,
  invalid_token: 401,
  insufficient_scope: 403,
};

/** The response to a request that is refused. */
export interface RefusalResponse {
  readonly status: 200 | 400 | 401 | 403;
  readonly body: object;
}

/** A refusal of a token endpoint, a revocation endpoint or an API. */
export class VendorRefusal extends Error {
  readonly code: RefusalCode;
  /** The parameter that is not good. */
  readonly parameter: string;

  /**
   * @param problem as it goes on after the parameter's name: `is invalid`
   */
  constructor(code: RefusalCode, parameter: string, problem = 'is invalid') {
    super(`${parameter} ${problem}`);
    this.name = 'VendorRefusal';
    this.code = code;
    this.parameter = parameter;
  }

  /** As most vendors write it. */
  get standard(): RefusalResponse {
    const { code, message } = this;
    return { status: STATUSES[code] ?? 400, body: { error: code, error_description: message } };
  }
}
