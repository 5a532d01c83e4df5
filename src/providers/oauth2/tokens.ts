import { own } from '../own.js';
import type { ClientAuthentication, TokenEndpoint } from '../token-endpoint.js';
import { secureUrl } from '../url.js';

/** Settings of `oauth2Tokens()`. */
export interface OAuth2TokensOptions {
  /**
   * URL of the server's token endpoint, from your own configuration, never from a response. Its host gets the client secret.
   * Must be https, or http on a loopback host, without a fragment (RFC 6749, section 3.2).
   */
  readonly tokenEndpoint: string;
  /** Default: `basic` for a client with a secret, `none` for one without. */
  readonly clientAuthentication?: ClientAuthentication | undefined;
  /** URL of the server's revocation endpoint, at the same host (RFC 7009). Default: none. */
  readonly revocationEndpoint?: string | undefined;
}

/** All that the standard fixes of a token endpoint. It names no host: nobody gets a secret before `oauth2Tokens()` names one. */
export const oauth2Standard: TokenEndpoint = {
  provider: 'oauth2',
  vendor: 'the OAuth 2.0 server',
  hosts: [],
  tokenUrl: 'https://{host}',
  clientAuthentication: ['basic', 'none'],
  encoding: 'form',
  pkce: 'may',
  requiredFields: [],
};

/**
 * The token endpoint of any OAuth 2.0 server.
 *
 * @example
 * ```ts
 * const provider = oauth2Tokens({ tokenEndpoint: 'https://id.example/token' });
 * const client = new Client({ provider, clientId, clientSecret, redirectUri });
 * ```
 * @throws TypeError for a `tokenEndpoint` that is not secure, or has a fragment
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-3.2
 */
export function oauth2Tokens(options: OAuth2TokensOptions): TokenEndpoint {
  const { tokenEndpoint, clientAuthentication, revocationEndpoint } = own(options);
  const url = secureUrl('tokenEndpoint', tokenEndpoint);
  if (tokenEndpoint.includes('#')) throw new TypeError('tokenEndpoint must have no fragment: take out "#".');
  return {
    ...oauth2Standard,
    hosts: [url.host],
    tokenUrl: url.href,
    ...(clientAuthentication && { clientAuthentication: [clientAuthentication] }),
    ...(revocationEndpoint && { revocation: { url: revocationEndpoint, by: 'parameter' } }),
  };
}
