import { codeRequest, type VendorOptions } from '../oauth2/code-request.js';
import { matching } from '../checks.js';
import { own } from '../own.js';
import type { AuthorizationRequest } from '../provider.js';
import { PORTAL } from './portal.js';

/** Options of `bitrix24()`. The app's settings decide on the scopes, and on the redirect URI. */
export interface Bitrix24Options extends Omit<VendorOptions, 'scope'> {
  /** Host of the visitor's portal, such as `acme.bitrix24.com`, or any other where Bitrix24 is installed. */
  domain: string;
}

/**
 * An authorization request to a portal of Bitrix24. Portals report no refusal: the window stays there until the visitor closes
 * it.
 *
 * @see https://apidocs.bitrix24.com/settings/oauth/index.html
 */
export function bitrix24(options: Bitrix24Options): AuthorizationRequest {
  const { domain } = own(options);
  return codeRequest(
    {
      provider: 'bitrix24',
      endpoint: () => `https://${matching('domain', domain, PORTAL, 'acme.bitrix24.com')}/oauth/authorize/`,
      pkce: false,
      without: ['response_type', 'redirect_uri', 'scope'],
    },
    options,
  );
}
