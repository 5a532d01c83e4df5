/**
 * How a client authenticates at the token endpoint (RFC 6749, section 2.3.1): by its secret in the `body` or in an
 * `Authorization` header (`basic`), or not at all (`none`): a public client, which uses PKCE.
 */
export type ClientAuthentication = 'body' | 'basic' | 'none';

/** A field of a token response that the standard leaves optional (RFC 6749, section 5.1). */
export type OptionalTokenField = 'refresh_token' | 'expires_in';

/** The hosts of a provider that has one for each account, and names it in the authorization response. */
export interface NamedHosts {
  /** The parameter of the response, such as `referer`. */
  readonly parameter: string;
  /** Matches the hosts that only the vendor can hand out. It is anchored at both ends, whether it says so or not. */
  readonly pattern: RegExp;
}

/** A provider's token endpoint: which hosts may get the client secret, and in which form. Plain data. */
export interface TokenEndpoint {
  /** Name of the provider, which is kept with the tokens. */
  readonly provider: string;
  /** The owner of the hosts, for errors, such as `RingCentral`. */
  readonly vendor: string;
  /**
   * The hosts that may get the client secret: a closed table, of which the first one counts if nothing else is said, or a
   * pattern for the host that the response names.
   */
  readonly hosts: readonly string[] | NamedHosts;
  /** URL of the token endpoint. `{host}` stands for one of the hosts; a URL at any other host is refused. */
  readonly tokenUrl: string;
  /** URL that any good access token opens, in the same form. Absent: `forgetDisconnected()` cannot ask this provider. */
  readonly accountUrl?: string | undefined;
  /** The ways in which clients may authenticate, in order of preference. `none` admits clients without a secret. */
  readonly clientAuthentication: readonly ClientAuthentication[];
  /** How requests are encoded. The standard knows `form` only (RFC 6749, section 4.1.3). */
  readonly encoding: 'json' | 'form';
  /** Whether a `code_verifier` may be sent (RFC 7636, section 4.5). */
  readonly acceptsCodeVerifier: boolean;
  /** The optional fields without which a response of this endpoint holds no tokens. */
  readonly requiredFields: readonly OptionalTokenField[];
  /** Whether a refresh names the redirect URI, too. Default `false`. */
  readonly sendsRedirectUriOnRefresh?: boolean | undefined;
  /**
   * Whether the old refresh token stays good until the new one is used. Then a refresh without an answer is sent once more;
   * elsewhere a second use may revoke the whole grant (RFC 9700, section 4.14.2). Default `false`.
   */
  readonly keepsOldRefreshToken?: boolean | undefined;
  /** Matches a description that means `invalid_grant`, if the endpoint sends no error codes. */
  readonly invalidGrantHint?: RegExp | undefined;
}
