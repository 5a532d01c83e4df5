import { betterAuth } from 'better-auth';
import { memoryAdapter } from '@better-auth/memory-adapter';
import { genericOAuth } from 'better-auth/plugins';
import { CLIENT, endpoints, KEY, ORIGIN } from './crm-client.mjs';

/**
 * The package's adapter for memory, with transactions that are its writes one by one, as for a database that has none: its own copy all
 * tables twice for each, which takes 50 ms at 800 users.
 */
function memory(options) {
  const adapter = memoryAdapter({ user: [], session: [], account: [], verification: [] })(options);
  return { ...adapter, transaction: (write) => write(adapter) };
}

/**
 * `better-auth` with its generic OAuth plugin and its adapter for memory. A callback takes the state out of the database and
 * compares a signed cookie, exchanges the code, asks for the profile, and writes a user, an account with the tokens and a session.
 *
 * @param {string} crm
 * @returns {import('./site.js').Site}
 */
export function createSite(crm) {
  const { authorization, token, account } = endpoints(crm);
  const provider = {
    providerId: 'crm',
    clientId: CLIENT.id,
    clientSecret: CLIENT.secret,
    authorizationUrl: authorization,
    tokenUrl: token,
    userInfoUrl: account,
    tokenEndpointAuth: { method: 'client_secret_basic' },
    pkce: false,
    accountSubject: ({ profile }) => profile.data.company_id,
    mapProfileToUser: ({ data }) => ({
      email: `${data.company_id}@crm.example`,
      name: data.company_name,
    }),
  };
  const auth = betterAuth({
    baseURL: ORIGIN,
    secret: KEY,
    database: memory,
    plugins: [genericOAuth({ config: [provider] })],
    rateLimit: { enabled: false },
  });
  return {
    begin: () =>
      new Request(`${ORIGIN}/api/auth/sign-in/social`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: ORIGIN },
        body: JSON.stringify({ provider: 'crm', callbackURL: '/connected', disableRedirect: true }),
      }),
    authorizationUrl: async (response) => (await response.json()).url,
    fetch: auth.handler,
  };
}
