import { Client, type ClientOptions } from 'crm-oauth-button/server';
import { randomBytes } from 'node:crypto';
import type { CatalogueClient } from '../../sandbox/index.js';
import { CRM_SETTINGS, crmClientId } from '../stories/every-crm.js';
import { HARBOR_SHOP } from '../stories/harbor-shop.js';

/** The site’s client at each CRM of the catalogue, with a redirect URI for each (RFC 9700, section 4.4.2.2). */
export function catalogueClients(site: string): ReadonlyMap<string, Client> {
  const entries = Object.entries(CRM_SETTINGS).map(([provider, settings]) => {
    const options = {
      provider,
      clientId: crmClientId(provider),
      clientSecret: randomBytes(32).toString('base64url'),
      redirectUri: `${site}/callback/${provider}`,
      ...settings,
    };
    return [provider, new Client(options as unknown as ClientOptions)] as const;
  });
  return new Map(entries);
}

/** The same as they are registered with the sandbox. */
export function registrations(
  clients: ReadonlyMap<string, Client>,
  site: string,
): readonly CatalogueClient[] {
  return [...clients].map(([provider, { clientId, clientSecret = '', redirectUri }]) => ({
    provider,
    clientId,
    clientSecret,
    redirectUri,
    name: HARBOR_SHOP.name,
    description: HARBOR_SHOP.description,
    logo: `${site}/${HARBOR_SHOP.logo}`,
  }));
}
