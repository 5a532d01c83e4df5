import { codeRequest, type VendorOptions } from '../oauth2/code-request.js';
import type { AuthorizationRequest } from '../provider.js';

/**
 * An authorization request to HighLevel. Its login would open another tab, unless `loginWindowOpenMode=self` says otherwise,
 * which `parameters` may replace.
 *
 * @see https://marketplace.gohighlevel.com/docs/Authorization/OAuth2.0
 */
export function highlevel(options: VendorOptions): AuthorizationRequest {
  return codeRequest(
    {
      provider: 'highlevel',
      endpoint: () => 'https://marketplace.gohighlevel.com/oauth/chooselocation',
      pkce: false,
      parameters: { loginWindowOpenMode: 'self' },
    },
    options,
  );
}
