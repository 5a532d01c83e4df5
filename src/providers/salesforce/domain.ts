import { matching } from '../checks.js';

/** Production, sandboxes, and an organization's own My Domain, which may have one more label for its kind. */
export const DOMAIN = /^(login|test|[a-z0-9-]+(\.[a-z]+)?\.my)\.salesforce\.com$/;

/**
 * Checks the host at which people of an organization log in. It gets the client secret.
 *
 * @param domain - empty is production, `login.salesforce.com`
 * @throws TypeError for a host that is none of Salesforce's
 */
export function loginDomain(domain: string | undefined): string {
  return matching('domain', domain || 'login.salesforce.com', DOMAIN, 'acme.my.salesforce.com');
}
