import { forgetDisconnected, verifyDisconnect } from 'crm-oauth-button/server';
import { answering, client, server, site, tokens } from '../../../lib/crm.js';

/** The disconnect hook. */
export function GET(request: Request): Promise<Response> {
  return answering(async () => {
    const { accountId } = await verifyDisconnect(request.url, (clientId) =>
      clientId === client.clientId ? client.clientSecret : undefined,
    );
    const user = await site.findUser(accountId);
    // Whoever has seen this URL may send it again: the CRM is asked, and the tokens go if it refuses them.
    if (user) await forgetDisconnected(user, { client, store: tokens, server });
    return new Response(null, { status: 200 });
  });
}
