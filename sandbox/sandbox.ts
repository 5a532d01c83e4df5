import type { CatalogueClient } from './catalogue/vendor-clients.js';
import type { Integration } from './crm/crm-integrations.js';
import type { Account } from './crm/crm-store.js';
import type { OneTimeTokenClaims } from './crm/one-time-token.js';
import type { RingCentralSandboxOptions } from './ringcentral/ringcentral-store.js';
import type { Behaviour } from './shared/behaviour.js';
import type { ReceivedRequest } from './shared/runtime.js';

/** Options of `startSandbox()`. */
export interface SandboxOptions {
  /** 0 takes any free port. Default: 4400, or the next free one when that is taken; `url` has the one it took. */
  port?: number;
  /**
   * Host names and addresses under which it answers too, as in a URL: `sandbox` for a neighbour in Docker. With any of
   * them it listens on all interfaces; `0.0.0.0` does no more than that. Default: none, and only this machine reaches it.
   */
  hosts?: readonly string[];
  /** Default: none. */
  integrations?: readonly Integration[];
  /** The accounts that the person can choose from, at least one. Default: three made-up accounts. */
  accounts?: readonly Account[];
  /** RingCentral's clients and users. Default: no client, two made-up users. */
  ringcentral?: RingCentralSandboxOptions;
  /** The clients of the catalogue's CRMs: HubSpot, Pipedrive, Zoho and so on. Default: none. */
  clients?: readonly CatalogueClient[];
  /**
   * What becomes of a `client_id` that nobody has registered. `accept` makes a client up, with the secret `sandbox-secret`, for the
   * page that asks (Kommo, amoCRM) or the redirect URI that the request names. `refuse` does as the CRMs: the consent page says so,
   * and the token endpoint answers 401, everywhere. Private integrations of the metadata flow still come into being. Default `accept`.
   */
  unknownClients?: 'accept' | 'refuse';
  /** Changes to the default behaviour, from the start. */
  behaviour?: Partial<Behaviour>;
  /** Receives one line per request and event; codes, tokens and secrets are shortened. Default: silent. */
  log?: (line: string) => void;
  /** Clock in milliseconds since the epoch, for tests of expiry. Default `Date.now`. */
  now?: () => number;
}

/** A running sandbox. */
export interface Sandbox {
  /**
   * `http://localhost:PORT`. With the provider's name, such as `/kommo`, `/amocrm` or `/hubspot`, it is the value for a button's
   * `server` attribute. Kommo answers without its name, too.
   */
  readonly url: string;
  readonly port: number;
  /**
   * The OAuth requests received since the start or the last `reset()`, oldest first. Those with the endpoint `token` and a
   * `grant_type` of `refresh_token` in their `params` are the refreshes.
   */
  readonly requests: readonly ReceivedRequest[];
  /** Merges a change into the behaviour. Throws a `TypeError` when it is not valid. */
  behave(change: Partial<Behaviour>): void;
  /**
   * Back to the behaviour and the accounts' names it was started with; forgets codes, tokens, requests and integrations that came
   * up since.
   */
  reset(): void;
  /**
   * Disconnects an account: revokes its tokens, then calls the integration's `disconnectUri`, if it has one.
   *
   * @returns the status with which `disconnectUri` answered.
   * @throws {RangeError} when there is no such integration. Rejects as well when `disconnectUri` cannot be reached.
   */
  disconnect(clientId: string, accountId: number): Promise<number | undefined>;
  /**
   * Installs an integration's widget in an account, as an administrator does inside Kommo or amoCRM: the CRM's server sends
   * `code`, `referer`, `client_id` and `from_widget=1`, and no `state`, to the redirect URI. It waits 3 seconds at most, and does
   * not repeat the request. The code is then exchanged as any other.
   *
   * @returns the status with which the redirect URI answered; the CRM does not look at it
   * @throws {RangeError} when there is no such integration or account. Rejects as well when the redirect URI cannot be reached, or
   *   does not answer in time
   * @see https://developers.kommo.com/docs/authorization-public
   */
  installWidget(clientId: string, accountId: number): Promise<number>;
  /**
   * Makes the one-time token with which a page inside Kommo or amoCRM calls the integration's server, in the header
   * `X-Auth-Token`: a JWT, HS256 under the client secret, good for 30 minutes. It is Kommo's, unless the integration is registered
   * with amoCRM alone.
   *
   * @param claims take the place of the token's own, for tests; `undefined` takes a claim out
   * @throws {RangeError} when there is no such integration or account
   * @see https://developers.kommo.com/docs/one-time-tokens
   */
  oneTimeToken(
    clientId: string,
    accountId: number,
    claims?: Partial<Record<keyof OneTimeTokenClaims, unknown>>,
  ): string;
  /**
   * Issues a long-lived token, as an administrator of Kommo or amoCRM does for a private integration: an access token without a
   * refresh token, good until it expires or the integration is disconnected.
   *
   * @param options.expires milliseconds since the epoch; the CRM lets people choose from one day to five years. Default: in a year
   * @throws {RangeError} when there is no such integration or account
   * @see https://developers.kommo.com/docs/long-lived-token
   */
  longLivedToken(clientId: string, accountId: number, options?: { expires?: number }): string;
  /**
   * Renames an account of Kommo and amoCRM, or moves it to another host. Its id and its tokens stay.
   *
   * @throws {RangeError} when there is no such account
   */
  rename(accountId: number, names: { name?: string; subdomain?: string }): void;
  /**
   * Uninstalls a client of the catalogue from an account: all of its tokens end. Pipedrive then sends the DELETE of its documents
   * to the redirect URI, with the client's credentials.
   *
   * @param provider such as `pipedrive`
   * @param accountId as the vendor writes it
   * @returns the status with which the redirect URI answered; `undefined` for a vendor that tells nobody
   * @throws {RangeError} when there is no such provider, client or account. Rejects as well when the redirect URI cannot be
   *   reached
   * @see https://pipedrive.readme.io/docs/app-uninstallation
   */
  uninstall(provider: string, clientId: string, accountId: string): Promise<number | undefined>;
  /** Ends all connections. Can be called twice. */
  close(): Promise<void>;
}
