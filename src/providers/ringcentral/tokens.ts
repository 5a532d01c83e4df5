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
 * RingCentral's token endpoint. A client with a secret shows it by Basic authentication; one without uses PKCE. Each
 * refresh ends the old refresh token at once. An application without the grant for it gets no refresh token. Which account a
 * token is for needs the permission ReadAccounts.
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
    pkce: 'may',
    requiredFields: ['expires_in'],
    account: { url: 'https://{host}/restapi/v2/accounts/~', id: 'id', name: 'companyName' },
    lifetimes: { code: 60, accessToken: 3600, refreshToken: 604_800 },
    rotatesRefreshToken: true,
    revocation: { url: 'https://{host}/restapi/oauth/revoke', by: 'parameter' },
  };
}

function isAt(server: string, host: string): boolean {
  return [`https://${host}`, `https://${host}/`].includes(server);
}
