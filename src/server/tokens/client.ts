import { own } from '../../providers/own.js';
import type { ClientAuthentication, TokenEndpoint } from '../../providers/token-endpoint.js';
import { TOKEN_ENDPOINTS, tokenEndpointOf } from '../../providers/token-endpoints.js';
import { Redacted } from './redacted.js';

/** An integration's id and secret, as the metadata flow delivers them. A plain object: do not log it. */
export interface ClientCredentials {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Settings of a `Client`. */
export interface ClientOptions {
  /**
   * Name of a provider with a token endpoint of its own, or a definition such as `oauth2Tokens({ tokenEndpoint })`. Default
   * `kommo`, which takes accounts of amoCRM, too.
   */
  readonly provider?: Exclude<keyof typeof TOKEN_ENDPOINTS, 'oauth2'> | TokenEndpoint | undefined;
  readonly clientId: string;
  /** Leave it out for a public client, which uses PKCE, if the provider admits those. */
  readonly clientSecret?: string | undefined;
  /** Exactly as registered: with another trailing slash, or another query, the CRM refuses the code. */
  readonly redirectUri: string;
}

/**
 * An integration (RFC 6749: client) that asks for tokens. It shows its secret neither to consoles nor to loggers.
 *
 * @throws TypeError for a missing or empty field, such as from an environment variable that is not set, and for an unknown
 *   provider
 */
export class Client extends Redacted {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly #secret: string | undefined;
  readonly #endpoint: TokenEndpoint;

  constructor(options: ClientOptions) {
    super();
    // Own properties only: a provider that every object has inherited would get the secret.
    const { provider = 'kommo', clientId, clientSecret, redirectUri } = own(options);
    this.#endpoint = findEndpoint(provider);
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
    this.#secret = clientSecret;
  }

  /** `undefined` for a public client. */
  get clientSecret(): string | undefined {
    return this.#secret;
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

function findEndpoint(provider: string | TokenEndpoint): TokenEndpoint {
  // A copy, which nobody changes later.
  const endpoint = typeof provider === 'string' ? tokenEndpointOf(provider) : Object.freeze(own(provider));
  if (!endpoint?.hosts || (Array.isArray(endpoint.hosts) && endpoint.hosts.length === 0)) {
    const names = Object.keys(TOKEN_ENDPOINTS).filter((name) => name !== TOKEN_ENDPOINTS.oauth2.provider);
    throw new TypeError(
      `provider must be ${names.join(', ')} or a definition such as oauth2Tokens({ tokenEndpoint }).`,
    );
  }
  return endpoint;
}
