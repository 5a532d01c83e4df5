import { AD_HOC_SECRET } from '../shared/issued-tokens.js';
import type { LoopbackOption } from '../shared/loopback.js';

/** An app that is registered with a CRM of the catalogue (RFC 6749: client). */
export interface CatalogueClient extends LoopbackOption {
  /** The CRM, as the button's `provider` names it: `hubspot`, `pipedrive`, … */
  provider: string;
  clientId: string;
  /** Default: none. Such a client can use PKCE only, where the CRM admits clients without a secret. */
  clientSecret?: string;
  name: string;
  /** Where the person is sent with the answer, compared character by character. */
  redirectUri: string;
  /** A sentence about the app, for the consent page. */
  description?: string;
  /** URL of the icon on the consent page. Default: a tile with the first letters of the name. */
  logo?: string;
}

/** The clients of one vendor: those of the options, and those that have come up since. */
export class VendorClients {
  readonly registered: readonly CatalogueClient[];
  readonly #provider: string;
  readonly #adHoc = new Map<string, CatalogueClient>();

  constructor(provider: string, clients: readonly CatalogueClient[]) {
    this.#provider = provider;
    this.registered = clients.filter((client) => client.provider === provider);
  }

  find(clientId: string): CatalogueClient | undefined {
    return this.registered.find((client) => client.clientId === clientId) ?? this.#adHoc.get(clientId);
  }

  /** Whether the sandbox has made the client up, or would. */
  isAdHoc(clientId: string): boolean {
    return !this.registered.some((client) => client.clientId === clientId);
  }

  /** Makes up a client for an unknown `client_id`. */
  adopt(clientId: string, redirectUri: string): CatalogueClient {
    const { host } = new URL(redirectUri);
    const client = {
      provider: this.#provider,
      clientId,
      clientSecret: AD_HOC_SECRET,
      name: host,
      redirectUri,
    };
    this.#adHoc.set(clientId, client);
    return client;
  }

  /** Forgets those that it has made up. */
  reset(): void {
    this.#adHoc.clear();
  }
}
