import { own } from '../../providers/own.js';
import type { TokenEndpoint } from '../../providers/token-endpoint.js';
import { TOKEN_ENDPOINTS, tokenEndpointOf } from '../../providers/token-endpoints.js';
import { CallbackError } from '../callback-error.js';
import { checkApiHost } from './api-hosts.js';
import { Redacted } from './redacted.js';

/** The fields of a `TokenSet` as plain data, for a store. Do not log it. `null` counts as absent. */
export interface TokenRecord {
  /** Name of the provider. Default `kommo`: older records have none. */
  readonly provider?: string | null | undefined;
  /** Host of the API that the tokens are for, such as `acme.kommo.com`. */
  readonly host: string;
  readonly accessToken: string;
  /** Absent if the provider has given none: of Kommo and amoCRM only with a long-lived token, from the integration's settings. */
  readonly refreshToken?: string | null | undefined;
  /** When the tokens were received, in ms since the epoch. */
  readonly issuedAt: number;
  /** When the access token expires, in ms since the epoch. Absent if the provider has not said so. */
  readonly expiresAt?: number | null | undefined;
  /** When the refresh token expires, in ms since the epoch. Absent if nobody has said so. */
  readonly refreshExpiresAt?: number | null | undefined;
  /** The vendor's id of the account, if the token response has told it. */
  readonly account?: string | null | undefined;
}

/**
 * The tokens of one account (RFC 6749, section 5.1). They are bearer tokens: whoever reads one may use it. So only code that
 * asks for them by name gets them; consoles, loggers, template strings and `JSON.stringify()` get `[TokenSet acme.kommo.com]`.
 * To store them, use `toRecord()`.
 *
 * A token from elsewhere, such as a long-lived one of Kommo's, is a record without a refresh token, and perhaps without an end.
 *
 * @throws TypeError for an incomplete record
 * @throws CallbackError `invalid_referer` or `invalid_host` if the host is not one of the provider's
 */
export class TokenSet extends Redacted {
  /** Name of the provider, such as `kommo`. */
  readonly provider: string;
  /** Host of the API that the tokens are for: one that the provider's definition names. */
  readonly host: string;
  readonly issuedAt: number;
  /** When the access token expires, in ms since the epoch; `Infinity` if the provider has not said so. */
  readonly expiresAt: number;
  /**
   * When the refresh token expires, in ms since the epoch: as the response says (`refresh_token_expires_in`), or the vendor's documents.
   * `Infinity` if neither does, or if there is none.
   *
   * @see https://datatracker.ietf.org/doc/draft-ietf-oauth-refresh-token-expiration/
   */
  readonly refreshExpiresAt: number;
  /** The vendor's id of the account, if the token response has told it. `fetchAccount()` tells it in any case. */
  readonly account: string | undefined;
  readonly #accessToken: string;
  readonly #refreshToken: string | undefined;

  constructor(record: TokenRecord) {
    super();
    const { host, accessToken, issuedAt, ...optional } = own(record);
    const provider = optional.provider ?? 'kommo';
    const refreshToken = optional.refreshToken ?? undefined;
    const expiresAt = optional.expiresAt ?? undefined;
    const refreshExpiresAt = optional.refreshExpiresAt ?? undefined;
    const account = optional.account ?? undefined;
    const endpoint = tokenEndpointOf(provider);
    const isWhole =
      typeof provider === 'string' &&
      isToken(accessToken) &&
      (refreshToken === undefined || isToken(refreshToken)) &&
      (expiresAt === undefined || Number.isFinite(expiresAt)) &&
      (refreshExpiresAt === undefined || Number.isFinite(refreshExpiresAt)) &&
      (account === undefined || typeof account === 'string') &&
      Number.isFinite(issuedAt);
    if (!isWhole) throw new TypeError('This is no record of tokens. Store what toRecord() gives.');
    this.provider = provider;
    this.host = checkRecordedHost(endpoint, host);
    this.issuedAt = issuedAt;
    this.expiresAt = expiresAt ?? Infinity;
    this.refreshExpiresAt = refreshToken && refreshExpiresAt !== undefined ? refreshExpiresAt : Infinity;
    this.account = account;
    this.#accessToken = accessToken;
    this.#refreshToken = refreshToken;
  }

  /** For the header: `Authorization: Bearer …` (RFC 6750), at Zoho `Zoho-oauthtoken …`. */
  get accessToken(): string {
    return this.#accessToken;
  }

  /** `undefined` if the provider has given none. */
  get refreshToken(): string | undefined {
    return this.#refreshToken;
  }

  /** Gives everything, secrets included, as plain data: for storage, and only for that. */
  toRecord(): TokenRecord {
    const { provider, host, accessToken, refreshToken, issuedAt, expiresAt, refreshExpiresAt, account } =
      this;
    return {
      provider,
      host,
      accessToken,
      ...(refreshToken && { refreshToken }),
      issuedAt,
      ...(Number.isFinite(expiresAt) && { expiresAt }),
      ...(Number.isFinite(refreshExpiresAt) && { refreshExpiresAt }),
      ...(account && { account }),
    };
  }

  override toString(): string {
    return `[TokenSet ${this.host}]`;
  }
}

/** Whether it can go into a header (RFC 6750, section 2.1). */
function isToken(token: unknown): boolean {
  return typeof token === 'string' && /^[\x21-\x7e]+$/.test(token);
}

/**
 * Checks the host of a record against the catalogue. The hosts of a definition of the site's own are known to its `Client` alone,
 * which checks them before any request; here it is enough that the text is a host.
 */
function checkRecordedHost(endpoint: TokenEndpoint | undefined, host: unknown): string {
  if (endpoint && endpoint !== TOKEN_ENDPOINTS.oauth2) return checkApiHost(endpoint, host);
  const url = `https://${String(host)}`;
  const parsed = URL.canParse(url) ? new URL(url).host : '';
  if (typeof host === 'string' && parsed && [parsed, `${parsed}:443`].includes(host)) return host;
  throw new CallbackError('invalid_host', 'The record holds no host.');
}
