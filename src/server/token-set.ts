import { accountHost } from './account-host.js';
import { Redacted } from './redacted.js';

/** The fields of a `TokenSet` as plain data, for a store. It is not to be logged. */
export interface TokenRecord {
  /** The account's host, such as `acme.kommo.com`. */
  readonly host: string;
  readonly accessToken: string;
  readonly refreshToken: string;
  /** When the tokens were received, in ms since the epoch. */
  readonly issuedAt: number;
  /** When the access token expires, in ms since the epoch: a day after it was issued. */
  readonly expiresAt: number;
}

/**
 * The tokens of one account (RFC 6749, section 5.1). Both are bearer tokens: whoever reads one may use it. So they are
 * there for those who ask for them by name, and for nobody else: consoles, loggers, template strings and `JSON.stringify()`
 * get `[TokenSet acme.kommo.com]`. To store them, use `toRecord()`.
 *
 * The refresh token lasts 3 months, and is replaced at each refresh.
 *
 * @throws TypeError for a record that is not whole
 * @throws CallbackError `invalid_referer` where its host is not the CRM's
 */
export class TokenSet extends Redacted {
  readonly host: string;
  readonly issuedAt: number;
  readonly expiresAt: number;
  readonly #accessToken: string;
  readonly #refreshToken: string;

  constructor(record: TokenRecord) {
    super();
    const { host, accessToken, refreshToken, issuedAt, expiresAt } = Object(record) as TokenRecord;
    // Bearer tokens go into a header: RFC 6750, section 2.1.
    const isWhole =
      [accessToken, refreshToken].every(
        (token) => typeof token === 'string' && /^[\x21-\x7e]+$/.test(token),
      ) && [issuedAt, expiresAt].every(Number.isFinite);
    if (!isWhole) throw new TypeError('This is no record of tokens. Store what toRecord() gives.');
    this.host = accountHost(host);
    this.issuedAt = issuedAt;
    this.expiresAt = expiresAt;
    this.#accessToken = accessToken;
    this.#refreshToken = refreshToken;
  }

  /** For the header: `Authorization: Bearer …` (RFC 6750). */
  get accessToken(): string {
    return this.#accessToken;
  }

  get refreshToken(): string {
    return this.#refreshToken;
  }

  /** Everything, secrets included, as plain data: for storage, and only for that. */
  toRecord(): TokenRecord {
    const { host, accessToken, refreshToken, issuedAt, expiresAt } = this;
    return { host, accessToken, refreshToken, issuedAt, expiresAt };
  }

  override toString(): string {
    return `[TokenSet ${this.host}]`;
  }
}
