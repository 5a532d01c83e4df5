/**
 * Base URL of the server that receives the client secret.
 *
 * @param host - the account's, checked
 * @param server - what stands in for it
 * @throws TypeError for a `server` on which the secret could be overheard
 */
export function tokenServer(host: string, server: string | undefined): string {
  if (server === undefined) return `https://${host}`;
  const { protocol, hostname, href } = new URL(server);
  const isLoopback = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  if (protocol !== 'https:' && !(protocol === 'http:' && isLoopback)) {
    throw new TypeError(
      'The server has to be https, or http on this machine: it receives the client secret.',
    );
  }
  return href.replace(/\/$/, '');
}
