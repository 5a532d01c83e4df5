import { createSignedState } from 'crm-oauth-button/server';
import { stateOptions } from '../../../lib/crm.js';

/** For the button's `data-state`. */
export async function GET(request: Request): Promise<Response> {
  const { state, setCookie } = await createSignedState(request.headers.get('cookie'), stateOptions);
  return Response.json({ state }, { headers: { 'set-cookie': setCookie, 'cache-control': 'no-store' } });
}
