import type { ProviderFace } from '../../src/providers/provider.js';
import type { RefusalResponse, VendorRefusal } from './vendor-refusal.js';

/** An account of a vendor that the person can choose on the consent page. */
export interface VendorAccount {
  /** In the vendor's form. */
  readonly id: string;
  readonly name: string;
  /** Its host, where the vendor has one for each account. */
  readonly host?: string;
  /** Its data centre, where the vendor has several. */
  readonly region?: string;
}

/** The meaning of a code, and of all tokens that came from it: one client may act in one account. */
export interface VendorGrant {
  readonly clientId: string;
  readonly account: VendorAccount;
  /** As the token response writes them. */
  readonly scope: string;
  /** The one to which the response went. */
  readonly redirectUri: string;
  /** `code_challenge`, always S256. */
  readonly challenge: string | undefined;
  /** Whether a refresh token comes with the access token. */
  readonly isOffline: boolean;
}

/** Gives the text that the vendor would put there, or a hostile host in its place: the behaviour `host`. */
export type HostWriter = (real: string) => string;

/** How a client shows itself at the token endpoint. `query` is a GET; `none` is for clients that have no secret, with PKCE. */
export type Authentication = 'body' | 'basic' | 'query' | 'none';

/** Where a request's scopes come from: the request itself, which may or must hold some, or the app's settings. */
export type ScopeRule = { readonly default: string } | 'required' | { readonly app: string };

/** What becomes of refresh tokens. */
export interface RefreshRule {
  /**
   * The old one after a refresh: it `stays` the only one, and the answer repeats it or is `silent`; or the answer has a new one,
   * and the old one is `kept` good, or `ends` at once.
   */
  readonly old: 'stays' | 'silent' | 'kept' | 'ends';
  /** Whether the old access token ends at once, too. Default `false`. */
  readonly endsAccessToken?: boolean;
  /** Seconds for which an old one that has ended gets the same answer once more. Default 0. */
  readonly grace?: number;
  /**
   * Whether a request gets a refresh token at all. Default: each does.
   *
   * @param request the parameters, of which `scope` holds the granted ones
   * @param hadOne whether the client has had one for this account
   */
  readonly isGiven?: (request: URLSearchParams, hadOne: boolean) => boolean;
}

/** In seconds; absent for no end. */
export interface Lifetimes {
  readonly code: number;
  readonly accessToken?: number;
  readonly refreshToken?: number;
}

/** The API call that tells which account a token is for. */
export interface AccountCall {
  readonly path: string;
  /** Default `GET`. */
  readonly method?: 'POST';
  /** The schemes of the header; empty for a bare token. Default `Bearer` alone. */
  readonly schemes?: readonly string[];
  /** A scope without which it is refused. Default: none. */
  readonly scope?: string;
  readonly answer: (account: VendorAccount) => object;
}

/** The endpoint that ends a grant. */
export interface RevocationCall {
  readonly path: string;
  /** Default `POST`. */
  readonly method?: 'DELETE';
  /** What it asks for: the parameter `token` and the client's credentials, the parameter alone, or a bearer token. */
  readonly by: 'client' | 'token' | 'bearer';
  /** Default 200. */
  readonly status?: 204;
  /** Default: no body. */
  readonly body?: object;
}

/** A CRM that speaks OAuth 2.0, and all in which it differs from the standard. Each trait is one that the vendor documents. */
export interface Vendor {
  readonly face: ProviderFace;
  /** Path of the consent page at the vendor. `:tenant` stands for any segment. */
  readonly authorizationPath: string;
  readonly tokenPath: string;
  /** Default: two accounts with numbers. */
  readonly accounts?: readonly [VendorAccount, VendorAccount];
  /** Attributes that a button needs besides its client id and redirect URI, as HTML. */
  readonly attributes?: readonly string[];

  /** Whether an authorization request can do without `response_type`. Default `false`. */
  readonly omitsResponseType?: boolean;
  /** Default: a request may have any, and none is an empty list. */
  readonly scopes?: ScopeRule;
  /** Between scopes, in the request. Default a space. */
  readonly scopeSeparator?: ',';
  /** Default `may`. */
  readonly pkce?: 'never' | 'may' | 'must';
  /**
   * Which redirect URI counts: that of the `request`, which has to be the registered one; the `registered` one if the request has
   * none; or that one `always`. Default `request`.
   */
  readonly redirectUri?: 'request' | 'registered' | 'always';
  /** The response to a refusal, or `page`: the window stays where it is. Default `access_denied`. */
  readonly refusal?: Readonly<Record<string, string>> | 'page';
  /** Further parameters of the response with a code. */
  readonly response?: (account: VendorAccount, at: HostWriter) => Readonly<Record<string, string>>;

  /** Default: every way but `query`. */
  readonly authentication?: readonly Authentication[];
  /** Of the token request. Default `form`. */
  readonly encoding?: 'json';
  /** Whether a token request with a code needs its `redirect_uri`. Default `required`. */
  readonly tokenRedirectUri?: 'required' | 'optional' | 'ignored';
  /** Parameters that a token request with a code needs as well. */
  readonly tokenParameters?: readonly string[];
  /** Status of a token response. Default 200. */
  readonly status?: 201;
  /** Default: ten minutes for a code, an hour for an access token. */
  readonly lifetimes?: {
    readonly code: number;
    readonly accessToken?: number;
    readonly refreshToken?: number;
  };
  /** Default: a refresh gives a new one, and the old one ends. `none`: there are no refresh tokens. */
  readonly refresh?: RefreshRule | 'none';
  /** Fields in which a token response differs; `undefined` takes one out. */
  readonly tokens?: (grant: VendorGrant, at: HostWriter, accessToken: string) => object;
  /** Error for a verifier that does not fit the challenge. Default `invalid_grant`. */
  readonly wrongVerifier?: 'invalid_request';
  /** The response to a token request that is refused. Default: that of RFC 6749, section 5.2. */
  readonly refuse?: (refusal: VendorRefusal) => RefusalResponse;

  readonly account?: AccountCall;
  readonly revocation?: RevocationCall;
  /** The body of the DELETE that tells a redirect URI of an uninstallation. Default: nobody tells. */
  readonly uninstallation?: (clientId: string, account: VendorAccount, time: Date) => object;
}

/** The user behind every grant, where a vendor tells. */
export const USER_ID = 7_000_001;

/**
 * The two accounts of a vendor.
 *
 * @param domain below which each has a host of its own
 */
export function accounts(first: string, second: string, domain?: string): [VendorAccount, VendorAccount] {
  const account = (id: string, name: string, label: string) => ({
    id,
    name,
    ...(domain && { host: `${label}.${domain}` }),
  });
  return [account(first, 'Acme Trading', 'acme'), account(second, 'Globex', 'globex')];
}

/** What becomes of a vendor's refresh tokens; `undefined` where there are none. */
export function refreshRuleOf({ refresh = { old: 'ends' } }: Vendor): RefreshRule | undefined {
  return refresh === 'none' ? undefined : refresh;
}

/** The lifetimes of a vendor's codes and tokens. */
export function lifetimesOf({ lifetimes = { code: 600, accessToken: 3600 } }: Vendor): Lifetimes {
  return lifetimes;
}

/** The accounts that a person can choose from. */
export function accountsOf({
  accounts: own = accounts('4100001', '4100002'),
}: Vendor): readonly [VendorAccount, VendorAccount] {
  return own;
}
