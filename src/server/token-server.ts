import { own } from '../providers/own.js';
import { secureUrl } from '../providers/url.js';

/**
 * Base URL of the server that receives the client secret.
 *
 * @param host - the account's, checked
 * @param options.server - what stands in for it. Its own: where every object had inherited one by somebody's doing, the secret
 *   would go there
 * @throws TypeError for a `server` on which the secret could be overheard
 */
export function tokenServer(host: string, options: { readonly server?: string | undefined }): string {
  const { server } = own(options);
  return server === undefined ? `https://${host}` : secureUrl('server', server).href.replace(/\/$/, '');
}
