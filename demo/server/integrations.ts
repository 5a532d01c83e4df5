import { randomBytes } from 'node:crypto';
import type { Integration } from '../../sandbox/index.js';

/** The integration whose redirect URI is a page of the site: `popup` mode. */
export const CLIENT_ID = 'harbor-shop';
/** The integration whose redirect URI reports to its opener: `post_message` mode. */
export const MESSAGE_CLIENT_ID = 'harbor-shop-message';

/** What an integrator registers at the CRM. An integration has one redirect URI, so two kinds of it are two integrations. */
export function integrationsOf(site: string): readonly Integration[] {
  const common = {
    name: 'Harbor Shop',
    description: 'Sends the orders of your shop to your CRM.',
    logo: `${site}/assets/harbor-shop.svg`,
    scopes: ['crm', 'notifications'],
  } as const;
  const secret = () => randomBytes(32).toString('base64url');
  return [
    { ...common, clientId: CLIENT_ID, clientSecret: secret(), redirectUri: `${site}/callback` },
    {
      ...common,
      clientId: MESSAGE_CLIENT_ID,
      clientSecret: secret(),
      redirectUri: `${site}/callback/message`,
    },
  ];
}
