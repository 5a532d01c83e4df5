import { oauth2Standard } from '../oauth2/tokens.js';
import { lookUp } from '../checks.js';
import { own } from '../own.js';
import type { TokenEndpoint } from '../token-endpoint.js';
import { type Region, REGIONS } from './regions.js';

/** Settings of `intercomTokens()`. */
export interface IntercomTokensOptions {
  /** Region of the workspace, as for `intercom()`: `us`, `eu` or `au`. Default `us`. */
  readonly region?: Region | undefined;
}

/**
 * Intercom's token endpoint, of the region that the client names. Its access token has no end, and there is no refresh token.
 * Revoking it uninstalls the app from the workspace.
 *
 * @throws TypeError for an unknown region
 * @see https://developers.intercom.com/docs/build-an-integration/learn-more/authentication/setting-up-oauth
 */
export function intercomTokens(options?: IntercomTokensOptions): TokenEndpoint {
  const label = lookUp('region', REGIONS, own(options).region ?? 'us');
  return { ...intercomStandard, hosts: [`api.${label}intercom.io`] };
}

/** The same for a record, which may be of any region. */
export const intercomStandard: TokenEndpoint = {
  ...oauth2Standard,
  provider: 'intercom',
  vendor: 'Intercom',
  hosts: Object.values(REGIONS).map((label) => `api.${label}intercom.io`),
  tokenUrl: 'https://{host}/auth/eagle/token',
  clientAuthentication: ['body'],
  pkce: 'never',
  account: { url: 'https://{host}/me', id: 'app.id_code', name: 'app.name' },
  lifetimes: { code: 300 },
  invalidGrantHint: /^unauthorized code/i,
  revocation: { url: 'https://{host}/auth/uninstall', by: 'bearer' },
};
