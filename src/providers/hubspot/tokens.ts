import { oauth2Standard } from '../oauth2/tokens.js';
import type { TokenEndpoint } from '../token-endpoint.js';

/**
 * HubSpot's token endpoint. It has one host for all accounts, wherever their data is. The token response names the account.
 *
 * @see https://developers.hubspot.com/docs/api-reference/2026-03/authentication/oauth-tokens/refresh-oauth-token
 */
export const hubspotTokens: TokenEndpoint = {
  ...oauth2Standard,
  provider: 'hubspot',
  vendor: 'HubSpot',
  hosts: ['api.hubapi.com'],
  // Version 1 ends on 2027-02-16.
  tokenUrl: 'https://{host}/oauth/2026-03/token',
  clientAuthentication: ['body'],
  // Its documents have a `code_verifier`, and no `code_challenge` that would go with it.
  usesPkce: false,
  account: { id: 'hub_id' },
  lifetimes: { accessToken: 1800 },
  revocation: { url: 'https://{host}/oauth/2026-03/token/revoke', by: 'parameter' },
};
