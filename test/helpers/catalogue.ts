import type { ProviderName } from '../../src/providers/catalogue.js';
import { Client } from '../../src/server.js';

/** The settings of a client that depend on the provider, for accounts of the sandbox. */
const SETTINGS = {
  salesforce: { domain: 'acme.my.salesforce.com' },
  dynamics: { resource: 'https://acme.crm4.dynamics.com' },
  zendesk: { domain: 'acme.zendesk.com' },
  intercom: { region: 'eu' },
};

/** A client of the catalogue's, as a back end has it for the buttons of the table of providers. */
export function clientOf(
  provider: ProviderName,
  registration: ConstructorParameters<typeof Client>[0],
): Client {
  const settings = Object.entries(SETTINGS).find(([name]) => name === provider)?.[1];
  return new Client({ ...registration, ...settings, provider } as ConstructorParameters<typeof Client>[0]);
}

/** What the back end learns of the second account of each provider in the sandbox, and what the provider can do. */
export interface Outcome {
  /** The account’s id; absent if no answer tells it. */
  readonly account?: string;
  /** Host of its API. */
  readonly host: string;
  /** Whether the CRM gives a refresh token. Default `true`. */
  readonly refreshes?: boolean;
  /** Whether it lets a client end a grant. Default `true`. */
  readonly revokes?: boolean;
}

export const OUTCOMES: Readonly<Record<string, Outcome>> = {
  hubspot: { account: '13579246', host: 'api.hubapi.com' },
  pipedrive: { account: '7123456', host: 'globex.pipedrive.com' },
  zoho: { account: '20087654321', host: 'www.zohoapis.eu' },
  salesforce: { account: '00D5f000000GlbxEAS', host: 'globex.my.salesforce.com' },
  bitrix24: { account: '5d41402abc4b2a76b9719d911017c592', host: 'globex.bitrix24.com', revokes: false },
  dynamics: {
    account: '9b7d2e64-1f3a-4c58-8e90-0a1b2c3d4e5f',
    host: 'acme.crm4.dynamics.com',
    revokes: false,
  },
  close: { account: 'orga_8hJ4pFgTnC3vMxKq6EuWyD', host: 'api.close.com' },
  intercom: { account: 'wz7t4c1p', host: 'api.eu.intercom.io', refreshes: false },
  zendesk: { account: 'acme.zendesk.com', host: 'acme.zendesk.com' },
  monday: { account: '19283746', host: 'api.monday.com' },
  highlevel: { account: 'Xk2Lq7RtB5nYw0ZcJd4H', host: 'services.leadconnectorhq.com', revokes: false },
};
