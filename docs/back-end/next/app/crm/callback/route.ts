import { exchangeCode, readAuthorizationResponse, verifySignedState } from 'crm-oauth-button/server';
import { answering, client, server, site, stateOptions, tokens } from '../../../lib/crm.js';

/** The redirect URI. */
export function GET(request: Request): Promise<Response> {
  return answering(async () => {
    const headers = new Headers({ location: '/' });
    const user = await site.userOf(request);
    const verify = async (state: string) => {
      const options = { ...stateOptions, session: user };
      const { setCookie } = await verifySignedState(state, request.headers.get('cookie'), options);
      headers.set('set-cookie', setCookie);
    };
    const answer = await readAuthorizationResponse(request.url, verify, client);
    await tokens.set(user, await exchangeCode(client, answer, { server }));
    // On, so that the code stays neither in the address bar nor in the history.
    return new Response(null, { status: 303, headers });
  });
}
