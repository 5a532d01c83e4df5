import { CATALOGUE, type ProviderName } from '../../src/providers/catalogue.js';
import type { AuthorizationRequest, ProviderFace } from '../../src/providers/provider.js';

/** A provider as the catalogue has it. */
export interface DemoProvider {
  /** The value of the attribute `provider`, and the name of the function for `authorize()`. */
  readonly name: string;
  readonly face: ProviderFace;
  /** Makes an authorization request of a button's properties. */
  readonly request: (settings: Readonly<Record<string, unknown>>) => AuthorizationRequest;
}

/** The provider of a button with these settings; Kommo for an unknown name, as for the button. */
export function providerOf({ provider }: Readonly<Record<string, unknown>>): DemoProvider {
  const isKnown = typeof provider === 'string' && Object.hasOwn(CATALOGUE, provider);
  const name = isKnown ? (provider as ProviderName) : 'kommo';
  const { face, request } = CATALOGUE[name];
  return { name, face, request: request as DemoProvider['request'] };
}
