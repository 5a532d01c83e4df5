import { own } from '../own.js';
import type { AuthorizationRequest } from '../provider.js';
import { codeRequest, type CodeRequestOptions } from './code-request.js';

/** Options of `oauth2()`. */
export interface OAuth2Options extends CodeRequestOptions {
  /**
   * URL of the server's authorization endpoint, which may have a query. Must be https, or http on a loopback host, without a
   * fragment (RFC 6749, section 3.1).
   */
  authorizationEndpoint: string;
  /**
   * The server's issuer identifier, if its responses carry `iss` (`authorization_response_iss_parameter_supported` in its
   * metadata). A response with another `iss`, or with none, is then refused as `issuer_mismatch` (RFC 9207, section 2.4).
   */
  issuer?: string | undefined;
  /** Whether to use PKCE (RFC 7636), always with S256. Default `true`. */
  pkce?: boolean | undefined;
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
  const { authorizationEndpoint, issuer, pkce } = own(options);
  // The endpoint is a whole URL already.
  const given = { ...options, server: undefined };
  return codeRequest({ provider: 'oauth2', issuer, pkce, endpoint: () => authorizationEndpoint }, given);
}
