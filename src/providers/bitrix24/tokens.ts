import { matching } from '../checks.js';
import { oauth2Standard } from '../oauth2/tokens.js';
import { own } from '../own.js';
import type { AnsweredHosts, TokenEndpoint } from '../token-endpoint.js';
import { PORTAL } from './portal.js';

/** Settings of `bitrix24Tokens()`. */
export interface Bitrix24TokensOptions {
  /** Hosts of portals that are not the vendor's cloud, such as `crm.shop.example`: they may get access tokens. Default: none. */
  readonly portals?: readonly string[] | undefined;
}

/** Its cloud's portals. */
const CLOUD: AnsweredHosts = {
  field: 'client_endpoint',
  pattern: /^[a-z0-9][a-z0-9-]*\.bitrix24\.(com|ru|eu|de|by|kz|ua|com\.br)$/,
};

/**
 * Bitrix24's token endpoint: a GET with everything in its query, the secret included, to one fixed host, whatever portal the
 * visitor has. The access token goes to the portal, which may be at any domain: the vendor's cloud, and those that the client
 * names. It goes there as the parameter `auth`, and the account's id is the response's `member_id`, which outlives renamings.
 *
 * @throws TypeError for a portal that is no host
 * @see https://apidocs.bitrix24.com/settings/oauth/index.html
 */
export function bitrix24Tokens(options?: Bitrix24TokensOptions): TokenEndpoint {
  const further = (own(options).portals ?? []).map((portal) =>
    matching('portals', portal, PORTAL, 'crm.shop.example'),
  );
  return { ...bitrix24Standard, apiHosts: { ...CLOUD, further } };
}

/** The same for a record, whose portal its client has checked. */
export const bitrix24Standard: TokenEndpoint = {
  ...oauth2Standard,
  provider: 'bitrix24',
  vendor: 'Bitrix24',
  hosts: ['oauth.bitrix24.tech'],
  tokenUrl: 'https://{host}/oauth/token/',
  apiHosts: { ...CLOUD, hasOwnDomains: true },
  clientAuthentication: ['query'],
  pkce: 'never',
  omitsTokenType: true,
  sendsRedirectUri: 'never',
  account: { id: 'member_id' },
  lifetimes: { code: 30, accessToken: 3600, refreshToken: 15_552_000 },
  rotatesRefreshToken: true,
};
