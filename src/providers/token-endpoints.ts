import { bitrix24Standard, bitrix24Tokens } from './bitrix24/tokens.js';
import type { CATALOGUE } from './catalogue.js';
import { closeTokens } from './close/tokens.js';
import { dynamicsStandard, dynamicsTokens } from './dynamics/tokens.js';
import { highlevelTokens } from './highlevel/tokens.js';
import { hubspotTokens } from './hubspot/tokens.js';
import { intercomStandard, intercomTokens } from './intercom/tokens.js';
import { amocrmTokens, kommoTokens } from './kommo/tokens.js';
import { mondayTokens } from './monday/tokens.js';
import { oauth2Standard } from './oauth2/tokens.js';
import { own } from './own.js';
import { pipedriveTokens } from './pipedrive/tokens.js';
import { ringcentralTokens } from './ringcentral/tokens.js';
import { salesforceStandard, salesforceTokens } from './salesforce/tokens.js';
import type { TokenEndpoint } from './token-endpoint.js';
import { zendeskStandard, zendeskTokens } from './zendesk/tokens.js';
import { zohoTokens } from './zoho/tokens.js';

/** The token endpoint of each provider in the catalogue: the back end's half, which no page loads. */
export const TOKEN_ENDPOINTS = {
  kommo: kommoTokens,
  amocrm: amocrmTokens,
  ringcentral: ringcentralTokens(),
  hubspot: hubspotTokens,
  pipedrive: pipedriveTokens,
  zoho: zohoTokens(),
  salesforce: salesforceStandard,
  bitrix24: bitrix24Standard,
  dynamics: dynamicsStandard,
  close: closeTokens,
  intercom: intercomStandard,
  zendesk: zendeskStandard,
  monday: mondayTokens,
  highlevel: highlevelTokens,
  oauth2: oauth2Standard,
} satisfies Record<keyof typeof CATALOGUE, TokenEndpoint>;

/** Those that depend on a client's settings. */
export const CLIENT_ENDPOINTS = {
  ringcentral: ringcentralTokens,
  zoho: zohoTokens,
  salesforce: salesforceTokens,
  bitrix24: bitrix24Tokens,
  dynamics: dynamicsTokens,
  intercom: intercomTokens,
  zendesk: zendeskTokens,
};

/** Finds a provider's token endpoint by its name; a name that every object has inherited finds none. */
export function tokenEndpointOf(name: string): TokenEndpoint | undefined {
  return own<Readonly<Record<string, TokenEndpoint>>>(TOKEN_ENDPOINTS)[name];
}

/**
 * The same for a client.
 *
 * @param settings - the client's, of which the provider takes its own
 * @throws TypeError for a setting that is missing or wrong
 */
export function clientEndpointOf(name: string, settings: object): TokenEndpoint | undefined {
  const makers = own<Readonly<Record<string, (settings: never) => TokenEndpoint>>>(CLIENT_ENDPOINTS);
  return makers[name]?.(settings as never) ?? tokenEndpointOf(name);
}
