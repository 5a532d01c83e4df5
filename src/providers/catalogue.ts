import * as entries from './entries.js';

type Entries = Omit<typeof entries, never>;

/** Every provider, by the value of the attribute `provider`. Each is an export of its own, so that a bundle may have one alone. */
export const CATALOGUE: Entries = entries;

/**
 * The providers by name, those of the catalogue and yours:
 *
 * @example
 * ```ts
 * declare module 'crm-oauth-button' {
 *   interface ProviderNames {
 *     acme: unknown;
 *   }
 * }
 * ```
 */
export interface ProviderNames extends Entries {}

/** The name of a provider. */
export type ProviderName = keyof ProviderNames;

/** All that one provider of the catalogue or another can be told by a button. */
export type ProviderOptions = Parameters<Entries[keyof Entries]['request']>[0];
