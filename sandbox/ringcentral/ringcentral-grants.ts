import { createHash, randomBytes } from 'node:crypto';
import { OAuthError } from './oauth-error.js';

/** Seconds. */
export const CODE_LIFETIME = 60;
const ACCESS_TOKEN_LIFETIME = 3_600;
const REFRESH_TOKEN_LIFETIME = 604_800;

const CLIENT_AUTHENTICATION_REQUIRED = 'Client authentication is required';

/** What a code or token stands for: one client, on behalf of one user. */
export interface RingCentralGrant {
  clientId: string;
  userId: number;
  /** Whether the client may do without its secret from then on. */
  pkce: boolean;
}

/** What is kept with a code until it is redeemed. */
export interface CodeRequest {
  clientId: string;
  userId: number;
  redirectUri: string;
  /** `code_challenge`, always S256. */
  challenge: string | undefined;
}

/** The client at the token endpoint, and what it shows there. */
export interface TokenClient {
  clientId: string;
  /** Whether it has shown its secret. */
  authenticated: boolean;
}

/** A token response, in the vendor's shape. All times are in seconds. */
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

interface Issued<T> {
  grant: T;
  expires: number;
}

const randomToken = () => randomBytes(32).toString('base64url');

/** RingCentral's authorization codes, access tokens and refresh tokens, in memory. */
export class RingCentralGrants {
  readonly #now: () => number;
  readonly #codes = new Map<string, Issued<CodeRequest>>();
  readonly #accessTokens = new Map<string, Issued<RingCentralGrant>>();
  readonly #refreshTokens = new Map<string, Issued<RingCentralGrant>>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Issues an authorization code: one minute, single use. */
  issueCode(request: CodeRequest): string {
    const code = randomToken();
    this.#codes.set(code, { grant: request, expires: this.#now() + CODE_LIFETIME * 1000 });
    return code;
  }

  /**
   * @param verifier `code_verifier`; empty counts as absent.
   * @throws {OAuthError} when the code is unknown, used, expired, was issued for something else, or is not proven.
   */
  redeemCode(code: string, client: TokenClient, redirectUri: string, verifier: string): RingCentralTokens {
    const request = this.#find(this.#codes, code);
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
    const grant = this.#find(this.#refreshTokens, refreshToken);
    if (grant?.clientId !== client.clientId) throw new OAuthError('invalid_grant', 'Invalid refresh token');
    if (!grant.pkce && !client.authenticated) {
      throw new OAuthError('invalid_client', CLIENT_AUTHENTICATION_REQUIRED, 'OAU-123');
    }
    this.#refreshTokens.delete(refreshToken);
    return this.issueTokens(grant);
  }

  issueTokens(grant: RingCentralGrant): RingCentralTokens {
    const accessToken = randomToken();
    const refreshToken = randomToken();
    this.#accessTokens.set(accessToken, { grant, expires: this.#now() + ACCESS_TOKEN_LIFETIME * 1000 });
    this.#refreshTokens.set(refreshToken, { grant, expires: this.#now() + REFRESH_TOKEN_LIFETIME * 1000 });
    return {
      access_token: accessToken,
      token_type: 'bearer',
      expires_in: ACCESS_TOKEN_LIFETIME,
      refresh_token: refreshToken,
      refresh_token_expires_in: REFRESH_TOKEN_LIFETIME,
      scope: 'ReadAccounts',
      owner_id: String(grant.userId),
      endpoint_id: randomBytes(16).toString('base64url'),
    };
  }

  /** The user for whom an access token speaks, unless it is unknown or expired. */
  userIdOf(accessToken: string): number | undefined {
    return this.#find(this.#accessTokens, accessToken)?.userId;
  }

  reset(): void {
    for (const issued of [this.#codes, this.#accessTokens, this.#refreshTokens]) issued.clear();
  }

  #find<T>(issued: Map<string, Issued<T>>, token: string): T | undefined {
    const found = issued.get(token);
    return found && this.#now() < found.expires ? found.grant : undefined;
  }
}

/** @see https://www.rfc-editor.org/rfc/rfc7636#section-4.2 */
function s256(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url');
}
