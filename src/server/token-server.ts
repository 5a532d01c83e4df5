import { secureUrl } from '../providers/url.js';

/**
 * Base URL of the server that receives the client secret.
 *
 * @param host - the account's, checked
 * @param server - what stands in for it
 * @throws TypeError for a `server` on which the secret could be overheard
 */
export function tokenServer(host: string, server: string | undefined): string {
  return server === undefined ? `https://${host}` : secureUrl('server', server).href.replace(/\/$/, '');
}
