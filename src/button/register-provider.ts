import type { ProviderName } from '../providers/catalogue.js';
import type { Entry } from '../providers/entries.js';
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
 *   request: ({ clientId, redirectUri, state, codeChallenge }) =>
 *     oauth2({
 *       authorizationEndpoint: 'https://id.acme.example/authorize',
 *       clientId,
 *       redirectUri,
 *       state,
 *       codeChallenge,
 *     }),
 * });
 * ```
 * @param name - the value of the attribute `provider`
 * @param provider - yours, or one of the catalogue, from `crm-oauth-button/providers`
 */
export function registerProvider(name: ProviderName, provider: ButtonProvider): void;
// eslint-disable-next-line @typescript-eslint/unified-signatures -- with a union, TypeScript does not know the type of `request`'s argument
export function registerProvider(name: ProviderName, provider: Entry): void;
export function registerProvider(name: ProviderName, provider: ButtonProvider | Entry): void {
  const { face, ...rest }: Partial<Entry & ButtonProvider> = provider;
  const known = { ...face, ...rest } as ButtonProvider;
  providers[name] = { ...(known.usesPkce && { prepare: preparePair }), ...known };
}
