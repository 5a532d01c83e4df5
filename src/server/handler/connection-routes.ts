import { disconnect } from '../connections/disconnect.js';
import { toConnection } from '../connections/life.js';
import { type Exchange, ownUser } from './exchange.js';
import { json, PRIVATE, Refusal } from './replies.js';

/** `GET /connections`: the user's. */
export async function connectionsRoute(exchange: Exchange): Promise<Response> {
  const records = await exchange.life.connections.list(await ownUser(exchange));
  return json(records.map(toConnection));
}

/** `DELETE /connections/ID`: ends one of the user's. */
export async function disconnectRoute(exchange: Exchange, id: string): Promise<Response> {
  const user = await ownUser(exchange);
  // A form of another site can't send a header of its own, and a script there needs a permission that nobody gives.
  if (exchange.request.headers.get('x-crm-oauth') !== '1') throw new Refusal(403, 'header_required');
  if (!(await disconnect(exchange.life, user, id))) throw new Refusal(404, 'not_found');
  return new Response(null, { status: 204, headers: PRIVATE });
}

/** `GET /clients`: what the buttons of a settings page need to know. */
export async function clientsRoute(exchange: Exchange): Promise<Response> {
  await ownUser(exchange);
  const { clients, life } = exchange;
  const answer = clients.all.map(({ name, settings, tokenEndpoint }) => {
    const { server } = life.requestOptions(tokenEndpoint.provider);
    return { name, settings: { ...settings, ...(server && { server }) } };
  });
  return json(answer);
}
