import { randomBytes } from 'node:crypto';
import { Client } from 'crm-oauth-button/server';
import type { Integration } from '../../sandbox/index.js';
import { CLIENT_ID, MESSAGE_CLIENT_ID } from '../stories/integration-ids.js';
import type { Clients } from './clients.js';

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
