import { createHash } from 'node:crypto';
import { randomText } from '../../src/server/crypto.js';
import { IssuedTokens } from '../shared/issued-tokens.js';

/** Seconds. */
export const CODE_LIFETIME = 60;
const ACCESS_TOKEN_LIFETIME = 3_600;
const REFRESH_TOKEN_LIFETIME = 604_800;

const CLIENT_AUTHENTICATION_REQUIRED = 'Client authentication is required';

/** The grant behind a token: one client may act for one user. */
export interface RingCentralGrant {
  clientId: string;
  userId: number;
  /** Whether the client may refresh without its secret. */
  pkce: boolean;
}

/** The grant behind a code. */
export interface CodeRequest {
  clientId: string;
  userId: number;
  redirectUri: string;
  /** `code_challenge`, always S256. */
  challenge: string | undefined;
}

/** The client at the token endpoint. */
export interface TokenClient {
  clientId: string;
  /** Whether it has proved that it knows its secret. */
  authenticated: boolean;
}

/** A token response, in the vendor's form. All times are in seconds. */
export interface RingCentralTokens {
  access_token: string;
  token_type: 'bearer';
  expires_in: number;
  refresh_token: string;
  refresh_token_expires_in: number;
  scope: string;
  owner_id: string;
  endpoint_id: string;
}

/** A refusal of RingCentral's token endpoint or API: RFC 6749 §5.2 with the vendor's list of errors. */
export class OAuthError extends Error {
  readonly error: string;
  readonly status: 400 | 401;
  readonly errorCode: string | undefined;

  /**
   * @param error `invalid_grant`, …; the status is 401 for `invalid_client` and `invalid_token`.
   * @param description in the vendor's words, where they are known.
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

/** RingCentral's authorization codes, access tokens and refresh tokens, in memory. */
export class RingCentralGrants {
  readonly #codes: IssuedTokens<CodeRequest>;
  readonly #accessTokens: IssuedTokens<RingCentralGrant>;
  readonly #refreshTokens: IssuedTokens<RingCentralGrant>;

  constructor(now: () => number) {
    this.#codes = new IssuedTokens(CODE_LIFETIME, now);
    this.#accessTokens = new IssuedTokens(ACCESS_TOKEN_LIFETIME, now);
    this.#refreshTokens = new IssuedTokens(REFRESH_TOKEN_LIFETIME, now);
  }

  /** Issues an authorization code: one minute, single use. */
  issueCode(request: CodeRequest): string {
    return this.#codes.issue(request);
  }

  /**
   * @param verifier `code_verifier`; empty counts as absent.
   * @throws {OAuthError} when the code is unknown, used, expired, was issued for something else, or is not proven.
   */
  redeemCode(code: string, client: TokenClient, redirectUri: string, verifier: string): RingCentralTokens {
    const request = this.#codes.grantOf(code);
    if (request?.clientId !== client.clientId) {
      throw new OAuthError('invalid_grant', 'Invalid authorization code');
    }
    if (request.redirectUri !== redirectUri) {
      throw new OAuthError('invalid_redirect_uri', 'Redirect URIs do not match', 'OAU-109');
    }
    const { challenge, clientId, userId } = request;
    if (challenge === undefined && !client.authenticated) {
      throw new OAuthError('invalid_client', CLIENT_AUTHENTICATION_REQUIRED, 'OAU-123');
    }
    // A verifier without a challenge is refused as well: somebody took the challenge away (RFC 9700 §2.1.1).
    if (challenge !== (verifier ? s256(verifier) : undefined)) {
      throw new OAuthError('invalid_grant', 'Invalid code verifier');
    }
    this.#codes.delete(code);
    return this.issueTokens({ clientId, userId, pkce: challenge !== undefined });
  }

  /** Single use: the refresh token is replaced. @throws {OAuthError} */
  refresh(refreshToken: string, client: TokenClient): RingCentralTokens {
    const grant = this.#refreshTokens.grantOf(refreshToken);
    if (grant?.clientId !== client.clientId) throw new OAuthError('invalid_grant', 'Invalid refresh token');
    if (!grant.pkce && !client.authenticated) {
      throw new OAuthError('invalid_client', CLIENT_AUTHENTICATION_REQUIRED, 'OAU-123');
    }
    this.#refreshTokens.delete(refreshToken);
    return this.issueTokens(grant);
  }

  issueTokens(grant: RingCentralGrant): RingCentralTokens {
    return {
      access_token: this.#accessTokens.issue(grant),
      token_type: 'bearer',
      expires_in: ACCESS_TOKEN_LIFETIME,
      refresh_token: this.#refreshTokens.issue(grant),
      refresh_token_expires_in: REFRESH_TOKEN_LIFETIME,
      scope: 'ReadAccounts',
      owner_id: String(grant.userId),
      endpoint_id: randomText(),
    };
  }

  /** The user for whom an access token speaks, unless it is unknown or expired. */
  userIdOf(accessToken: string): number | undefined {
    return this.#accessTokens.grantOf(accessToken)?.userId;
  }

  /** Ends the session of a token, with all of its tokens. One that is unknown, or another client's, changes nothing. */
  revoke(token: string, { clientId }: TokenClient): void {
    const tokens = [this.#accessTokens, this.#refreshTokens];
    const ended = tokens.map((issued) => issued.find(token)?.grant).find(Boolean);
    if (ended?.clientId !== clientId) return;
    for (const issued of tokens) {
      issued.revoke((grant) => grant.clientId === clientId && grant.userId === ended.userId);
    }
  }

  reset(): void {
    for (const issued of [this.#codes, this.#accessTokens, this.#refreshTokens]) issued.revoke();
  }
}

/** @see https://www.rfc-editor.org/rfc/rfc7636#section-4.2 */
function s256(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url');
}
