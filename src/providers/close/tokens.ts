import { oauth2Standard } from '../oauth2/tokens.js';
import type { TokenEndpoint } from '../token-endpoint.js';

/**
 * Close's token endpoint. The token response names the organization. Each refresh ends the old refresh token at once.
 *
 * @see https://developer.close.com/api/overview/oauth-authentication
 */
export const closeTokens: TokenEndpoint = {
  ...oauth2Standard,
  provider: 'close',
  vendor: 'Close',
  hosts: ['api.close.com'],
  tokenUrl: 'https://{host}/oauth2/token/',
  clientAuthentication: ['body'],
  pkce: 'never',
  account: { id: 'organization_id' },
  lifetimes: { accessToken: 3600 },
  rotatesRefreshToken: true,
  revocation: { url: 'https://{host}/oauth2/revoke/', by: 'parameter' },
};
