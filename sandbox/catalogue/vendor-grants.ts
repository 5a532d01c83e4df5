import { createHash } from 'node:crypto';
import { IssuedTokens } from '../shared/issued-tokens.js';
import { VendorRefusal } from './vendor-refusal.js';
import { lifetimesOf, type RefreshRule, type Vendor, type VendorGrant } from './vendor.js';

/** The client at the token endpoint. */
export interface TokenClient {
  readonly clientId: string;
  /** Whether it has proved that it knows its secret. Otherwise PKCE has to prove who it is. */
  readonly isAuthenticated: boolean;
}

/** Tokens as they were issued. */
export interface IssuedPair {
  readonly grant: VendorGrant;
  readonly accessToken: string;
  /** Absent where there is none, or the response does not repeat it. */
  readonly refreshToken: string | undefined;
}

/** What is known of a refresh token: what it stands for, and the answer that took its place. */
interface Refreshable {
  readonly grant: VendorGrant;
  ended?: { readonly answer: IssuedPair; readonly time: number };
}

/** A vendor's authorization codes, access tokens and refresh tokens, in memory. All tokens of a consent share one grant. */
export class VendorGrants {
  readonly #vendor: Vendor;
  readonly #now: () => number;
  readonly #codes: IssuedTokens<VendorGrant>;
  readonly #accessTokens: IssuedTokens<VendorGrant>;
  readonly #refreshTokens: IssuedTokens<Refreshable>;
  /** Who has had a refresh token, by client and account. */
  readonly #offline = new Set<string>();

  /** @param now milliseconds since the epoch */
  constructor(vendor: Vendor, now: () => number) {
    const { code, accessToken = Infinity, refreshToken = Infinity } = lifetimesOf(vendor);
    this.#vendor = vendor;
    this.#now = now;
    this.#codes = new IssuedTokens(code, now);
    this.#accessTokens = new IssuedTokens(accessToken, now);
    this.#refreshTokens = new IssuedTokens(refreshToken, now);
  }

  issueCode(grant: VendorGrant): string {
    return this.#codes.issue(grant);
  }

  /** @throws {VendorRefusal} when the code is unknown, used, expired, was issued to another client, or is not proven */
  redeemCode(
    code: string,
    { clientId, isAuthenticated }: TokenClient,
    sent: { readonly redirectUri: string | undefined; readonly verifier: string },
  ): IssuedPair {
    const grant = this.#codes.grantOf(code);
    if (grant?.clientId !== clientId) throw new VendorRefusal('invalid_grant', 'authorization_code');
    if (sent.redirectUri !== undefined && sent.redirectUri !== grant.redirectUri) {
      throw new VendorRefusal('invalid_grant', 'redirect_uri', 'is not that of the authorization request');
    }
    if (!isAuthenticated && grant.challenge === undefined) {
      throw new VendorRefusal('invalid_client', 'client_secret', 'is missing');
    }
    this.#prove(grant.challenge, sent.verifier);
    this.#codes.delete(code);
    const accessToken = this.#accessTokens.issue(grant);
    if (!grant.isOffline) return { grant, accessToken, refreshToken: undefined };
    this.#offline.add(offlineKey(grant));
    return { grant, accessToken, refreshToken: this.#refreshTokens.issue({ grant }) };
  }

  /** Whether a client has had a refresh token for an account since the start, or the last revocation. */
  hasHadRefreshToken(grant: Pick<VendorGrant, 'clientId' | 'account'>): boolean {
    return this.#offline.has(offlineKey(grant));
  }

  /** @throws {VendorRefusal} when the refresh token is unknown, expired or replaced, or was issued to another client */
  refresh(token: string, { clientId, isAuthenticated }: TokenClient, rule: RefreshRule): IssuedPair {
    const known = this.#refreshTokens.grantOf(token);
    const invalid = new VendorRefusal('invalid_grant', 'refresh_token');
    if (known?.grant.clientId !== clientId) throw invalid;
    const { grant, ended } = known;
    if (!isAuthenticated && grant.challenge === undefined) {
      throw new VendorRefusal('invalid_client', 'client_secret', 'is missing');
    }
    if (ended) {
      if (this.#now() - ended.time < (rule.grace ?? 0) * 1000) return ended.answer;
      throw invalid;
    }
    if (rule.endsAccessToken) this.#accessTokens.revoke((each) => each === grant);
    const accessToken = this.#accessTokens.issue(grant);
    if (rule.old === 'silent') return { grant, accessToken, refreshToken: undefined };
    if (rule.old === 'stays') {
      this.#refreshTokens.renew(token);
      return { grant, accessToken, refreshToken: token };
    }
    const answer = { grant, accessToken, refreshToken: this.#refreshTokens.issue({ grant }) };
    if (rule.old === 'ends') known.ended = { answer, time: this.#now() };
    return answer;
  }

  /** The grant behind an access token, unless it is unknown or expired. */
  grantOf(accessToken: string): VendorGrant | undefined {
    return this.#accessTokens.grantOf(accessToken);
  }

  /** The same for either kind of token. */
  grantOfAny(token: string): VendorGrant | undefined {
    const refreshable = this.#refreshTokens.grantOf(token);
    return refreshable && !refreshable.ended ? refreshable.grant : this.grantOf(token);
  }

  /** Ends all grants of a client for an account. */
  revokeAll({ clientId, account }: Pick<VendorGrant, 'clientId' | 'account'>): void {
    this.revoke((grant) => grant.clientId === clientId && grant.account.id === account.id);
    this.#offline.delete(offlineKey({ clientId, account }));
  }

  reset(): void {
    this.revoke(() => true);
    this.#offline.clear();
  }

  /** Forgets all that was issued for these grants. */
  revoke(isRevoked: (grant: VendorGrant) => boolean): void {
    this.#codes.revoke(isRevoked);
    this.#accessTokens.revoke(isRevoked);
    this.#refreshTokens.revoke(({ grant }) => isRevoked(grant));
  }

  #prove(challenge: string | undefined, verifier: string): void {
    // A client that sends none to a vendor that takes none proves nothing, and need not.
    if (this.#vendor.pkce === 'never') return;
    if (challenge !== undefined && !verifier) {
      throw new VendorRefusal('invalid_grant', 'code_verifier', 'is missing');
    }
    // A verifier without a challenge is refused as well: somebody took the challenge away (RFC 9700, section 2.1.1).
    if (challenge !== (verifier ? s256(verifier) : undefined)) {
      throw new VendorRefusal(this.#vendor.wrongVerifier ?? 'invalid_grant', 'code_verifier');
    }
  }
}

function offlineKey({ clientId, account }: Pick<VendorGrant, 'clientId' | 'account'>): string {
  return JSON.stringify([clientId, account.id]);
}

/** @see https://www.rfc-editor.org/rfc/rfc7636#section-4.2 */
function s256(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url');
}
