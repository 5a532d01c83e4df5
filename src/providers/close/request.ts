import { codeRequest, type VendorOptions } from '../oauth2/code-request.js';
import type { AuthorizationRequest } from '../provider.js';

/**
 * An authorization request to Close.
 *
 * @see https://developer.close.com/api/overview/oauth-authentication
 */
export function close(options: VendorOptions): AuthorizationRequest {
  return codeRequest(
    { provider: 'close', endpoint: () => 'https://app.close.com/oauth2/authorize/', pkce: false },
    options,
  );
}
