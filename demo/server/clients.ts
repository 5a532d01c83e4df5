import { type AnyClient, Client, type ClientOptions, ExternalIntegration } from 'crm-oauth-button/server';
import { randomBytes } from 'node:crypto';
import type { SandboxOptions } from '../../sandbox/index.js';
import { CRM_SETTINGS, crmClientId } from '../stories/every-crm.js';
import {
  CLIENT_ID,
  HARBOR_SHOP,
  OAUTH2_CLIENT_ID,
  PRIVATE_CLIENT,
  SERVERLESS_CLIENT_ID,
} from '../stories/harbor-shop.js';

/** The site's client at each CRM, and one of whom each consent makes a private integration. */
export function createClients(site: string): readonly AnyClient[] {
  const create = (name: string, clientId: string, options: object): Client => {
    const clientSecret = randomBytes(32).toString('base64url');
    const redirectUri = `${site}/crm/callback/${name}`;
    return new Client({ provider: name, clientId, clientSecret, redirectUri, ...options } as ClientOptions);
  };
  return [
    create('kommo', CLIENT_ID, {}),
    create('amocrm', crmClientId('amocrm'), {}),
    ...Object.entries(CRM_SETTINGS).map(([name, { scopes, ...settings }]) =>
      create(name, crmClientId(name), { scope: scopes, ...settings }),
    ),
    new ExternalIntegration({
      name: PRIVATE_CLIENT,
      title: HARBOR_SHOP.name,
      description: HARBOR_SHOP.description,
      logo: `${site}/${HARBOR_SHOP.logo}`,
      scope: HARBOR_SHOP.scopes.join(' '),
      redirectUri: `${site}/crm/callback/${PRIVATE_CLIENT}`,
    }),
  ];
}

/** Does what an integrator does at each CRM: registers the site's clients, here with the sandbox. */
export function register(
  clients: readonly AnyClient[],
  site: string,
): Pick<SandboxOptions, 'clients' | 'integrations' | 'ringcentral'> {
  const { name, description, logo, scopes } = HARBOR_SHOP;
  // Copied snippets are for pages on other ports.
  const face = { name, description, logo: `${site}/${logo}`, anyLoopback: true };
  const registered = clients
    .filter((client) => client instanceof Client)
    .map(({ clientId, clientSecret = '', redirectUri, name: provider }) => ({
      ...face,
      provider,
      clientId,
      clientSecret,
      redirectUri,
    }));
  const isKommo = ({ provider }: { provider: string }) => provider === 'kommo' || provider === 'amocrm';
  const isRingCentral = ({ provider }: { provider: string }) => provider === 'ringcentral';
  return {
    integrations: [
      ...registered.filter(isKommo).map(({ provider, ...integration }) => ({
        ...integration,
        scopes,
        disconnectUri: `${site}/crm/disconnected/${provider}`,
      })),
      {
        ...face,
        clientId: SERVERLESS_CLIENT_ID,
        // Its story has no server, and nobody exchanges the code.
        clientSecret: randomBytes(32).toString('base64url'),
        redirectUri: `${site}/redirect.html`,
        scopes,
      },
    ],
    clients: registered.filter((client) => !isKommo(client) && !isRingCentral(client)),
    ringcentral: {
      clients: [
        ...registered
          .filter(isRingCentral)
          .map(({ redirectUri, ...client }) => ({ ...client, redirectUris: [redirectUri] })),
        // Without a secret: its stories have no server.
        { ...face, clientId: OAUTH2_CLIENT_ID, redirectUris: [`${site}/redirect.html`] },
      ],
    },
  };
}
