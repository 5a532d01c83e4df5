import { CATALOGUE, type ProviderName } from '../providers/catalogue.js';
import { preparePair } from '../providers/pkce.js';
import { registerProvider } from './providers.js';

/** Adds every provider of the catalogue. Those with PKCE get a pair ready as a button is drawn. */
export function registerOAuth2Providers(): void {
  const prepare = (): void => void preparePair();
  for (const [name, { face, request }] of Object.entries(CATALOGUE)) {
    registerProvider(name as ProviderName, { ...face, request, ...(face.usesPkce && { prepare }) });
  }
}
