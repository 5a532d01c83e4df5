import { Client, createHandler, MemoryStore } from '../../../dist/server.js';
import { CLIENT, endpoints, ORIGIN } from './crm-client.mjs';

const redirectUri = `${ORIGIN}/crm/callback/pipedrive`;

/**
 * `createHandler()`. A callback takes the state out of the store, exchanges the code, asks whose account it is, puts the
 * connection into the store, and answers with the page that tells the button.
 *
 * @param {string} crm
 * @returns {import('./site.js').Site}
 */
export function createSite(crm) {
  const client = new Client({
    provider: 'pipedrive',
    clientId: CLIENT.id,
    clientSecret: CLIENT.secret,
    redirectUri,
  });
  return {
    begin: (visitor) =>
      new Request(`${ORIGIN}/crm/state?provider=pipedrive`, { headers: { 'x-user': `user-${visitor}` } }),
    async authorizationUrl(response) {
      const { state } = await response.json();
      const query = new URLSearchParams({ client_id: CLIENT.id, redirect_uri: redirectUri, state });
      return `${endpoints(crm).authorization}?${query}`;
    },
    fetch: createHandler({
      clients: [client],
      store: new MemoryStore(),
      userOf: (request) => request.headers.get('x-user'),
      server: crm,
    }),
  };
}
