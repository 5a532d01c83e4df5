import { amocrmFace, kommoFace } from './kommo/face.js';
import { amocrm, kommo } from './kommo/request.js';
import { oauth2Face } from './oauth2/face.js';
import { oauth2, type OAuth2Options } from './oauth2/request.js';
import type { AuthorizationRequest, ProviderFace } from './provider.js';
import { ringcentralFace } from './ringcentral/face.js';
import { ringcentral, type RingCentralOptions } from './ringcentral/request.js';

/** A provider of the catalogue. */
interface Entry {
  readonly face: ProviderFace;
  /** Makes an authorization request of a button’s settings. */
  readonly request: (settings: never) => AuthorizationRequest;
}

/** A button lists scopes in `scopes`; RFC 6749, section 3.3, calls the parameter `scope`. */
type Scoped<Options> = Omit<Options, 'scope'> & { readonly scopes?: string | undefined };

/** Every provider, by the value of the attribute `provider`. */
export const CATALOGUE = {
  kommo: { face: kommoFace, request: kommo },
  amocrm: { face: amocrmFace, request: amocrm },
  ringcentral: {
    face: ringcentralFace,
    request: (settings: Scoped<RingCentralOptions>) => ringcentral({ ...settings, scope: settings.scopes }),
  },
  oauth2: {
    face: oauth2Face,
    request: (settings: Scoped<OAuth2Options>) => oauth2({ ...settings, scope: settings.scopes }),
  },
} satisfies Record<string, Entry>;

type Catalogue = typeof CATALOGUE;

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
export interface ProviderNames extends Catalogue {}

/** The name of a provider. */
export type ProviderName = keyof ProviderNames;

/** All that one provider of the catalogue or another can be told by a button. */
export type ProviderOptions = Parameters<Catalogue[keyof Catalogue]['request']>[0];
