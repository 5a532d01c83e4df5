import { own } from '../../providers/own.js';
import { TOKEN_ENDPOINTS } from '../../providers/token-endpoints.js';
import type { TokenEndpoint } from '../../providers/token-endpoint.js';
import { buttonSettings } from '../tokens/button-settings.js';
import { Client, type ClientCredentials } from '../tokens/client.js';

/** Settings of an `ExternalIntegration`. */
export interface ExternalIntegrationOptions {
  /** Default `kommo`. */
  readonly provider?: 'kommo' | 'amocrm' | undefined;
  /** Its name in the routes of `createHandler()`. Default: the provider's. */
  readonly name?: string | undefined;
  /** The integration's name, as the CRM shows it. */
  readonly title: string;
  readonly description?: string | undefined;
  /** URL of its logo. */
  readonly logo?: string | undefined;
  /** `crm`, `notifications`, or both, separated by a space. Default: the CRM's. */
  readonly scope?: string | undefined;
  /** Where the CRM sends the browser, under `/callback/NAME` of the handler. */
  readonly redirectUri: string;
  /** Where the CRM posts the integration's id and secret. Default: `/secrets/NAME` beside the redirect URI. */
  readonly secretsUri?: string | undefined;
}

/**
 * In place of a `Client`, for Kommo's and amoCRM's metadata flow: each consent creates an integration of its own, whose id and secret come over
 * the webhook and are kept with the connection.
 *
 * @throws TypeError for a missing title or redirect URI
 */
export class ExternalIntegration {
  readonly name: string;
  readonly redirectUri: string;
  /** What a button needs to know of it, by the names of `<crm-oauth-button>`’s properties. */
  readonly settings: Readonly<Record<string, string>>;
  readonly #provider: 'kommo' | 'amocrm';

  constructor(options: ExternalIntegrationOptions) {
    const given = own(options);
    const { provider = 'kommo', redirectUri, title, scope } = given;
    for (const [field, value] of Object.entries({ title, redirectUri })) {
      if (typeof value !== 'string' || !value)
        throw new TypeError(`An external integration needs its ${field}.`);
    }
    const { secretsUri = redirectUri.replace(/\/callback\/([^/]*)$/, '/secrets/$1') } = given;
    this.name = given.name ?? provider;
    this.redirectUri = redirectUri;
    this.settings = buttonSettings({ ...given, provider, secretsUri, name: title, scopes: scope });
    this.#provider = provider;
  }

  /** Names the provider and the redirect URI in one text, to which a state is bound: the client does not exist yet. */
  get context(): string {
    return JSON.stringify([this.#provider, this.redirectUri]);
  }

  /** The provider's token endpoint. */
  get tokenEndpoint(): TokenEndpoint {
    return TOKEN_ENDPOINTS[this.#provider];
  }

  /** The client that a consent has created. */
  clientOf({ clientId, clientSecret }: ClientCredentials): Client {
    const { redirectUri, name } = this;
    return new Client({ provider: this.#provider, clientId, clientSecret, redirectUri, name });
  }
}
