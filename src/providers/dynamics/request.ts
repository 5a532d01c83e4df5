import { codeRequest, type VendorOptions } from '../oauth2/code-request.js';
import { own } from '../own.js';
import type { AuthorizationRequest } from '../provider.js';
import { checkTenant, checkResource } from './settings.js';

/** Options of `dynamics()`. */
export interface DynamicsOptions extends VendorOptions {
  /** URL of the visitor's environment, such as `https://acme.crm4.dynamics.com`. The back end's `Client` needs the same. */
  resource: string;
  /** Tenant of Microsoft Entra ID: its id, or a domain of its own. Default `organizations`: any work or school account. */
  tenant?: string | undefined;
  /** Default: `user_impersonation` of the environment, and `offline_access` for a refresh token. */
  scope?: string | undefined;
}

/**
 * An authorization request to Dynamics 365, by Microsoft Entra ID, with PKCE.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow
 */
export function dynamics(options: DynamicsOptions): AuthorizationRequest {
  const { resource, tenant, scope } = own(options);
  return codeRequest(
    {
      provider: 'dynamics',
      endpoint: () => `https://login.microsoftonline.com/${checkTenant(tenant)}/oauth2/v2.0/authorize`,
      scope: () => {
        const ours = `${checkResource(resource)}/user_impersonation offline_access`;
        return scope || ours;
      },
    },
    options,
  );
}
