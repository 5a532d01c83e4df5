import { amocrmFace, kommoFace } from '../providers/kommo/face.js';
import { amocrm, kommo } from '../providers/kommo/request.js';
import type { AuthorizationMode, AuthorizationRequest, ProviderFace } from '../providers/provider.js';
import { keyword } from './attribute-values.js';
import type { Settings } from './settings.js';

/** A button's settings as its provider gets them, with spaces between scopes. A redirect leaves no window to report to. */
export type ProviderSettings = Omit<Settings, 'allowedOrigins' | 'mode'> & {
  readonly mode: AuthorizationMode;
  readonly allowedOrigins: readonly string[];
  /** PKCE's challenge, where `state-url` gave one; pass it on. */
  readonly codeChallenge?: string | undefined;
};

/** A provider as the button knows it. */
export interface ButtonProvider extends ProviderFace {
  /** Called whenever a button renders, to prepare anything that a click cannot wait for. With `usesPkce`, PKCE's verifier is. */
  readonly prepare?: (() => unknown) | undefined;
  /**
   * Makes the authorization request of a click.
   *
   * @throws TypeError where a setting is missing or wrong; the message names it and the remedy
   */
  request(settings: ProviderSettings): AuthorizationRequest;
}

/** By the value of `provider`; the first one is the default. The drop-in script brings these two, and no others. */
export const providers: { kommo: ButtonProvider; [name: string]: ButtonProvider } = {
  kommo: { ...kommoFace, request: kommo },
  amocrm: { ...amocrmFace, request: amocrm },
};

/** The provider of this name; of an unknown one the first, which the console says. */
export function providerOf(name: string): ButtonProvider {
  return providers[keyword('provider', name, Object.keys(providers))] ?? providers.kommo;
}
