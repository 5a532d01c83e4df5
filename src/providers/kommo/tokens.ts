import type { TokenEndpoint } from '../token-endpoint.js';

/**
 * Kommo's token endpoint. A code works once. It answers errors with problem details (RFC 7807) and a `hint`, and no error code.
 *
 * Accounts of amoCRM are among its hosts, since both brands were one, and a client made without a provider may be of either.
 *
 * @see https://developers.kommo.com/docs/oauth-20
 */
export const kommoTokens: TokenEndpoint = {
  provider: 'kommo',
  vendor: 'Kommo or amoCRM',
  // Anybody can write a `referer`: unchecked, `evil.example` would get the secret.
  hosts: {
    parameter: 'referer',
    pattern: /^[a-z0-9][a-z0-9-]{0,62}\.(kommo\.com|amocrm\.ru|amocrm\.com)$/,
  },
  tokenUrl: 'https://{host}/oauth2/access_token',
  account: { url: 'https://{host}/api/v4/account', id: 'id', name: 'name' },
  clientAuthentication: ['body'],
  encoding: 'json',
  pkce: 'never',
  requiredFields: ['refresh_token', 'expires_in'],
  sendsRedirectUri: 'always',
  lifetimes: { code: 1200, accessToken: 86_400, refreshToken: 7_776_000 },
  rotatesRefreshToken: true,
  keepsOldRefreshToken: true,
  // The vendor's library has this call; its documents don't.
  // https://github.com/amocrm/amocrm-api-php/blob/master/src/AmoCRM/OAuth/AmoCRMOAuth.php
  currentHost: {
    url: 'https://{host}/oauth2/account/current/subdomain',
    claim: 'api_domain',
    header: 'x-refresh-token',
    field: 'domain',
  },
  oneTimeToken: { client: 'client_uuid', account: 'account_id', user: 'user_id', isAdmin: 'is_admin' },
  signsDisconnections: true,
  installsWidgets: true,
  // RFC 6749, section 5.2, has one code for faults of the code, the refresh token and the redirect URI.
  invalidGrantHint: /authorization code|refresh token|redirect uri|^token (has|is)\b/i,
};

/**
 * amoCRM's token endpoint: Kommo's protocol, at amoCRM's hosts alone.
 *
 * @see https://www.amocrm.ru/developers/content/oauth/step-by-step
 */
export const amocrmTokens: TokenEndpoint = {
  ...kommoTokens,
  provider: 'amocrm',
  vendor: 'amoCRM',
  hosts: { parameter: 'referer', pattern: /^[a-z0-9][a-z0-9-]{0,62}\.amocrm\.(ru|com)$/ },
};
