import { oauth2Standard } from '../oauth2/tokens.js';
import type { TokenEndpoint } from '../token-endpoint.js';

/**
 * The token endpoint of monday.com's newer flow; the older one's tokens ended on 2026-10-01. The response has no `expires_in`: an
 * access token lasts an hour. Which account it is for needs the scope `account:read`.
 *
 * @see https://developer.monday.com/apps/docs/migrating-to-the-new-oauth-flow
 */
export const mondayTokens: TokenEndpoint = {
  ...oauth2Standard,
  provider: 'monday',
  vendor: 'monday.com',
  hosts: ['auth.monday.com'],
  tokenUrl: 'https://{host}/oauth_ms/oauth/token',
  apiHosts: ['api.monday.com'],
  clientAuthentication: ['body'],
  encoding: 'json',
  pkce: 'must',
  account: {
    url: 'https://{host}/v2',
    body: { query: '{ account { id name } }' },
    id: 'data.account.id',
    name: 'data.account.name',
  },
  lifetimes: { code: 600, accessToken: 3600 },
  rotatesRefreshToken: true,
  revocation: { url: 'https://{host}/oauth_ms/oauth/revoke', by: 'parameter' },
};
