import { CATALOGUE, type ProviderName } from '../providers/catalogue.js';
import { preparePair } from '../providers/pkce.js';
import { type ButtonProvider, providers } from './providers.js';

/**
 * Adds a provider, or replaces one, for buttons that are created from now on. TypeScript knows the name once `ProviderNames` has
 * it.
 *
 * @example
 * ```ts
 * registerProvider('acme', {
 *   brand: 'Acme',
 *   language: 'en',
 *   logo: 'M4 4h16v16H4z',
 *   usesPkce: true,
 *   reportsOnly: true,
 *   request: ({ clientId, redirectUri }) =>
 *     oauth2({ authorizationEndpoint: 'https://id.acme.example/authorize', clientId, redirectUri }),
 * });
 * ```
 * @param name - the value of the attribute `provider`
 */
export function registerProvider(name: ProviderName, provider: ButtonProvider): void {
  providers[name] = { ...(provider.usesPkce && { prepare: preparePair }), ...provider };
}

/** Adds every provider of the catalogue. The element by itself has Kommo and amoCRM alone. */
export function registerOAuth2Providers(): void {
  for (const [name, { face, request }] of Object.entries(CATALOGUE)) {
    registerProvider(name as ProviderName, { ...face, request });
  }
}
