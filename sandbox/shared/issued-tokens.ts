import { randomBytes } from 'node:crypto';

/** The client secret of every client that the sandbox made up for an unknown `client_id`. */
export const AD_HOC_SECRET = 'sandbox-secret';

/** 256 random bits as 43 characters that need no escaping in a URL. */
export function randomToken(): string {
  return randomBytes(32).toString('base64url');
}

interface Issued<T> {
  readonly grant: T;
  readonly expires: number;
}

/** Codes or tokens of one kind, in memory. Each stands for a grant until it expires. */
export class IssuedTokens<T> {
  readonly #lifetime: number;
  readonly #now: () => number;
  readonly #issued = new Map<string, Issued<T>>();

  /**
   * @param lifetime in seconds
   * @param now milliseconds since the epoch
   */
  constructor(lifetime: number, now: () => number) {
    this.#lifetime = lifetime;
    this.#now = now;
  }

  /** @param expires milliseconds since the epoch. Default: after the lifetime */
  issue(grant: T, expires = this.#now() + this.#lifetime * 1000): string {
    const token = randomToken();
    this.#issued.set(token, { grant, expires });
    return token;
  }

  /** Finds a token, expired or not. */
  find(token: string): { readonly grant: T; readonly isExpired: boolean } | undefined {
    const issued = this.#issued.get(token);
    return issued && { grant: issued.grant, isExpired: this.#now() >= issued.expires };
  }

  /** The grant behind a token, unless the token is unknown or expired. */
  grantOf(token: string): T | undefined {
    const found = this.find(token);
    return found?.isExpired ? undefined : found?.grant;
  }

  /** The grants behind all tokens that have not expired, each once for every token. */
  get grants(): T[] {
    return [...this.#issued.values()]
      .filter(({ expires }) => this.#now() < expires)
      .map(({ grant }) => grant);
  }

  /** Lets the lifetime of a token begin anew. */
  renew(token: string): void {
    const issued = this.#issued.get(token);
    if (issued) this.#issued.set(token, { ...issued, expires: this.#now() + this.#lifetime * 1000 });
  }

  delete(token: string): void {
    this.#issued.delete(token);
  }

  /** Forgets the tokens of these grants. Default: all. */
  revoke(isRevoked: (grant: T) => boolean = () => true): void {
    for (const [token, { grant }] of this.#issued) if (isRevoked(grant)) this.#issued.delete(token);
  }
}
