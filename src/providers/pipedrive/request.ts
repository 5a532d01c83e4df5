import { codeRequest, type VendorOptions } from '../oauth2/code-request.js';
import type { AuthorizationRequest } from '../provider.js';

/** Options of `pipedrive()`. The app's settings at Pipedrive decide on the scopes. */
export type PipedriveOptions = Omit<VendorOptions, 'scope'>;

/**
 * An authorization request to Pipedrive.
 *
 * @see https://pipedrive.readme.io/docs/marketplace-oauth-authorization
 */
export function pipedrive(options: PipedriveOptions): AuthorizationRequest {
  return codeRequest(
    {
      provider: 'pipedrive',
      endpoint: () => 'https://oauth.pipedrive.com/oauth/authorize',
      pkce: false,
      without: ['response_type', 'scope'],
    },
    options,
  );
}
