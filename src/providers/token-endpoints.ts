import type { CATALOGUE } from './catalogue.js';
import { amocrmTokens, kommoTokens } from './kommo/tokens.js';
import { oauth2Standard } from './oauth2/tokens.js';
import { ringcentralTokens } from './ringcentral/tokens.js';
import { own } from './own.js';
import type { TokenEndpoint } from './token-endpoint.js';

/** The token endpoint of each provider in the catalogue: the back end's half, which no page loads. */
export const TOKEN_ENDPOINTS = {
  kommo: kommoTokens,
  amocrm: amocrmTokens,
  ringcentral: ringcentralTokens(),
  oauth2: oauth2Standard,
} satisfies Record<keyof typeof CATALOGUE, TokenEndpoint>;

/** Finds a provider's token endpoint by its name; a name that every object has inherited finds none. */
export function tokenEndpointOf(name: string): TokenEndpoint | undefined {
  return own<Readonly<Record<string, TokenEndpoint>>>(TOKEN_ENDPOINTS)[name];
}
