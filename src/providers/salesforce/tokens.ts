import { oauth2Standard } from '../oauth2/tokens.js';
import { own } from '../own.js';
import type { TokenEndpoint } from '../token-endpoint.js';
import { DOMAIN, loginDomain } from './domain.js';

/** Settings of `salesforceTokens()`. */
export interface SalesforceTokensOptions {
  /**
   * Host of the login page, as for `salesforce()`: it gets the client secret. With a visitor's own My Domain, make a client for
   * each. Default `login.salesforce.com`.
   */
  readonly domain?: string | undefined;
}

/**
 * Salesforce's token endpoint. It demands PKCE, of clients with a secret, too. The token response names the organization's host,
 * and no end of the access token, which is as long as the organization's sessions: refresh when the API answers 401. With
 * rotation, each refresh ends the old refresh token at once.
 *
 * @throws TypeError for a domain that is none of Salesforce's
 * @see https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_web_server_flow.htm
 */
export function salesforceTokens(options?: SalesforceTokensOptions): TokenEndpoint {
  return { ...salesforceStandard, hosts: [loginDomain(own(options).domain)] };
}

/** The same for a record, which may be of any organization. */
export const salesforceStandard: TokenEndpoint = {
  ...oauth2Standard,
  provider: 'salesforce',
  vendor: 'Salesforce',
  hosts: { parameter: 'domain', pattern: DOMAIN },
  tokenUrl: 'https://{host}/services/oauth2/token',
  // All of them are the vendor's. Below force.com there are customers' sites as well.
  apiHosts: { field: 'instance_url', pattern: /^([a-z0-9-]+\.)+salesforce\.com$/ },
  clientAuthentication: ['body', 'none'],
  pkce: 'must',
  account: {
    url: 'https://{host}/services/data/v60.0/query?q=SELECT+Id,Name+FROM+Organization',
    id: 'records.0.Id',
    name: 'records.0.Name',
  },
  lifetimes: { code: 900 },
  rotatesRefreshToken: true,
  errorCodes: { invalid_client: ['invalid_client_id'] },
  revocation: { url: 'https://{host}/services/oauth2/revoke', by: 'parameter' },
};
