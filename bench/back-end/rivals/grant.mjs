import grant from 'grant';
import { CLIENT, endpoints, KEY, ORIGIN } from './crm-client.mjs';

/**
 * `grant` with its handler for Node, and sessions in a `Map`. A callback compares the state with the session's, exchanges the
 * code, asks for the profile, and leaves tokens and profile in the session: what becomes of them is up to the site.
 *
 * @param {string} crm
 * @returns {import('./site.js').Site}
 */
export function createSite(crm) {
  const { authorization, token, account } = endpoints(crm);
  const sessions = new Map();
  const handler = grant.node({
    config: {
      defaults: { origin: ORIGIN, transport: 'session', state: true, response: ['tokens', 'profile'] },
      crm: {
        oauth: 2,
        authorize_url: authorization,
        access_url: token,
        profile_url: account,
        key: CLIENT.id,
        secret: CLIENT.secret,
        token_endpoint_auth_method: 'client_secret_basic',
      },
    },
    session: {
      secret: KEY,
      store: {
        get: (id) => sessions.get(id),
        set: (id, value) => sessions.set(id, value),
        remove: (id) => sessions.delete(id),
      },
    },
  });
  return {
    begin: () => new Request(`${ORIGIN}/connect/crm`),
    authorizationUrl: (response) => response.headers.get('location') ?? '',
    fetch: (request) => answer(handler, request),
  };
}

/** Gives the handler what it uses of Node's request and response. It answers a redirect, and leaves the rest to the site. */
async function answer(handler, { method, url, headers }) {
  const { pathname, search } = new URL(url);
  const kept = new Headers();
  const response = {
    statusCode: 200,
    setHeader: (name, value) => [value].flat().forEach((each) => kept.append(name, each)),
  };
  const ended = new Promise((resolve) => (response.end = resolve));
  const request = { method, url: pathname + search, headers: Object.fromEntries(headers) };
  const { redirect, response: given } = await handler(request, response);
  if (redirect) await ended;
  const isFault = given?.error ?? given?.profile?.error;
  return new Response(null, { status: isFault ? 500 : response.statusCode, headers: kept });
}
