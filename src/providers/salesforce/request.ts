import { codeRequest, type VendorOptions } from '../oauth2/code-request.js';
import { own } from '../own.js';
import type { AuthorizationRequest } from '../provider.js';
import { loginDomain } from './domain.js';

/** Options of `salesforce()`. For a refresh token, `scope` needs `refresh_token`. */
export interface SalesforceOptions extends VendorOptions {
  /**
   * Host of the login page: `login.salesforce.com`, `test.salesforce.com` for sandboxes, or an organization's My Domain, such
   * as `acme.my.salesforce.com`. The back end's `Client` needs the same. Default `login.salesforce.com`.
   */
  domain?: string | undefined;
}

/**
 * An authorization request to Salesforce, with PKCE, which it demands.
 *
 * @see https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_web_server_flow.htm
 */
export function salesforce(options: SalesforceOptions): AuthorizationRequest {
  const { domain } = own(options);
  return codeRequest(
    {
      provider: 'salesforce',
      endpoint: () => `https://${loginDomain(domain)}/services/oauth2/authorize`,
    },
    options,
  );
}
