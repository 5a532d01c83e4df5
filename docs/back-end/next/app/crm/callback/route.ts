import { exchangeCode, readAuthorizationResponse, verifySignedState } from 'crm-oauth-button/server';
import { answering, client, server, stateOptions, tokens } from '../../../lib/crm.js';

/** The redirect URI. */
export function GET(request: Request): Promise<Response> {
  return answering(async () => {
    const headers = new Headers({ location: '/' });
    const answer = await readAuthorizationResponse(request.url, async (state) => {
      const cookies = request.headers.get('cookie');
      headers.set('set-cookie', (await verifySignedState(state, cookies, stateOptions)).setCookie);
    });
    await tokens.set(answer.host, await exchangeCode(client, answer, { server }));
    // On, so that the code stays neither in the address bar nor in the history.
    return new Response(null, { status: 303, headers });
  });
}
