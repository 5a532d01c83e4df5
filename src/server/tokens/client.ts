import { own } from '../../providers/own.js';
import type { ClientAuthentication, TokenEndpoint } from '../../providers/token-endpoint.js';
import { type CLIENT_ENDPOINTS, clientEndpointOf, TOKEN_ENDPOINTS } from '../../providers/token-endpoints.js';
import { buttonSettings } from './button-settings.js';
import { Redacted } from './redacted.js';

/** An integration's id and secret, as the metadata flow delivers them. A plain object: do not log it. */
export interface ClientCredentials {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** The name of a provider whose token endpoint is known by it, with the settings that the endpoint depends on. */
type Named = {
  readonly [Name in Exclude<keyof typeof TOKEN_ENDPOINTS, 'kommo' | 'oauth2'>]: {
    readonly provider: Name;
  } & (Name extends keyof typeof CLIENT_ENDPOINTS ? Parameters<(typeof CLIENT_ENDPOINTS)[Name]>[0] : unknown);
};

/** Settings of a `Client`. */
export type ClientOptions = {
  readonly clientId: string;
  /** Leave it out for a public client, which uses PKCE, if the provider admits those. */
  readonly clientSecret?: string | undefined;
  /** Exactly as registered: with another trailing slash, or another query, the CRM refuses the code. */
  readonly redirectUri: string;
  /**
   * Its name in the routes of `createHandler()`: lower-case letters, digits, `-` and `_`. Default: the provider's. A second client
   * of one provider needs another.
   */
  readonly name?: string | undefined;
  /** The scopes that a button of `createHandler()` asks for, separated by spaces. Default: the CRM's choice. */
  readonly scope?: string | undefined;
} & (
  | Named[keyof Named]
  | {
      /**
       * Name of a provider of the catalogue, some of which take settings of their own, or a definition such as
       * `oauth2Tokens({ tokenEndpoint })`. Default `kommo`, which takes accounts of amoCRM, too.
       */
      readonly provider?: 'kommo' | TokenEndpoint | undefined;
    }
);

/**
 * An integration (RFC 6749: client) that asks for tokens. It shows its secret neither to consoles nor to loggers.
 *
 * @throws TypeError for a missing or empty field, such as from an environment variable that is not set, and for an unknown
 *   provider
 */
export class Client extends Redacted {
  readonly clientId: string;
  readonly redirectUri: string;
  /** Its name in the routes of `createHandler()`. */
  readonly name: string;
  /** What a button needs to know of it, by the names of `<crm-oauth-button>`’s properties. Nothing of it is secret. */
  readonly settings: Readonly<Record<string, string>>;
  readonly #secret: string | undefined;
  /** By host, where a secret holds for one host alone. */
  readonly #secrets: Readonly<Record<string, string>>;
  readonly #endpoint: TokenEndpoint;

  constructor(options: ClientOptions) {
    super();
    // Own properties only: a provider that every object has inherited would get the secret.
    const settings: Settings = own(options);
    const { provider = 'kommo', clientId, clientSecret, redirectUri } = settings;
    this.#endpoint = findEndpoint(provider, settings);
    const { clientAuthentication: methods, provider: name } = this.#endpoint;
    const isPublic = clientSecret === undefined && methods.includes('none');
    const needed = { clientId, redirectUri, ...(!isPublic && { clientSecret }) };
    for (const [field, value] of Object.entries(needed)) {
      if (typeof value !== 'string' || !value) throw new TypeError(`A client needs its ${field}.`);
    }
    if (!isPublic && methods.every((method) => method === 'none')) {
      throw new TypeError(`Clients of ${name} authenticate by none: leave clientSecret out.`);
    }
    this.clientId = clientId;
    this.redirectUri = redirectUri;
    this.name = settings.name ?? name;
    this.settings = buttonSettings({ ...settings, provider: name, scopes: settings.scope, name: undefined });
    this.#secret = clientSecret;
    this.#secrets = secretsByHost(this.#endpoint, settings.secrets);
  }

  /** `undefined` for a public client. */
  get clientSecret(): string | undefined {
    return this.#secret;
  }

  /** The secret for one of the provider's hosts, which may have a secret of its own. */
  secretAt(host: string): string | undefined {
    return this.#secrets[host] ?? this.#secret;
  }

  /**
   * Names the provider, the client and the hosts in one text, to which a state is bound: a response belongs to the client that
   * asked (RFC 9700, section 4.4).
   */
  get context(): string {
    const { provider, tokenUrl, hosts, apiHosts } = this.#endpoint;
    return JSON.stringify([provider, this.clientId, this.redirectUri, tokenUrl, hosts, apiHosts]);
  }

  /** The provider's token endpoint, which alone gets the secret. */
  get tokenEndpoint(): TokenEndpoint {
    return this.#endpoint;
  }

  /** How this client authenticates: without a secret by `none`, otherwise in the provider's preferred way. */
  get authentication(): ClientAuthentication {
    const methods = this.#endpoint.clientAuthentication;
    return (this.#secret && methods.find((method) => method !== 'none')) || 'none';
  }

  override toString(): string {
    return `[Client ${this.clientId}]`;
  }
}

/** The settings as far as all clients share them, and the one that some have. */
interface Settings {
  readonly provider?: string | TokenEndpoint | undefined;
  readonly clientId: string;
  readonly clientSecret?: string | undefined;
  readonly redirectUri: string;
  readonly name?: string | undefined;
  readonly scope?: string | undefined;
  readonly secrets?: Readonly<Record<string, string | undefined>> | undefined;
}

function findEndpoint(provider: string | TokenEndpoint, settings: Settings): TokenEndpoint {
  // A copy, which nobody changes later.
  const endpoint =
    typeof provider === 'string' ? clientEndpointOf(provider, settings) : Object.freeze(own(provider));
  if (!endpoint?.hosts || (Array.isArray(endpoint.hosts) && endpoint.hosts.length === 0)) {
    const names = Object.keys(TOKEN_ENDPOINTS).filter((name) => name !== TOKEN_ENDPOINTS.oauth2.provider);
    throw new TypeError(
      `provider must be ${names.join(', ')} or a definition such as oauth2Tokens({ tokenEndpoint }).`,
    );
  }
  return endpoint;
}

/** Sorts secrets by key, such as that of a data centre, by the host that gets each. */
function secretsByHost({ hosts }: TokenEndpoint, secrets: Settings['secrets']): Record<string, string> {
  const table = 'table' in hosts ? hosts.table : {};
  const known = Object.entries(own(secrets)).flatMap(([key, secret]) => {
    const host = own<Readonly<Record<string, string>>>(table)[key];
    if (!host || typeof secret !== 'string' || !secret) {
      throw new TypeError(
        `secrets has ${key}, which is none of ${Object.keys(table).join(', ')}, or is empty.`,
      );
    }
    return [[host, secret]];
  });
  return own(Object.fromEntries(known) as Record<string, string>);
}
