import { IssuedTokens } from '../shared/issued-tokens.js';

const MINUTE = 60;
const DAY = 24 * 60 * MINUTE;
const CODE_LIFETIME = 20 * MINUTE;
const ACCESS_TOKEN_LIFETIME = DAY;
const REFRESH_TOKEN_LIFETIME = 90 * DAY;

/** The meaning of a code or token: one integration in one account. */
export interface CrmGrant {
  clientId: string;
  redirectUri: string;
  accountId: number;
}

/** A token response (RFC 6749 §5.1), in the vendor's form. `expires_in` is in seconds. */
export interface CrmTokens {
  token_type: 'Bearer';
  expires_in: number;
  access_token: string;
  refresh_token: string;
}

/** The texts that an error body repeats, in the vendor's words. */
export interface ProblemTexts {
  readonly title: string;
  readonly type: string;
  readonly detail: string;
}

/** A refusal of the token endpoint or the API, in the vendor's form. */
export class OAuthProblem extends Error {
  readonly status: 400 | 401 | 402;

  /** @param hint the vendor's words; integrations in the wild branch on them. */
  constructor(status: 400 | 401 | 402, hint: string) {
    super(hint);
    this.name = 'OAuthProblem';
    this.status = status;
  }

  /**
   * @param badRequest the texts that go with the status 400
   * @see https://www.rfc-editor.org/rfc/rfc7807
   * @see https://developers.kommo.com/docs/http-codes
   */
  toResponse(badRequest: ProblemTexts): Response {
    const { message, status } = this;
    const { title, type, detail } = {
      400: badRequest,
      401: { title: 'Unauthorized', type: 'https://httpstatus.es/401', detail: message },
      402: { title: 'Payment Required', type: 'https://httpstatus.es/402', detail: message },
    }[status];
    const body = { ...(status !== 402 && { hint: message }), title, type, status, detail };
    return Response.json(body, {
      status,
      headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
    });
  }
}

/**
 * The refusal of an account whose paid or trial period has ended.
 *
 * @see https://developers.kommo.com/docs/http-codes
 */
export const PAYMENT_REQUIRED = new OAuthProblem(402, 'Payment required');

/** Authorization codes, access tokens and refresh tokens, in memory. */
export class CrmGrants {
  readonly #codes: IssuedTokens<CrmGrant & { used: boolean }>;
  readonly #accessTokens: IssuedTokens<CrmGrant>;
  readonly #refreshTokens: IssuedTokens<CrmGrant & { replaces: string | undefined }>;

  constructor(now: () => number) {
    this.#codes = new IssuedTokens(CODE_LIFETIME, now);
    this.#accessTokens = new IssuedTokens(ACCESS_TOKEN_LIFETIME, now);
    this.#refreshTokens = new IssuedTokens(REFRESH_TOKEN_LIFETIME, now);
  }

  /** Issues an authorization code: 20 minutes, single use. */
  issueCode(grant: CrmGrant): string {
    return this.#codes.issue({ ...grant, used: false });
  }

  /** @throws {OAuthProblem} when the code is unknown, used, expired, or was issued for something else. */
  redeemCode(code: string, clientId: string, redirectUri: string): CrmTokens {
    const issued = this.#codes.find(code);
    if (!issued) throw new OAuthProblem(400, 'Cannot decrypt the authorization code');
    const { grant, isExpired } = issued;
    if (grant.used) throw new OAuthProblem(400, 'Authorization code has been revoked');
    if (isExpired) throw new OAuthProblem(400, 'Authorization code has expired');
    if (grant.clientId !== clientId) {
      throw new OAuthProblem(400, 'Authorization code was not issued to this client');
    }
    if (grant.redirectUri !== redirectUri) throw new OAuthProblem(400, 'Invalid redirect URI');
    grant.used = true;
    return this.#issueTokens(grant);
  }

  /** @throws {OAuthProblem} when the refresh token is unknown, replaced, expired, or was issued for something else. */
  refresh(refreshToken: string, clientId: string, redirectUri: string): CrmTokens {
    const issued = this.#refreshTokens.find(refreshToken);
    if (issued?.grant.clientId !== clientId) throw new OAuthProblem(400, 'Invalid refresh token');
    const { grant, isExpired } = issued;
    if (isExpired) throw new OAuthProblem(400, 'Token has expired');
    if (grant.redirectUri !== redirectUri) throw new OAuthProblem(400, 'Invalid redirect URI');
    // Only now is it certain that the new token has arrived: until its first use the old one stays valid.
    if (grant.replaces !== undefined) this.#refreshTokens.delete(grant.replaces);
    return this.#issueTokens(grant, refreshToken);
  }

  /**
   * Issues an access token without a refresh token.
   *
   * @param expires milliseconds since the epoch
   */
  issueLongLivedToken(grant: CrmGrant, expires: number): string {
    return this.#accessTokens.issue(grant, expires);
  }

  /** The account that an access token opens, unless it is unknown or expired. */
  accountIdOf(accessToken: string): number | undefined {
    return this.#accessTokens.grantOf(accessToken)?.accountId;
  }

  /** The same for a refresh token. */
  accountIdOfRefreshToken(refreshToken: string): number | undefined {
    return this.#refreshTokens.grantOf(refreshToken)?.accountId;
  }

  /** The integrations that hold tokens, each with the account: once, oldest first. */
  get held(): CrmGrant[] {
    const grants = [...this.#accessTokens.grants, ...this.#refreshTokens.grants];
    const distinct = new Map(grants.map((grant) => [`${grant.accountId} ${grant.clientId}`, grant]));
    return [...distinct.values()];
  }

  /** Forgets all that was issued to an integration for an account. */
  revoke(clientId: string, accountId: number): void {
    const isRevoked = (grant: CrmGrant) => grant.clientId === clientId && grant.accountId === accountId;
    for (const issued of [this.#codes, this.#accessTokens, this.#refreshTokens]) issued.revoke(isRevoked);
  }

  reset(): void {
    for (const issued of [this.#codes, this.#accessTokens, this.#refreshTokens]) issued.revoke();
  }

  #issueTokens({ accountId, clientId, redirectUri }: CrmGrant, replaces?: string): CrmTokens {
    const grant = { accountId, clientId, redirectUri };
    return {
      token_type: 'Bearer',
      expires_in: ACCESS_TOKEN_LIFETIME,
      access_token: this.#accessTokens.issue(grant),
      refresh_token: this.#refreshTokens.issue({ ...grant, replaces }),
    };
  }
}
