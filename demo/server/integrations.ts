import { randomBytes } from 'node:crypto';
import { Client } from 'crm-oauth-button/server';
import type { Integration } from '../../sandbox/index.js';
import type { Clients } from './clients.js';

/** The integration whose redirect URI is a page of the site: `popup` mode. */
export const CLIENT_ID = 'harbor-shop';
/** The integration whose redirect URI reports to its opener: `post_message` mode. */
export const MESSAGE_CLIENT_ID = 'harbor-shop-message';

/**
 * What an integrator registers at the CRM. An integration has one redirect URI, so two kinds of it are two integrations.
 * Their secrets are made once, and kept.
 */
export function register(site: string, clients: Clients): readonly Integration[] {
  const redirectUris = [
    [CLIENT_ID, `${site}/callback`],
    [MESSAGE_CLIENT_ID, `${site}/callback/message`],
  ] as const;
  return redirectUris.map(([clientId, redirectUri]) => {
    const clientSecret = clients.find(clientId)?.clientSecret ?? randomBytes(32).toString('base64url');
    clients.keep(new Client({ clientId, clientSecret, redirectUri }));
    return {
      clientId,
      clientSecret,
      redirectUri,
      name: 'Harbor Shop',
      description: 'Sends the orders of your shop to your CRM.',
      logo: `${site}/assets/harbor-shop.svg`,
      scopes: ['crm', 'notifications'],
      disconnectUri: `${site}/disconnected`,
    };
  });
}
