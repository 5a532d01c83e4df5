import { verifyDisconnect } from 'crm-oauth-button/server';
import { answering, client } from '../../../lib/crm.js';

/** The disconnect hook. */
export function GET(request: Request): Promise<Response> {
  return answering(async () => {
    const { accountId } = await verifyDisconnect(request.url, (clientId) =>
      clientId === client.clientId ? client.clientSecret : undefined,
    );
    console.log(`Account ${accountId} has disconnected: remove what you keep of it.`);
    return new Response(null, { status: 200 });
  });
}
