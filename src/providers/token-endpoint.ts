/**
 * How a client authenticates at the token endpoint (RFC 6749, section 2.3.1): by its secret in the `body`, in an
 * `Authorization` header (`basic`) or in the `query` of a GET, or not at all (`none`): a public client, which uses PKCE.
 */
export type ClientAuthentication = 'body' | 'basic' | 'query' | 'none';

/** A field of a token response that the standard leaves optional (RFC 6749, section 5.1). */
export type OptionalTokenField = 'refresh_token' | 'expires_in';

/** The hosts of a provider that has one for each account, and names it in the authorization response. */
export interface NamedHosts {
  /** The parameter of the response, such as `referer`. */
  readonly parameter: string;
  /** Matches the hosts that only the vendor can hand out. It is anchored at both ends, whether it says so or not. */
  readonly pattern: RegExp;
}

/** A table of hosts of which the authorization response names one by its key. A host that the response holds is not read. */
export interface KeyedHosts {
  /** The parameter of the response, such as `location`. */
  readonly parameter: string;
  /** By key. The first one counts where the response has no such parameter. */
  readonly table: Readonly<Record<string, string>>;
}

/** The API's hosts, of which the token response names one. */
export interface AnsweredHosts {
  /** The field of the token response with the API's URL, such as `instance_url`. */
  readonly field: string;
  /** Matches the hosts that only the vendor can hand out. It is anchored at both ends, whether it says so or not. */
  readonly pattern: RegExp;
  /** Further hosts: a client's own, in its settings. */
  readonly further?: readonly string[] | undefined;
  /** Whether it matches any domain: in records, which hold what was checked against a client's settings. Default `false`. */
  readonly hasOwnDomains?: boolean | undefined;
}

/** How the account is learned that an access token opens: from the API, or from the token response itself. */
export interface AccountSource {
  /** URL that any good access token opens. `{host}` stands for the API's host. Absent: the token response tells. */
  readonly url?: string | undefined;
  /** JSON to post there. Default: none, and the request is a GET. */
  readonly body?: Readonly<Record<string, string>> | undefined;
  /** Where the account's id is in the answer, such as `data.company_id`. */
  readonly id: string;
  /** Where its name is. */
  readonly name?: string | undefined;
}

/** Lifetimes in seconds, as the vendor documents them; absent if it does not, or if there is no end. */
export interface Lifetimes {
  readonly code?: number | undefined;
  /** Counts where a token response has no `expires_in`. */
  readonly accessToken?: number | undefined;
  readonly refreshToken?: number | undefined;
}

/** How a client ends a grant. */
export interface Revocation {
  /** `{host}` stands for the host that gets it: of the token endpoint, or, for a `bearer`, of the API. */
  readonly url: string;
  /** Default `POST`. */
  readonly method?: 'POST' | 'DELETE' | undefined;
  /**
   * How the token is shown: `parameter` sends it as `token`, the refresh token where there is one, and the client authenticates
   * (RFC 7009, section 2.1); `bearer` sends the access token in the header.
   */
  readonly by: 'parameter' | 'bearer';
}

/** Fields of the JSON in the notice of an uninstallation, which shows the client's own id and secret by Basic authentication. */
export interface UninstallNotice {
  /** Where the account's id is. */
  readonly account: string;
  /** Where the user's id is. */
  readonly user?: string | undefined;
}

/** How the host of an account is learned that was renamed: from the grant's own refresh token, shown in a header. */
export interface CurrentHost {
  /** URL of the call. `{host}` stands for the API's host that stays, or else the account's last one. */
  readonly url: string;
  /** Claim of the access token, a JWT, that names the host that stays. */
  readonly claim: string;
  /** The header that shows the refresh token. */
  readonly header: string;
  /** Field of the answer with the account's host. */
  readonly field: string;
}

/** Claims of a token (RFC 7519), signed with the client secret, that a page inside the CRM shows to the client's server. */
export interface OneTimeTokenClaims {
  readonly client: string;
  readonly account: string;
  readonly user: string;
  readonly isAdmin: string;
}

