import { Auth, skipCSRFCheck } from '@auth/core';
import { CLIENT, endpoints, KEY, ORIGIN } from './crm-client.mjs';

/**
 * `@auth/core` with an OAuth provider of one's own, without a database. A callback decrypts the state's cookie, exchanges the code,
 * asks for the profile, and encrypts a session with the tokens into cookies: the server keeps nothing.
 *
 * @param {string} crm
 * @returns {import('./site.js').Site}
 */
export function createSite(crm) {
  const { authorization, token, account } = endpoints(crm);
  const config = {
    basePath: '/auth',
    secret: KEY,
    trustHost: true,
    // As the framework's own `signIn()` has it: a form of the site would fetch a token first.
    skipCSRFCheck,
    providers: [
      {
        id: 'crm',
        name: 'CRM',
        type: 'oauth',
        clientId: CLIENT.id,
        clientSecret: CLIENT.secret,
        authorization: { url: authorization, params: { scope: '' } },
        token,
        userinfo: account,
        checks: ['state'],
        profile: ({ data }) => ({ id: String(data.company_id), name: data.company_name }),
      },
    ],
    callbacks: {
      jwt: ({ token: session, account: tokens }) => ({ ...session, ...(tokens && { tokens }) }),
    },
  };
  return {
    begin: () =>
      new Request(`${ORIGIN}/auth/signin/crm`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', origin: ORIGIN },
        body: '',
      }),
    authorizationUrl: (response) => response.headers.get('location') ?? '',
    fetch: (request) => Auth(request, config),
  };
}
