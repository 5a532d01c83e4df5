import { own } from '../own.js';
import { preparePair, takePair } from '../pkce.js';
import type { AuthorizationRequest } from '../provider.js';
import { secureUrl } from '../url.js';

/** Options of `oauth2()`. */
export interface OAuth2Options {
  /**
   * URL of the server's authorization endpoint, which may have a query. Must be https, or http on a loopback host, without a
   * fragment (RFC 6749, section 3.1).
   */
  authorizationEndpoint: string;
  /** The client identifier that the server issued. */
  clientId: string;
  /**
   * Where the server sends the browser: a page that reports with `callback.js` or `reportAuthorization()`. Must be https,
   * or http on a loopback host, without a fragment. It is sent exactly as given: servers compare it so.
   */
  redirectUri: string;
  /** Scopes, by the server's names, separated by spaces. Default: the server's choice. */
  scope?: string | undefined;
  /**
   * The server's issuer identifier, if its responses carry `iss` (`authorization_response_iss_parameter_supported` in its
   * metadata). A response with another `iss`, or with none, is then refused as `issuer_mismatch` (RFC 9207, section 2.4).
   */
  issuer?: string | undefined;
  /** Whether to use PKCE (RFC 7636), always with S256. Default `true`. */
  pkce?: boolean | undefined;
  /** Opaque value that comes back with the response. Default: 128 random bits, new for each attempt. */
  state?: string | undefined;
  /** Exact origins whose redirect page may report, besides this page's and the redirect URI's. */
  allowedOrigins?: readonly string[] | undefined;
  /** Size of the consent window in CSS pixels. Default: 600 by 700. */
  window?: { readonly width: number; readonly height: number } | undefined;
  /** Further parameters, such as `prompt` or `audience`. */
  parameters?: Readonly<Record<string, string>> | undefined;
}

/**
 * An authorization request to any OAuth 2.0 server: authorization code grant, with PKCE unless that is switched off.
 *
 * Make it before the click: PKCE's verifier takes a moment, and the window must open at once. `ready` fulfils when it can.
 * Only the redirect page's report counts, and only with the attempt's state. The response then has `code` and `codeVerifier`
 * for the token request.
 *
 * @example
 * ```ts
 * const request = oauth2({
 *   authorizationEndpoint: 'https://id.example/authorize',
 *   clientId: '…',
 *   redirectUri: 'https://shop.example/callback',
 *   scope: 'openid email',
 * });
 * button.onclick = async () => {
 *   const { code, codeVerifier } = await authorize(request);
 * };
 * ```
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-4.1.1
 * @see https://www.rfc-editor.org/rfc/rfc9700#section-2.1.1
 */
export function oauth2(options: OAuth2Options): AuthorizationRequest {
  const given = own(options);
  const { authorizationEndpoint, clientId, redirectUri, scope, issuer, pkce = true, parameters } = given;
  return {
    provider: 'oauth2',
    clientId,
    mode: 'report',
    state: given.state,
    redirectUri,
    allowedOrigins: given.allowedOrigins,
    issuer,
    window: given.window ?? { width: 600, height: 700 },
    ready: pkce ? preparePair() : undefined,
    isConsentOrigin: () => false,
    prepare(state) {
      const endpoint = endpointUrl('authorizationEndpoint (authorization-endpoint)', authorizationEndpoint);
      endpointUrl('redirectUri (redirect_uri)', redirectUri);
      if (!clientId) {
        throw new TypeError('clientId (client-id) is missing: give the id that the server issued.');
      }
      const pair = pkce ? takePair() : undefined;
      const query = {
        response_type: 'code',
        client_id: clientId,
        redirect_uri: redirectUri,
        ...(scope && { scope }),
        state,
        ...(pair && { code_challenge: pair.codeChallenge, code_challenge_method: 'S256' }),
      };
      // No parameter may appear twice (RFC 6749, section 3.1).
      for (const name of [...endpoint.searchParams.keys(), ...Object.keys(parameters ?? {})]) {
        if (Object.hasOwn(query, name)) {
          throw new TypeError(`${name} is sent anyway: take it out of authorizationEndpoint and parameters.`);
        }
      }
      const sent = new URLSearchParams({ ...query, ...parameters });
      return {
        url: appendQuery(authorizationEndpoint, sent),
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