/** A provider's token endpoint: which hosts may get the client secret, which ones a token, and in which form. Plain data. */
export interface TokenEndpoint {
  /** Name of the provider, which is kept with the tokens. */
  readonly provider: string;
  /** The owner of the hosts, for errors, such as `RingCentral`. */
  readonly vendor: string;
  /**
   * The hosts that may get the client secret: a closed list, of which the first one counts if nothing else is said, or those of
   * which the response names one.
   */
  readonly hosts: readonly string[] | NamedHosts | KeyedHosts;
  /** URL of the token endpoint. `{host}` stands for one of the hosts; a URL at any other host is refused. */
  readonly tokenUrl: string;
  /**
   * The hosts that may get an access token: a closed list, a table by the token endpoint's host, or those of which the token
   * response names one. Default: the token endpoint's host.
   */
  readonly apiHosts?: readonly string[] | Readonly<Record<string, string>> | AnsweredHosts | undefined;
  /** The scheme of the header that holds an access token. Default `Bearer` (RFC 6750, section 2.1). */
  readonly scheme?: string | undefined;
  /** Tells which account a token opens; `host`, if it is the API's host. Absent: `fetchAccount()` cannot tell. */
  readonly account?: AccountSource | 'host' | undefined;
  /** The ways in which clients may authenticate, in order of preference. `none` admits clients without a secret. */
  readonly clientAuthentication: readonly ClientAuthentication[];
  /** How a body is encoded. The standard knows `form` only (RFC 6749, section 4.1.3). */
  readonly encoding: 'json' | 'form';
  /** Whether a client may, must or can't send a `code_verifier` (RFC 7636, section 4.5). */
  readonly pkce: 'may' | 'must' | 'never';
  /** Whether `createHandler()` uses PKCE with it. Default: wherever a client may. */
  readonly usesPkce?: boolean | undefined;
  /** The optional fields without which a response of this endpoint holds no tokens. */
  readonly requiredFields: readonly OptionalTokenField[];
  /** Whether token responses name no `token_type`. Default `false`. */
  readonly omitsTokenType?: boolean | undefined;
  /** Further parameters of each token request. */
  readonly parameters?: Readonly<Record<string, string>> | undefined;
  /** Which token requests name the redirect URI (RFC 6749, section 4.1.3). Default `code`: those with a code. */
  readonly sendsRedirectUri?: 'code' | 'always' | 'never' | undefined;
  readonly lifetimes?: Lifetimes | undefined;
  /** Whether each refresh gives a new refresh token in place of the old one. Default `false`. */
  readonly rotatesRefreshToken?: boolean | undefined;
  /**
   * Whether the old refresh token stays good until the new one is used. Then a refresh without an answer is sent once more;
   * elsewhere a second use may revoke the whole grant (RFC 9700, section 4.14.2). Default `false`.
   */
  readonly keepsOldRefreshToken?: boolean | undefined;
  /** Error codes of the endpoint's own, by those that they stand for (RFC 6749, section 5.2). */
  readonly errorCodes?:
    | Readonly<
        Partial<Record<'invalid_grant' | 'invalid_client' | 'temporarily_unavailable', readonly string[]>>
      >
    | undefined;
  /** Matches a description that means `invalid_grant`, if the endpoint sends no error codes. */
  readonly invalidGrantHint?: RegExp | undefined;
  /** How a client ends a grant. Absent: only the person can, at the CRM. */
  readonly revocation?: Revocation | undefined;
  /** How the host of a renamed account is learned. Absent: accounts keep their hosts, or nobody tells. */
  readonly currentHost?: CurrentHost | undefined;
  /** The claims of one-time tokens. Absent: the CRM has none. */
  readonly oneTimeToken?: OneTimeTokenClaims | undefined;
  /** Whether the CRM tells of a disconnection by a signed URL, which `verifyDisconnect()` reads. Default `false`. */
  readonly signsDisconnections?: boolean | undefined;
  /**
   * Whether the CRM sends a code of its own accord, when somebody installs a widget there: to the redirect URI, without a state.
   * Default `false`.
   */
  readonly installsWidgets?: boolean | undefined;
  /** The notice that the CRM sends to the redirect URI. Absent: none that can be verified. */
  readonly uninstallNotice?: UninstallNotice | undefined;
}
