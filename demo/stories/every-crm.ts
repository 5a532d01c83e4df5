import type { Settings, Story } from './story.js';

/**
 * The buttons’ settings that depend on the CRM, for accounts of the sandbox. The back end’s clients take the same, but for the
 * scopes.
 */
export const CRM_SETTINGS: Readonly<Record<string, Settings>> = {
  hubspot: { scopes: 'oauth crm.objects.contacts.read' },
  pipedrive: {},
  zoho: { scopes: 'ZohoCRM.modules.ALL ZohoCRM.org.READ' },
  salesforce: { scopes: 'api refresh_token', domain: 'acme.my.salesforce.com' },
  bitrix24: { domain: 'acme.bitrix24.com' },
  dynamics: { resource: 'https://acme.crm4.dynamics.com' },
  close: { scopes: 'all.full_access offline_access' },
  intercom: { region: 'eu' },
  zendesk: { scopes: 'read', domain: 'acme.zendesk.com' },
  monday: { scopes: 'me:read account:read' },
  highlevel: { scopes: 'contacts.readonly' },
  ringcentral: { scopes: 'ReadAccounts' },
};

/** The site’s client at a CRM. */
export function crmClientId(provider: string): string {
  return `harbor-shop-${provider}`;
}

/** A button’s settings for a CRM, which has a redirect URI of its own. */
export function crmSettings(provider: string): Settings {
  return {
    provider,
    clientId: crmClientId(provider),
    redirectUri: `{site}/crm/callback/${provider}`,
    ...CRM_SETTINGS[provider],
    server: `{sandbox}/${provider}`,
  };
}

export const everyCrm: readonly Story[] = [
  {
    id: 'every-crm',
    group: 'Go further',
    title: 'Every CRM',
    summary:
      'The catalogue, live: each button connects its own CRM in the sandbox, and this site’s server learns from the CRM’s API which account it was. A press on a name shows that CRM’s markup.',
    kind: 'catalogue',
    vary: 'provider',
    settings: { ...crmSettings('hubspot'), theme: 'auto' },
    // Each button asks for a state of its own, for its own client.
    isServerless: true,
  },
];
