import { own } from '../own.js';
import { isChallenge, preparePair, takePair } from '../pkce.js';
import type { AuthorizationRequest } from '../provider.js';
import { secureUrl } from '../url.js';

/** Options of every authorization request by which a server gives a code. */
export interface CodeRequestOptions {
  /** The client identifier that the server issued. */
  clientId: string;
  /**
   * Where the server sends the browser: a page that reports with `callback.js` or `reportAuthorization()`. Must be https,
   * or http on a loopback host, without a fragment. It is sent exactly as given: servers compare it so.
   */
  redirectUri: string;
  /** Scopes, by the server's names, separated by spaces. Default: the server's choice. */
  scope?: string | undefined;
  /** Opaque value that comes back with the response. Default: 128 random bits, new for each attempt. */
  state?: string | undefined;
  /**
   * PKCE's challenge from your server, which keeps the verifier (RFC 7636, section 4.2): SHA-256 in 43 characters of base64url. It
   * is sent whatever `pkce` says, and the response has no `codeVerifier`. Default: a pair of the page's own, for a server that uses
   * PKCE, new for each attempt.
   */
  codeChallenge?: string | undefined;
  /** Exact origins whose redirect page may report, besides this page's and the redirect URI's. */
  allowedOrigins?: readonly string[] | undefined;
  /** Size of the consent window in CSS pixels. Default: 600 by 700. */
  window?: { readonly width: number; readonly height: number } | undefined;
  /** Further parameters, such as `prompt` or `audience`. */
  parameters?: Readonly<Record<string, string>> | undefined;
}

/** Options of a request to a vendor of the catalogue. */
export interface VendorOptions extends CodeRequestOptions {
  /** Base URL of another authorization server, such as the sandbox. Default: the vendor's. */
  server?: string | undefined;
}

/** What sets a server's requests apart. */
export interface CodeServer extends Pick<AuthorizationRequest, 'provider' | 'issuer'> {
  /**
   * Gives the URL of the authorization endpoint, at each attempt.
   *
   * @throws TypeError for an option without which there is none; the message names it and the remedy
   */
  readonly endpoint: () => string;
  /** Whether requests use PKCE (RFC 7636), always with S256. Default `true`. */
  readonly pkce?: boolean | undefined;
  /** Gives the scopes of an attempt, and throws as `endpoint` does. Default: those of the options. */
  readonly scope?: (() => string | undefined) | undefined;
  /** Parameters of its own, which the options may replace. */
  readonly parameters?: Readonly<Record<string, string>> | undefined;
  /** Standard parameters that it does not take. */
  readonly without?: readonly string[] | undefined;
}

/**
 * An authorization request for a code, of which only the redirect page's report counts, and only with the attempt's state.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-4.1.1
 */
export function codeRequest(vendor: CodeServer, options: VendorOptions): AuthorizationRequest {
  const known = own(vendor);
  const { provider, issuer, endpoint, pkce = true, without = [] } = known;
  const given = own(options);
  const { clientId, redirectUri, server, codeChallenge } = given;
  const makesPair = pkce && codeChallenge === undefined;
  return {
    provider,
    clientId,
    mode: 'report',
    state: given.state,
    redirectUri,
    allowedOrigins: given.allowedOrigins,
    issuer,
    window: given.window ?? { width: 600, height: 700 },
    ready: makesPair ? preparePair() : undefined,
    isConsentOrigin: () => false,
    prepare(state) {
      const scope = known.scope ? known.scope() : given.scope;
      const vendorUrl = endpoint();
      const base = server ? server.replace(/\/$/, '') + new URL(vendorUrl).pathname : vendorUrl;
      const { searchParams } = endpointUrl(
        server ? 'server' : 'authorizationEndpoint (authorization-endpoint)',
        base,
      );
      endpointUrl('redirectUri (redirect_uri)', redirectUri);
      if (!clientId) {
        throw new TypeError('clientId (client-id) is missing: give the id that the server issued.');
      }
      if (codeChallenge !== undefined && !isChallenge(codeChallenge)) {
        throw new TypeError('codeChallenge must have 43 characters of base64url, which SHA-256 gives.');
      }
      const pair = makesPair ? takePair() : undefined;
      const challenge = codeChallenge ?? pair?.codeChallenge;
      const query = {
        response_type: 'code',
        client_id: clientId,
        redirect_uri: redirectUri,
        ...(scope && { scope }),
        state,
        ...(challenge && { code_challenge: challenge, code_challenge_method: 'S256' }),
      };
      const parameters = { ...known.parameters, ...given.parameters };
      // No parameter may appear twice (RFC 6749, section 3.1).
      for (const name of [...searchParams.keys(), ...Object.keys(parameters)]) {
        if (Object.hasOwn(query, name)) {
          throw new TypeError(`${name} is sent anyway: take it out of authorizationEndpoint and parameters.`);
        }
      }
      const all = Object.entries({ ...query, ...parameters });
      const sent = new URLSearchParams(all.filter(([name]) => !without.includes(name)));
      return {
        url: appendQuery(base, sent),
        // A lone surrogate, for one, does not survive encoding.
        state: sent.get('state') ?? state,
        clientId,
        redirectUri,
        codeVerifier: pair?.codeVerifier,
      };
    },
  };
}

/** Neither endpoint may have a fragment (RFC 6749, sections 3.1 and 3.1.2). */
function endpointUrl(name: string, value: string): URL {
  const url = secureUrl(name, value);
  if (value.includes('#')) throw new TypeError(`${name} must have no fragment: take "#" out of "${value}".`);
  return url;
}

/** Keeps the endpoint's own query as it is. A space becomes `%20`, which no server takes for a plus. */
function appendQuery(base: string, query: URLSearchParams): string {
  return `${base}${base.includes('?') ? '&' : '?'}${query.toString().replaceAll('+', '%20')}`;
}
