import { createSignedState } from 'crm-oauth-button/server';
import { site, stateOptions } from '../../../lib/crm.js';

/** For the button's `state-url`, or `data-state`. */
export async function GET(request: Request): Promise<Response> {
  const options = { ...stateOptions, session: await site.userOf(request) };
  const { state, setCookie } = await createSignedState(request.headers.get('cookie'), options);
  return Response.json({ state }, { headers: { 'set-cookie': setCookie, 'cache-control': 'no-store' } });
}
