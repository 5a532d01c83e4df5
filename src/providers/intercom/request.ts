import { codeRequest, type VendorOptions } from '../oauth2/code-request.js';
import { lookUp } from '../checks.js';
import { own } from '../own.js';
import type { AuthorizationRequest } from '../provider.js';
import { REGIONS } from './regions.js';

/** Options of `intercom()`. The app's settings decide on the scopes. */
export interface IntercomOptions extends Omit<VendorOptions, 'scope'> {
  /** Region of the workspace: `us`, `eu` or `au`. The back end's `Client` needs the same. Default `us`. */
  region?: string | undefined;
}

/**
 * An authorization request to Intercom.
 *
 * @see https://developers.intercom.com/docs/build-an-integration/learn-more/authentication/setting-up-oauth
 */
export function intercom(options: IntercomOptions): AuthorizationRequest {
  const { region } = own(options);
  return codeRequest(
    {
      provider: 'intercom',
      endpoint: () => `https://app.${lookUp('region', REGIONS, region || 'us')}intercom.com/oauth`,
      pkce: false,
      without: ['response_type', 'scope'],
    },
    options,
  );
}
