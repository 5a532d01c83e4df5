import { oauth2Standard } from '../oauth2/tokens.js';
import type { TokenEndpoint } from '../token-endpoint.js';

/**
 * HighLevel's token endpoint, for tokens of a sub-account. The token response names it as `locationId`; where an agency has
 * installed the app for many, there is none, and `fetchAccount()` says so.
 *
 * @see https://marketplace.gohighlevel.com/docs/Authorization/OAuth2.0
 */
export const highlevelTokens: TokenEndpoint = {
  ...oauth2Standard,
  provider: 'highlevel',
  vendor: 'HighLevel',
  hosts: ['services.leadconnectorhq.com'],
  tokenUrl: 'https://{host}/oauth/token',
  clientAuthentication: ['body'],
  pkce: 'never',
  parameters: { user_type: 'Location' },
  account: { id: 'locationId' },
  lifetimes: { accessToken: 86_400, refreshToken: 31_536_000 },
  rotatesRefreshToken: true,
};
