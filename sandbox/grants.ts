import { randomBytes } from 'node:crypto';
import { OAuthProblem } from './oauth-problem.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const CODE_LIFETIME = 20 * MINUTE;
const ACCESS_TOKEN_LIFETIME = DAY;
const REFRESH_TOKEN_LIFETIME = 90 * DAY;

/** What a code or token stands for: one integration in one account. */
export interface Grant {
  clientId: string;
  redirectUri: string;
  accountId: number;
}

/** A token response (RFC 6749 §5.1), in the vendor's shape. `expires_in` is in seconds. */
export interface Tokens {
  token_type: 'Bearer';
  expires_in: number;
  access_token: string;
  refresh_token: string;
}

interface Issued {
  grant: Grant;
  expires: number;
}

const randomToken = () => randomBytes(32).toString('base64url');

/** Authorization codes, access tokens and refresh tokens, in memory. */
export class Grants {
  readonly #now: () => number;
  readonly #codes = new Map<string, Issued & { used: boolean }>();
  readonly #accessTokens = new Map<string, Issued>();
  readonly #refreshTokens = new Map<string, Issued & { replaces: string | undefined }>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Issues an authorization code: 20 minutes, single use. */
  issueCode(grant: Grant): string {
    const code = randomToken();
    this.#codes.set(code, { grant, expires: this.#now() + CODE_LIFETIME, used: false });
    return code;
  }

  /** @throws {OAuthProblem} when the code is unknown, used, expired, or was issued for something else. */
  redeemCode(code: string, clientId: string, redirectUri: string): Tokens {
    const issued = this.#codes.get(code);
    if (!issued) throw new OAuthProblem(400, 'Cannot decrypt the authorization code');
    if (issued.used) throw new OAuthProblem(400, 'Authorization code has been revoked');
    if (this.#isExpired(issued)) throw new OAuthProblem(400, 'Authorization code has expired');
    if (issued.grant.clientId !== clientId) {
      throw new OAuthProblem(400, 'Authorization code was not issued to this client');
    }
    if (issued.grant.redirectUri !== redirectUri) throw new OAuthProblem(400, 'Invalid redirect URI');
    issued.used = true;
    return this.#issueTokens(issued.grant);
  }

  /** @throws {OAuthProblem} when the refresh token is unknown, replaced, expired, or was issued for something else. */
  refresh(refreshToken: string, clientId: string, redirectUri: string): Tokens {
    const issued = this.#refreshTokens.get(refreshToken);
    if (issued?.grant.clientId !== clientId) throw new OAuthProblem(400, 'Invalid refresh token');
    if (this.#isExpired(issued)) throw new OAuthProblem(400, 'Token has expired');
    if (issued.grant.redirectUri !== redirectUri) throw new OAuthProblem(400, 'Invalid redirect URI');
    // Only now is it certain that the new token has arrived: until its first use the old one stays valid.
    if (issued.replaces !== undefined) this.#refreshTokens.delete(issued.replaces);
    return this.#issueTokens(issued.grant, refreshToken);
  }

  /** The account that an access token opens, unless it is unknown or expired. */
  accountIdOf(accessToken: string): number | undefined {
    const issued = this.#accessTokens.get(accessToken);
    if (!issued || this.#isExpired(issued)) return undefined;
    return issued.grant.accountId;
  }

  /** Forgets all that was issued to an integration for an account. */
  revoke(clientId: string, accountId: number): void {
    for (const issued of [this.#codes, this.#accessTokens, this.#refreshTokens]) {
      for (const [token, { grant }] of issued) {
        if (grant.clientId === clientId && grant.accountId === accountId) issued.delete(token);
      }
    }
  }

  reset(): void {
    this.#codes.clear();
    this.#accessTokens.clear();
    this.#refreshTokens.clear();
  }

  #isExpired(issued: Issued): boolean {
    return this.#now() >= issued.expires;
  }

  #issueTokens(grant: Grant, replaces?: string): Tokens {
    const accessToken = randomToken();
    const refreshToken = randomToken();
    this.#accessTokens.set(accessToken, { grant, expires: this.#now() + ACCESS_TOKEN_LIFETIME });
    this.#refreshTokens.set(refreshToken, { grant, expires: this.#now() + REFRESH_TOKEN_LIFETIME, replaces });
    return {
      token_type: 'Bearer',
      expires_in: ACCESS_TOKEN_LIFETIME / 1000,
      access_token: accessToken,
      refresh_token: refreshToken,
    };
  }
}
