import { own } from '../own.js';
import type { TokenEndpoint } from '../token-endpoint.js';

const PRODUCTION = 'platform.ringcentral.com';
const DEVELOPMENT = 'platform.devtest.ringcentral.com';

/** Settings of `ringcentralTokens()`. */
export interface RingCentralTokensOptions {
  /** Base URL of the platform, as for `ringcentral()`: production, the default, or `https://platform.devtest.ringcentral.com`. */
  readonly server?: string | undefined;
}

/**
 * RingCentral's token endpoint. A client with a secret shows it by Basic authentication; one without uses PKCE. An access
 * token lasts an hour, a refresh token a week; each refresh replaces it, and ends the old one at once. An application
 * without the grant for it gets no refresh token.
 *
 * @throws TypeError for any other `server`
 * @see https://developers.ringcentral.com/api-reference/Get-Token
 */
export function ringcentralTokens(options?: RingCentralTokensOptions): TokenEndpoint {
  const { server = `https://${PRODUCTION}` } = own(options);
  const isDevelopment = isAt(server, DEVELOPMENT);
  if (!isDevelopment && !isAt(server, PRODUCTION)) {
    throw new TypeError(
      `server must be https://${PRODUCTION} or https://${DEVELOPMENT}; exchangeCode() takes that of the sandbox.`,
    );
  }
  return {
    provider: 'ringcentral',
    vendor: 'RingCentral',
    hosts: isDevelopment ? [DEVELOPMENT, PRODUCTION] : [PRODUCTION, DEVELOPMENT],
    tokenUrl: 'https://{host}/restapi/oauth/token',
    clientAuthentication: ['basic', 'none'],
    encoding: 'form',
    acceptsCodeVerifier: true,
    requiredFields: ['expires_in'],
  };
}

function isAt(server: string, host: string): boolean {
  return [`https://${host}`, `https://${host}/`].includes(server);
}
