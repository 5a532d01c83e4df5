import type { AuthorizationMode } from '../providers/provider.js';
import { keyword } from './keyword.js';
import { type Setting, SETTINGS } from './settings.js';
import { SettingsElement } from './settings-element.js';

/**
 * All that can be set on the button. Every attribute may be written with `data-` in front, as the CRM's documents have
 * it; where both spellings stand, that one wins. Empty counts as absent.
 */
export abstract class ButtonSettings extends SettingsElement {
  /**
   * The authorization server's protocol. `ringcentral` and `oauth2` come with the package, not with the drop-in script.
   * @attr provider
   * @default 'kommo'
   */
  declare provider: 'kommo' | 'amocrm' | 'ringcentral' | 'oauth2';

  /**
   * The integration's id.
   * @attr client-id
   */
  declare clientId: string;

  /**
   * The caption. Default: by `locale`.
   * @attr title
   */
  declare title: string;

  /**
   * Shows the logo alone; the caption stays as the accessible name.
   * @attr compact
   * @default false
   */
  declare compact: boolean;

  /**
   * Colour scheme of the button; `auto` follows `prefers-color-scheme`.
   * @attr theme
   * @default 'light'
   */
  declare theme: 'light' | 'dark' | 'auto';

  /**
   * The older look in one of its colours. amoCRM always has it, and there the default is `default`.
   * @attr color
   */
  declare color: '' | 'default' | 'blue' | 'violet' | 'green' | 'orange' | 'red';

  /**
   * Height: 32, 42 or 48 px.
   * @attr size
   * @default 'medium'
   */
  declare size: 'small' | 'medium' | 'large';

  /**
   * Language of the caption and of the consent page: `en`, `es`, `id`, `pt`, `ru`, or `auto` for the nearest `lang` and
   * then the browser's. Default: `en`, for amoCRM `ru`.
   * @attr locale
   */
  declare locale: string;

  /**
   * Whether the button can't be used.
   * @attr disabled
   * @default false
   */
  declare disabled: boolean;

  /**
   * Opaque value that comes back with the answer, read at the click. Default: 128 random bits, new for each attempt.
   * @attr state
   */
  declare state: string;

  /**
   * How the answer comes back: `popup` takes the page to the redirect URI, `post_message` leaves it where it is.
   * @attr mode
   * @default 'popup'
   */
  declare mode: AuthorizationMode;

  /**
   * Name of a global function of the page that gets the CRM's refusal, `{client_id, error}`; dots step into objects. Functions of the browser are not called.
   * @attr error-callback
   */
  declare errorCallback: string;

  /**
   * External integration: its name.
   * @attr name
   */
  declare name: string;

  /**
   * External integration: what it does.
   * @attr description
   */
  declare description: string;

  /**
   * External integration, OAuth 2.0: where the server sends the browser. https only, but for loopback hosts.
   * @attr redirect_uri
   */
  declare redirectUri: string;

  /**
   * External integration: where the CRM posts the integration's id and secret. https only, but for loopback hosts.
   * @attr secrets_uri
   */
  declare secretsUri: string;

  /**
   * External integration: URL of its logo.
   * @attr logo
   */
  declare logo: string;

  /**
   * External integration: its scopes, `crm` and `notifications`. OAuth 2.0: the server's own. Separated by commas or spaces.
   * @attr scopes
   */
  declare scopes: string;

  /**
   * Base URL of another authorization server, such as the sandbox. Then only its origin may answer.
   * @attr server
   */
  declare server: string;

  /**
   * Further exact origins, separated by spaces or commas, whose redirect page may report in `post_message` mode.
   * @attr allowed-origins
   */
  declare allowedOrigins: string;

  /**
   * OAuth 2.0: URL of the authorization endpoint.
   * @attr authorization-endpoint
   */
  declare authorizationEndpoint: string;

  /**
   * OAuth 2.0: the authorization server's issuer identifier, where its answers name it; any other one is refused (RFC 9207).
   * @attr issuer
   */
  declare issuer: string;

  /**
   * Whether the CRM is connected, as the page knows it. Then a click asks to disconnect.
   * @attr authorized
   * @default false
   */
  declare authorized: boolean;

  /**
   * The caption while the CRM is connected. Default: by `locale`.
   * @attr authorized-title
   */
  declare authorizedTitle: string;

  /**
   * The caption while the CRM is not connected. Default: `title`.
   * @attr unauthorized-title
   */
  declare unauthorizedTitle: string;

  /**
   * The account that is connected, such as `acme.kommo.com`.
   * @attr authorized-account
   */
  declare authorizedAccount: string;

  /**
   * Logo on the button in place of the mark: an `https:` or `data:image/` URL.
   * @attr authorization-logo
   */
  declare authorizationLogo: string;

  /**
   * Whether a red dot asks to connect while the CRM is not connected.
   * @attr show-auth-red-dot
   * @default false
   */
  declare showAuthRedDot: boolean;

  /** A setting at this moment; an unknown keyword is its default, and said so once in the console. */
  protected setting<Name extends Setting>(name: Name): this[Name] {
    const value = this[name];
    const known: unknown = SETTINGS[name];
    return Array.isArray(known) ? (keyword(name, String(value), known) as this[Name]) : value;
  }

  /** All that is set at this moment. */
  protected get settings(): Pick<this, Setting> {
    return Object.fromEntries(
      (Object.keys(SETTINGS) as Setting[]).map((name) => [name, this.setting(name)]),
    ) as Pick<this, Setting>;
  }
}
