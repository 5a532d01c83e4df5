import { type PropertyDeclaration, ReactiveElement } from '@lit/reactive-element';
import type { AuthorizationMode } from '../providers/provider.js';
import { attributeName } from './attributes.js';
import { keyword } from './keyword.js';

/** A text by its default, a flag, or keywords, the default first. */
const SETTINGS = {
  provider: ['kommo', 'amocrm'],
  clientId: '',
  title: '',
  compact: false,
  theme: ['light', 'dark', 'auto'],
  color: ['', 'default', 'blue', 'violet', 'green', 'orange', 'red'],
  size: ['medium', 'small', 'large'],
  locale: '',
  disabled: false,
  state: '',
  mode: ['popup', 'post_message'],
  errorCallback: '',
  name: '',
  description: '',
  redirectUri: '',
  secretsUri: '',
  logo: '',
  scopes: '',
  server: '',
  allowedOrigins: '',
} as const;

type Setting = keyof typeof SETTINGS;

const names = Object.keys(SETTINGS) as Setting[];

function defaultOf(name: Setting): string | boolean {
  const setting = SETTINGS[name];
  return typeof setting === 'object' ? setting[0] : setting;
}

/** Removing an attribute brings its default back. The CRM's documents write a flag as `"true"` and `"false"`. */
function declaration(name: Setting): PropertyDeclaration {
  const fromAttribute = (value: string | null): string | boolean =>
    SETTINGS[name] === false ? ['', 'true', name].includes(value ?? 'false') : value || defaultOf(name);
  return { attribute: attributeName(name), converter: { fromAttribute } };
}

/**
 * All that can be set on the button. Every attribute may be written with `data-` in front, as the CRM's documents have
 * it; where both spellings stand, that one wins. Empty counts as absent.
 */
export class ButtonSettings extends ReactiveElement {
  static override properties = Object.fromEntries(names.map((name) => [name, declaration(name)]));

  /**
   * The CRM.
   * @attr provider
   * @default 'kommo'
   */
  declare provider: 'kommo' | 'amocrm';

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
   * Name of a global function that gets the CRM's refusal, `{client_id, error}`; dots step into objects.
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
   * External integration: where the CRM sends the browser. https only, but for loopback hosts.
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
   * External integration: its scopes, `crm` and `notifications`, separated by commas.
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

  /** A setting that was never set reads as its default: nothing is written to the thousand buttons of a page. */
  static override getPropertyDescriptor(
    name: Setting,
    key: string | symbol,
    options: PropertyDeclaration,
  ): PropertyDescriptor | undefined {
    const descriptor = super.getPropertyDescriptor(name, key, options);
    return {
      ...descriptor,
      get(): unknown {
        return descriptor?.get?.call(this) ?? defaultOf(name);
      },
    };
  }

  static override get observedAttributes(): string[] {
    return super.observedAttributes.flatMap((name) => [name, `data-${name}`]);
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    // Whichever spelling changed, the stronger one that stands there counts.
    const plain = name.replace(/^data-/, '');
    const strongest = this.getAttribute(`data-${plain}`) || this.getAttribute(plain);
    if (old !== value) super.attributeChangedCallback(plain, old, strongest);
  }

  /** What is set at this moment; an unknown keyword is its default, and said so once in the console. */
  protected get settings(): Pick<this, Setting> {
    const checked = names.map((name) => {
      const known: unknown = SETTINGS[name];
      return [name, Array.isArray(known) ? keyword(name, String(this[name]), known) : this[name]];
    });
    return Object.fromEntries(checked) as Pick<this, Setting>;
  }
}
