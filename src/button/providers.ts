import type { AuthorizationRequest } from '../providers/provider.js';
import { amocrm, kommo } from '../providers/kommo.js';
import { keyword } from './keyword.js';
import { logos } from './logos.js';
import type { Settings } from './settings.js';

/** What a provider is told of the button: everything that is set on it, with spaces between scopes. */
export type ProviderSettings = Omit<Settings, 'allowedOrigins'> & {
  readonly allowedOrigins: readonly string[];
};

/** A provider as the button knows it. */
export interface ButtonProvider {
  /** Its name in captions. */
  readonly brand: string;
  /** Language of the button, unless `locale` says another. */
  readonly language: string;
  /** Its mark: data of an SVG path, to be filled in a box of 24. */
  readonly logo: string;
  /** Always in the older look, by `color`. */
  readonly isColored?: boolean;
  /** Called whenever a button is drawn: gets ready what a click cannot wait for. */
  readonly prepare?: () => void;
  /**
   * Makes the authorization request of a click.
   *
   * @throws TypeError where a setting is missing or wrong; the message names it and the remedy
   */
  request(settings: ProviderSettings): AuthorizationRequest;
}

/** By the value of `provider`; the first one is the default. */
export const providers: { kommo: ButtonProvider; [name: string]: ButtonProvider | undefined } = {
  kommo: { brand: 'Kommo', language: 'en', logo: logos.kommo, request: kommo },
  amocrm: { brand: 'amoCRM', language: 'ru', logo: logos.amocrm, isColored: true, request: amocrm },
};

/** The provider of this name; of an unknown one the first, which the console says. */
export function providerOf(name: string): ButtonProvider {
  return providers[keyword('provider', name, Object.keys(providers))] ?? providers.kommo;
}

/** Adds a provider for buttons that are made from now on. */
export function registerProvider(name: string, provider: ButtonProvider): void {
  providers[name] = provider;
}
