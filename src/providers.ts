import { registerProvider } from './button/register-provider.js';
import { CATALOGUE, type ProviderName } from './providers/catalogue.js';

export * from './providers/entries.js';

/** Adds every provider of the catalogue. The element by itself has Kommo and amoCRM alone. */
export function registerProviders(): void {
  for (const [name, entry] of Object.entries(CATALOGUE)) registerProvider(name as ProviderName, entry);
}
