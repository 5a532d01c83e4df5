import { matching } from '../checks.js';

/** A tenant: its id, a domain of its own, or a keyword. */
export const TENANT = /^\w[\w.-]*$/;
/** An environment of the public cloud, as the Power Platform admin center shows it. */
export const RESOURCE = /^https:\/\/[a-z0-9-]+\.crm\d*\.dynamics\.com$/;

/**
 * Checks a tenant of Microsoft Entra ID.
 *
 * @param tenant - empty is `organizations`, any work or school account
 * @throws TypeError for anything that is no path segment
 */
export function checkTenant(tenant: string | undefined): string {
  return matching('tenant', tenant || 'organizations', TENANT, 'organizations');
}

/**
 * Checks the URL of an environment.
 *
 * @param resource - with or without a slash at its end, which is taken off
 * @throws TypeError for a host that is none of Dynamics 365's
 */
export function checkResource(resource: string | undefined): string {
  return matching('resource', resource?.replace(/\/$/, ''), RESOURCE, 'https://acme.crm4.dynamics.com');
}
