import { oauth2Standard } from '../oauth2/tokens.js';
import { own } from '../own.js';
import type { TokenEndpoint } from '../token-endpoint.js';
import { checkTenant, checkResource } from './settings.js';

/** Settings of `dynamicsTokens()`. */
export interface DynamicsTokensOptions {
  /** URL of the environment, as for `dynamics()`: its host gets the access token. */
  readonly resource: string;
  /** Tenant of Microsoft Entra ID, as for `dynamics()`. Default `organizations`. */
  readonly tenant?: string | undefined;
}

/**
 * The token endpoint of Microsoft Entra ID for an environment of Dynamics 365. A refresh replaces the refresh token, and the
 * old one stays good.
 *
 * @throws TypeError for a `resource` that is no environment, and for a `tenant` that is none
 * @see https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow
 */
export function dynamicsTokens(options: DynamicsTokensOptions): TokenEndpoint {
  const { resource, tenant } = own(options);
  return {
    ...dynamicsStandard,
    tokenUrl: `https://{host}/${checkTenant(tenant)}/oauth2/v2.0/token`,
    apiHosts: [new URL(checkResource(resource)).host],
  };
}

/** The same for any environment. */
export const dynamicsStandard: TokenEndpoint = {
  ...oauth2Standard,
  provider: 'dynamics',
  vendor: 'Dynamics 365',
  hosts: ['login.microsoftonline.com'],
  tokenUrl: 'https://{host}/organizations/oauth2/v2.0/token',
  apiHosts: { field: 'resource', pattern: /^[a-z0-9-]+\.crm\d*\.dynamics\.com$/ },
  clientAuthentication: ['body', 'none'],
  pkce: 'must',
  account: { url: 'https://{host}/api/data/v9.2/WhoAmI', id: 'OrganizationId' },
  lifetimes: { code: 600, accessToken: 3600, refreshToken: 7_776_000 },
  rotatesRefreshToken: true,
  keepsOldRefreshToken: true,
  errorCodes: { invalid_grant: ['interaction_required', 'consent_required'] },
};
