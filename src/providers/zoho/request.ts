import { codeRequest, type VendorOptions } from '../oauth2/code-request.js';
import { lookUp } from '../checks.js';
import { own } from '../own.js';
import type { AuthorizationRequest } from '../provider.js';
import { DATA_CENTERS } from './data-centers.js';

/** Options of `zoho()`. */
export interface ZohoOptions extends VendorOptions {
  /**
   * Data centre where the app is registered: `us`, `eu`, `in`, `au`, `cn`, `jp`, `ca`, `sa` or `uk`. Whichever it is, the visitor
   * may be at another, and the response says at which. Default `us`.
   */
  region?: string | undefined;
}

/**
 * An authorization request to Zoho. It asks for a refresh token each time, which Zoho otherwise gives the first time alone:
 * `access_type=offline` and `prompt=consent`, which `parameters` may replace.
 *
 * @see https://www.zoho.com/accounts/protocol/oauth/web-apps/authorization.html
 */
export function zoho(options: ZohoOptions): AuthorizationRequest {
  const { region, scope } = own(options);
  return codeRequest(
    {
      provider: 'zoho',
      endpoint: () => `https://accounts.${lookUp('region', DATA_CENTERS, region || 'us')}/oauth/v2/auth`,
      pkce: false,
      scope: () => scope?.replace(/[\s,]+/g, ','),
      parameters: { access_type: 'offline', prompt: 'consent' },
    },
    options,
  );
}
