import { codeRequest, type VendorOptions } from '../oauth2/code-request.js';
import type { AuthorizationRequest } from '../provider.js';

/**
 * An authorization request to monday.com, by its newer flow, which demands PKCE. It asks to install the app where the account
 * does not have it yet: `force_install_if_needed=true`, which `parameters` may replace.
 *
 * @see https://developer.monday.com/apps/docs/migrating-to-the-new-oauth-flow
 */
export function monday(options: VendorOptions): AuthorizationRequest {
  return codeRequest(
    {
      provider: 'monday',
      endpoint: () => 'https://auth.monday.com/oauth2/authorize',
      parameters: { force_install_if_needed: 'true' },
    },
    options,
  );
}
