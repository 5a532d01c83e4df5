import { own } from '../own.js';
import { oauth2, type OAuth2Options } from '../oauth2/request.js';
import type { AuthorizationRequest } from '../provider.js';
import { secureUrl } from '../url.js';

/** Options of `ringcentral()`. */
export interface RingCentralOptions extends Omit<OAuth2Options, 'authorizationEndpoint' | 'issuer'> {
  /**
   * Base URL of the platform. Default: production, `https://platform.ringcentral.com`. The sandbox is
   * `https://platform.devtest.ringcentral.com`.
   */
  server?: string | undefined;
  /** Language of the consent page, such as `en-US`. Default: the browser's. */
  locale?: string | undefined;
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
  const { server: given, locale, parameters } = own(options);
  const server = given || 'https://platform.ringcentral.com';
  const request = oauth2({
    ...options,
    authorizationEndpoint: `${server.replace(/\/$/, '')}/restapi/oauth/authorize`,
    parameters: { display: 'page', ...(locale && { ui_locales: locale }), ...parameters },
  });
  return {
    ...request,
    provider: 'ringcentral',
    prepare(state, page) {
      secureUrl('server', server);
      return request.prepare(state, page);
    },
  };
}
