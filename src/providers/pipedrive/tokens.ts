import { oauth2Standard } from '../oauth2/tokens.js';
import type { TokenEndpoint } from '../token-endpoint.js';

/**
 * Pipedrive's token endpoint. The token response names the company's host. A refresh token ends when it was not used for 60
 * days.
 *
 * @see https://pipedrive.readme.io/docs/marketplace-oauth-authorization
 */
export const pipedriveTokens: TokenEndpoint = {
  ...oauth2Standard,
  provider: 'pipedrive',
  vendor: 'Pipedrive',
  hosts: ['oauth.pipedrive.com'],
  tokenUrl: 'https://{host}/oauth/token',
  apiHosts: { field: 'api_domain', pattern: /^[a-z0-9][a-z0-9-]*\.pipedrive\.com$/ },
  clientAuthentication: ['basic'],
  pkce: 'never',
  account: { url: 'https://{host}/v1/users/me', id: 'data.company_id', name: 'data.company_name' },
  lifetimes: { code: 300, accessToken: 3600, refreshToken: 5_184_000 },
  // Whichever it is, the message says it: the status is always 400.
  invalidGrantHint: /^invalid grant/i,
  revocation: { url: 'https://{host}/oauth/revoke', by: 'parameter' },
  uninstallNotice: { account: 'company_id', user: 'user_id' },
};
