import { Redacted } from './redacted.js';

/** An integration's id and secret, as the metadata flow delivers them. A plain object: it is not to be logged. */
export interface ClientCredentials {
  readonly clientId: string;
  readonly clientSecret: string;
}

/**
 * An integration (RFC 6749: client) that asks for tokens. It shows its secret neither to consoles nor to loggers.
 *
 * @throws TypeError where a field is missing or empty, such as from an environment variable that is not set
 */
export class Client extends Redacted {
  readonly clientId: string;
  /** To the character as it is registered: with another trailing slash, or another query, the CRM refuses the code. */
  readonly redirectUri: string;
  readonly #secret: string;

  constructor({ clientId, clientSecret, redirectUri }: ClientCredentials & { readonly redirectUri: string }) {
    super();
    for (const [name, value] of Object.entries({ clientId, clientSecret, redirectUri })) {
      if (typeof value !== 'string' || !value) throw new TypeError(`A client needs its ${name}.`);
    }
    this.clientId = clientId;
    this.redirectUri = redirectUri;
    this.#secret = clientSecret;
  }

  get clientSecret(): string {
    return this.#secret;
  }

  override toString(): string {
    return `[Client ${this.clientId}]`;
  }
}
