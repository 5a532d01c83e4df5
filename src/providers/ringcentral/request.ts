import { codeRequest, type VendorOptions } from '../oauth2/code-request.js';
import { own } from '../own.js';
import type { AuthorizationRequest } from '../provider.js';

/** Options of `ringcentral()`. */
export interface RingCentralOptions extends VendorOptions {
  /**
   * Base URL of the platform. Default: production, `https://platform.ringcentral.com`. The sandbox is
   * `https://platform.devtest.ringcentral.com`.
   */
  server?: string | undefined;
  /** Language of the consent page, such as `en-US`. Default: the browser's. */
  locale?: string | undefined;
  /** Whether to use PKCE (RFC 7636). Default `true`. */
  pkce?: boolean | undefined;
}

/**
 * An authorization request to RingCentral: authorization code with PKCE, which its public clients need. RingCentral Embeddable
 * logs in with the response's `code` and `codeVerifier`.
 *
 * Sends `display=page`; `parameters` may replace that, and add `prompt`, `brand_id`, `ui_options` or `login_hint`.
 *
 * @see https://developers.ringcentral.com/guide/authentication/auth-code-pkce-flow
 */
export function ringcentral(options: RingCentralOptions): AuthorizationRequest {
  const { locale, pkce } = own(options);
  return codeRequest(
    {
      provider: 'ringcentral',
      pkce,
      endpoint: () => 'https://platform.ringcentral.com/restapi/oauth/authorize',
      parameters: { display: 'page', ...(locale && { ui_locales: locale }) },
    },
    options,
  );
}
