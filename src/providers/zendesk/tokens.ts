import { oauth2Standard } from '../oauth2/tokens.js';
import { own } from '../own.js';
import type { TokenEndpoint } from '../token-endpoint.js';
import { DOMAIN, zendeskDomain } from './domain.js';

/** Settings of `zendeskTokens()`. */
export interface ZendeskTokensOptions {
  /** Host of the visitor's account, as for `zendesk()`: it gets the client secret. Make a client for each. */
  readonly domain: string;
  /** The scopes of the authorization request: Zendesk wants them with the code once more. Default `read`. */
  readonly scope?: string | undefined;
}

/**
 * Zendesk Support's token endpoint, at the account's own host, which is all that tells the account. Each refresh ends the old
 * refresh token, and the old access token, at once.
 *
 * @throws TypeError for a domain that is none of Zendesk's
 * @see https://developer.zendesk.com/api-reference/ticketing/oauth/grant_type_tokens/
 */
export function zendeskTokens(options: ZendeskTokensOptions): TokenEndpoint {
  const { domain, scope = 'read' } = own(options);
  return { ...zendeskStandard, hosts: [zendeskDomain(domain)], parameters: { scope } };
}

/** The same for a record, which may be of any account. */
export const zendeskStandard: TokenEndpoint = {
  ...oauth2Standard,
  provider: 'zendesk',
  vendor: 'Zendesk',
  hosts: { parameter: 'domain', pattern: DOMAIN },
  tokenUrl: 'https://{host}/oauth/tokens',
  clientAuthentication: ['body', 'none'],
  encoding: 'json',
  account: 'host',
  lifetimes: { code: 120, accessToken: 1800, refreshToken: 2_592_000 },
  rotatesRefreshToken: true,
  revocation: { url: 'https://{host}/api/v2/oauth/tokens/current.json', method: 'DELETE', by: 'bearer' },
};
