import { codeRequest, type VendorOptions } from '../oauth2/code-request.js';
import { own } from '../own.js';
import type { AuthorizationRequest } from '../provider.js';
import { zendeskDomain } from './domain.js';

/** Options of `zendesk()`. It demands a `scope`, such as `read`. */
export interface ZendeskOptions extends VendorOptions {
  /** Host of the visitor's account, such as `acme.zendesk.com`. The back end's `Client` needs the same. */
  domain: string;
}

/**
 * An authorization request to Zendesk Support, with PKCE.
 *
 * @see https://developer.zendesk.com/documentation/api-basics/authentication/oauth-pkce/
 */
export function zendesk(options: ZendeskOptions): AuthorizationRequest {
  const { domain } = own(options);
  return codeRequest(
    {
      provider: 'zendesk',
      endpoint: () => `https://${zendeskDomain(domain)}/oauth/authorizations/new`,
    },
    options,
  );
}
