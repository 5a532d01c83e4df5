import { matching } from '../checks.js';

/** An account's own host. One that is mapped to it is no host of the vendor's. */
export const DOMAIN = /^[a-z0-9][a-z0-9-]*\.zendesk\.com$/;

/**
 * Checks the host of an account. It gets the client secret.
 *
 * @throws TypeError for a host that is none of Zendesk's
 */
export function zendeskDomain(domain: string | undefined): string {
  return matching('domain', domain, DOMAIN, 'acme.zendesk.com');
}
