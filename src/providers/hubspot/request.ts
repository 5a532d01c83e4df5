import { codeRequest, type VendorOptions } from '../oauth2/code-request.js';
import { own } from '../own.js';
import type { AuthorizationRequest } from '../provider.js';

/** Options of `hubspot()`. `parameters` may add `optional_scope`. */
export interface HubSpotOptions extends VendorOptions {
  /**
   * Whether to use PKCE (RFC 7636). The vendor documents `code_verifier` for the token request, and no `code_challenge` for this
   * one. Default `false`.
   */
  pkce?: boolean | undefined;
}

/**
 * An authorization request to HubSpot. `scope` has to hold every scope that the app's settings require.
 *
 * @see https://developers.hubspot.com/docs/apps/legacy-apps/authentication/working-with-oauth
 */
export function hubspot(options: HubSpotOptions): AuthorizationRequest {
  const { pkce = false } = own(options);
  return codeRequest(
    {
      provider: 'hubspot',
      endpoint: () => 'https://app.hubspot.com/oauth/authorize',
      pkce,
      without: ['response_type'],
    },
    options,
  );
}
