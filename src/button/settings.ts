import type { ProviderName, ProviderOptions } from '../providers/catalogue.js';
import type { AuthorizationMode } from '../providers/provider.js';
import type { PropertyDeclaration } from './lit.js';

/** Something that can be set on the button: a reactive property of Lit's, with an attribute in two spellings. */
export interface Setting<Value extends string | boolean> extends PropertyDeclaration {
  /** The plain spelling; `data-` in front of it is the other one. */
  readonly attribute: string;
  /** The property while nothing is set. */
  readonly initial: Value;
  /** All that it may be, the default first; absent where anything goes. */
  readonly keywords: readonly Value[] | undefined;
}

/** A text; empty is absent. */
function text<Value extends string = string>(attribute: string, initial = '' as Value): Setting<Value> {
  return { attribute, initial, keywords: undefined, converter: (value) => value || null };
}

/** Keywords, the default first. */
function oneOf<const Keyword extends string>(
  attribute: string,
  keywords: readonly [Keyword, ...Keyword[]],
): Setting<Keyword> {
  return { ...text<Keyword>(attribute, keywords[0]), keywords };
}

/** A flag. The CRM's documents write it as `"true"` and `"false"`. */
function flag(attribute: string): Setting<boolean> {
  return {
    attribute,
    initial: false,
    keywords: undefined,
    converter: (value) => ['', 'true', attribute].includes(value ?? 'false'),
  };
}

/** Options of requests that no attribute sets. */
type NoSetting = 'pkce' | 'window' | 'parameters';
type KeysOf<Options> = Options extends unknown ? keyof Options : never;
/** Every other option of a provider of the catalogue is a setting: the table below does not compile without it. */
type RequestSetting = Exclude<KeysOf<ProviderOptions>, NoSetting>;

/**
 * All that can be set on the button, each declared here and nowhere else: properties, their types, attributes and defaults
 * come from it, and `custom-elements.json` with the descriptions.
 */
export const SETTINGS = {
  /** The authorization server's protocol. `ringcentral` and `oauth2` come with the package, not with the drop-in script. */
  provider: text<ProviderName>('provider', 'kommo'),
  /** The integration's id. */
  clientId: text('client-id'),
  /** The caption. Default: by `locale`. */
  title: text('title'),
  /** Shows the logo alone; the caption stays as the accessible name. */
  compact: flag('compact'),
  /** Colour scheme of the button; `auto` follows `prefers-color-scheme`. */
  theme: oneOf('theme', ['light', 'dark', 'auto']),
  /** The older look in one of its colours. amoCRM always has it, and there the default is `default`. */
  color: oneOf('color', ['', 'default', 'blue', 'violet', 'green', 'orange', 'red']),
  /** Height: 32, 42 or 48 px. */
  size: oneOf('size', ['medium', 'small', 'large']),
  /**
   * Language of the caption and of the consent page: `en`, `es`, `id`, `pt`, `ru`, or `auto` for the nearest `lang` and
   * then the browser's. Default: `en`, for amoCRM `ru`.
   */
  locale: text('locale'),
  /** Whether the button can't be used. */
  disabled: flag('disabled'),
  /** Opaque value that comes back with the answer, read at the click. Default: 128 random bits, new for each attempt. */
  state: text('state'),
  /** How the answer comes back: `popup` takes the page to the redirect URI, `post_message` leaves it where it is. */
  mode: oneOf<AuthorizationMode>('mode', ['popup', 'post_message']),
  /**
   * Name of a global function of the page that gets the CRM's refusal, `{client_id, error}`; dots step into objects. Functions of
   * the browser are not called.
   */
  errorCallback: text('error-callback'),
  /** External integration: its name. */
  name: text('name'),
  /** External integration: what it does. */
  description: text('description'),
  /** External integration, OAuth 2.0: where the server sends the browser. https only, but for loopback hosts. */
  redirectUri: text('redirect_uri'),
  /** External integration: where the CRM posts the integration's id and secret. https only, but for loopback hosts. */
  secretsUri: text('secrets_uri'),
  /** External integration: URL of its logo. */
  logo: text('logo'),
  /**
   * External integration: its scopes, `crm` and `notifications`. OAuth 2.0: the server's own. Separated by commas or spaces.
   */
  scopes: text('scopes'),
  /** Base URL of another authorization server, such as the sandbox. Then only its origin may answer. */
  server: text('server'),
  /** Further exact origins, separated by spaces or commas, whose redirect page may report in `post_message` mode. */
  allowedOrigins: text('allowed-origins'),
  /** OAuth 2.0: URL of the authorization endpoint. */
  authorizationEndpoint: text('authorization-endpoint'),
  /**
   * OAuth 2.0: the authorization server's issuer identifier, where its answers name it; any other one is refused (RFC 9207).
   */
  issuer: text('issuer'),
  /** Whether the CRM is connected, as the page knows it. Then a click asks to disconnect. */
  authorized: flag('authorized'),
  /** The caption while the CRM is connected. Default: by `locale`. */
  authorizedTitle: text('authorized-title'),
  /** The caption while the CRM is not connected. Default: `title`. */
  unauthorizedTitle: text('unauthorized-title'),
  /** The account that is connected, such as `acme.kommo.com`. */
  authorizedAccount: text('authorized-account'),
  /** Logo on the button in place of the mark: an `https:` or `data:image/` URL. */
  authorizationLogo: text('authorization-logo'),
  /** Whether a red dot asks to connect while the CRM is not connected. */
  showAuthRedDot: flag('show-auth-red-dot'),
} satisfies Record<string, Setting<string> | Setting<boolean>> & Record<RequestSetting, Setting<string>>;

/** Name of a property that can be set. */
export type SettingName = keyof typeof SETTINGS;

/** All that can be set on the button. */
export type Settings = {
  -readonly [Name in SettingName]: (typeof SETTINGS)[Name]['initial'];
};

/** The attribute of a property, in its plain spelling. */
export function attributeName(property: string): string {
  return (SETTINGS as Readonly<Record<string, Setting<string | boolean>>>)[property]?.attribute ?? property;
}
