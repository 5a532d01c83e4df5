import { AuthorizationCode } from 'simple-oauth2';
import { CLIENT, endpoints, ORIGIN } from './crm-client.mjs';

const redirectUri = `${ORIGIN}/callback`;

/**
 * `simple-oauth2` with the two routes that one writes around it. A callback compares a cookie with the state, exchanges the code,
 * asks whose account it is, and keeps the tokens in a `Map`.
 *
 * @param {string} crm
 * @returns {import('./site.js').Site}
 */
export function createSite(crm) {
  const { authorization, token, account } = endpoints(crm);
  const client = new AuthorizationCode({
    client: CLIENT,
    auth: {
      tokenHost: crm,
      tokenPath: new URL(token).pathname,
      authorizePath: new URL(authorization).pathname,
    },
  });
  const connections = new Map();

  const start = () => {
    const state = crypto.randomUUID();
    const location = client.authorizeURL({ redirect_uri: redirectUri, state });
    return new Response(null, {
      status: 302,
      headers: { location, 'set-cookie': `state=${state}; HttpOnly; Secure; SameSite=Lax; Path=/` },
    });
  };

  const callback = async ({ headers, url }) => {
    const { code, state } = Object.fromEntries(new URL(url).searchParams);
    if (!state || headers.get('cookie') !== `state=${state}`) return new Response(null, { status: 400 });
    const { token: tokens } = await client.getToken({ code, redirect_uri: redirectUri });
    const answer = await fetch(account, { headers: { authorization: `Bearer ${tokens.access_token}` } });
    const { data } = await answer.json();
    connections.set(data.company_id, { name: data.company_name, tokens });
    return new Response('Connected.');
  };

  return {
    begin: () => new Request(`${ORIGIN}/connect`),
    authorizationUrl: (response) => response.headers.get('location') ?? '',
    fetch: async (request) => (request.url.startsWith(redirectUri) ? callback(request) : start()),
  };
}
