import type { ProviderName, ProviderOptions } from '../providers/catalogue.js';
import type { AuthorizationMode } from '../providers/provider.js';
import type { PropertyDeclaration } from './lit.js';

/** A setting of the button: a reactive property of Lit's, with an attribute in two spellings. */
export interface Setting<Value extends string | boolean> extends PropertyDeclaration {
  /** The plain spelling; the other one has `data-` in front. */
  readonly attribute: string;
  /** The property's value by default. */
  readonly initial: Value;
  /** The values it may have, the default first; absent if any will do. */
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
type NoSetting = 'pkce' | 'codeChallenge' | 'window' | 'parameters';
type KeysOf<Options> = Options extends unknown ? keyof Options : never;
/** Every other option of a provider of the catalogue is a setting: the table below does not compile without it. */
type RequestSetting = Exclude<KeysOf<ProviderOptions>, NoSetting>;

/**
 * The button's settings, declared here and nowhere else: properties, types, attributes and defaults derive from this table,
 * and so does `custom-elements.json`, descriptions included.
 */
export const SETTINGS = {
  /** The CRM. All but `kommo` and `amocrm` come with the package, not with the drop-in script. */
  provider: text<ProviderName>('provider', 'kommo'),
  /** The integration's id. */
  clientId: text('client-id'),
  /** The caption. Default: by `locale`. */
  title: text('title'),
  /** Shows the logo alone; the caption stays as the accessible name. */
  compact: flag('compact'),
  /**
   * Colour scheme: `light` is a dark button for a light page, `dark` is a white button for a dark page, `auto` follows the
   * visitor's `prefers-color-scheme`.
   */
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
  /** Opaque value that comes back with the response; read at the click. Default: 128 random bits, new for each attempt. */
  state: text('state'),
  /**
   * URL of this origin that answers `{"state": "…"}`. It is asked ahead of each click, with the page's cookies, and its state is
   * sent in place of `state`. With `"codeChallenge": "…"` beside it, PKCE's verifier stays on the server: the challenge is sent
   * with S256, and the response has no `codeVerifier`.
   */
  stateUrl: text('state-url'),
  /**
   * How the response comes back: `popup` takes the page to the redirect URI, `post_message` leaves the page where it is.
   * `redirect` opens no window: the whole page goes to the CRM and comes back.
   */
  mode: oneOf<AuthorizationMode | 'redirect'>('mode', ['popup', 'post_message', 'redirect']),
  /**
   * What a click does if the browser refuses the window: `link` offers a link in its place, `redirect` takes the whole page to
   * the CRM at once.
   */
  fallback: oneOf('fallback', ['link', 'redirect']),
  /** URL of this origin to come back to after a redirect. Default: this page. */
  returnTo: text('return-to'),
  /**
   * Name of a global function of the page that receives the CRM's refusal, `{client_id, error}`. Dots step into objects. The
   * browser's own functions are never called.
   */
  errorCallback: text('error-callback'),
  /** External integration: its name. */
  name: text('name'),
  /** External integration: its description. */
  description: text('description'),
  /**
   * Where the CRM sends the browser: needed by an external integration, and by every provider but Kommo and amoCRM. https only,
   * except on loopback hosts.
   */
  redirectUri: text('redirect_uri'),
  /** External integration: where the CRM posts the integration's id and secret. https only, except on loopback hosts. */
  secretsUri: text('secrets_uri'),
  /** External integration: URL of its logo. */
  logo: text('logo'),
  /**
   * External integration: its scopes, `crm` and `notifications`. Other providers: the CRM's own. Separated by commas or spaces.
   */
  scopes: text('scopes'),
  /** Base URL of another authorization server, such as the sandbox. Then only its origin may answer. */
  server: text('server'),
  /** The account's host at the CRM, for CRMs that have one for each: `acme.my.salesforce.com`, `acme.zendesk.com`, a portal of Bitrix24. */
  domain: text('domain'),
  /** Zoho: data centre of the app, `us`, `eu`, `in`, `au`, `cn`, `jp`, `ca`, `sa` or `uk`. Intercom: region of the workspace, `us`, `eu` or `au`. */
  region: text('region'),
  /** Dynamics 365: URL of the environment, such as `https://acme.crm4.dynamics.com`. */
  resource: text('resource'),
  /** Dynamics 365: tenant of Microsoft Entra ID. Default: any work or school account. */
  tenant: text('tenant'),
  /** Further exact origins, separated by spaces or commas, whose redirect page may report in `post_message` mode. */
  allowedOrigins: text('allowed-origins'),
  /** OAuth 2.0: URL of the authorization endpoint. */
  authorizationEndpoint: text('authorization-endpoint'),
  /**
   * OAuth 2.0: the authorization server's issuer identifier, if its responses carry one. A response from any other issuer is
   * refused (RFC 9207).
   */
  issuer: text('issuer'),
  /** Whether the CRM is connected; the page knows. A click then asks to disconnect. */
  authorized: flag('authorized'),
  /**
   * Whether the connection was lost; the page knows, and it wins over `authorized`. The caption says so by `locale`, whatever the
   * titles, and a click connects again. A success makes the property `false`.
   */
  reconnect: flag('reconnect'),
  /** The caption while the CRM is connected. Default: by `locale`. */
  authorizedTitle: text('authorized-title'),
  /** The caption while the CRM is not connected. Default: `title`. */
  unauthorizedTitle: text('unauthorized-title'),
  /** The connected account, such as `acme.kommo.com`. */
  authorizedAccount: text('authorized-account'),
  /** Logo on the button in place of the mark: an `https:` or `data:image/` URL. */
  authorizationLogo: text('authorization-logo'),
  /** Whether a red dot asks to connect while the CRM is not connected. */
  showAuthRedDot: flag('show-auth-red-dot'),
} satisfies Record<string, Setting<string> | Setting<boolean>> & Record<RequestSetting, Setting<string>>;

/** The name of a setting's property. */
export type SettingName = keyof typeof SETTINGS;

/** The button's settings by property. */
export type Settings = {
  -readonly [Name in SettingName]: (typeof SETTINGS)[Name]['initial'];
};

/** The attribute for a property, in the plain spelling. */
export function attributeName(property: string): string {
  return (SETTINGS as Readonly<Record<string, Setting<string | boolean>>>)[property]?.attribute ?? property;
}
