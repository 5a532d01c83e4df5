import { createHmac } from 'node:crypto';
import type { Runtime } from '../shared/runtime.js';
import { send } from '../shared/send.js';
import { accountHost, AMOCRM, KOMMO } from './crm-brands.js';
import { CrmGrants } from './crm-grants.js';
import { Integrations, type Integration } from './crm-integrations.js';

/** An account of the CRM that the person can choose on the consent page. */
export interface Account {
  /** Numeric id, as `GET /api/v4/account` and the disconnect hook give it. */
  id: number;
  name: string;
  /** First label of the account's host: `acme` makes `acme.kommo.com`. */
  subdomain: string;
}

/** The accounts of a sandbox that was started without accounts. */
export const DEFAULT_ACCOUNTS: readonly Account[] = [
  { id: 31000001, name: 'Acme Trading', subdomain: 'acme' },
  { id: 31000002, name: 'Globex', subdomain: 'globex' },
  { id: 31000003, name: 'Initech', subdomain: 'initech' },
];

/** An integration in an account. */
export interface Installation {
  readonly integration: Integration;
  readonly account: Account;
  /** The account's host, at the CRM that the integration is registered with: Kommo, if it is both. */
  readonly host: string;
}

/** The accounts, integrations and grants of Kommo and amoCRM, in memory. */
export class CrmStore {
  readonly integrations: Integrations;
  readonly grants: CrmGrants;
  readonly #initialAccounts: readonly Account[];
  readonly #closing: AbortSignal;
  #accounts: readonly Account[] = [];
  /** A map, since there may be as many accounts as a load test has connections. */
  #accountsById: ReadonlyMap<number, Account> = new Map();

  /** @param accounts default (or empty): {@link DEFAULT_ACCOUNTS} */
  constructor(integrations: readonly Integration[], accounts: readonly Account[], runtime: Runtime) {
    this.#initialAccounts = accounts.length > 0 ? accounts : DEFAULT_ACCOUNTS;
    this.#setAccounts(this.#initialAccounts);
    this.integrations = new Integrations(integrations);
    this.grants = new CrmGrants(runtime.now);
    this.#closing = runtime.closing.signal;
  }

  /** All accounts, under their present names. */
  get accounts(): readonly Account[] {
    return this.#accounts;
  }

  findAccount(id: number | undefined): Account | undefined {
    return id === undefined ? undefined : this.#accountsById.get(id);
  }

  /** @throws {RangeError} when there is no such integration, or no such account. */
  installation(clientId: string, accountId: number): Installation {
    const integration = this.#integration(clientId);
    const account = this.#account(accountId);
    return {
      integration,
      account,
      host: accountHost(account, integration.brand === 'amocrm' ? AMOCRM : KOMMO),
    };
  }

  /** Who is connected: the integrations that hold tokens for an account. */
  get connections(): Installation[] {
    return this.grants.held
      .filter(({ clientId }) => this.integrations.find(clientId))
      .map(({ clientId, accountId }) => this.installation(clientId, accountId));
  }

  /**
   * Issues an access token without a refresh token.
   *
   * @param expires milliseconds since the epoch
   * @throws {RangeError} when there is no such integration, or no such account.
   */
  issueLongLivedToken(clientId: string, accountId: number, expires: number): string {
    const { redirectUri } = this.installation(clientId, accountId).integration;
    return this.grants.issueLongLivedToken({ clientId, redirectUri, accountId }, expires);
  }

  /** Gives an account another name or host. @throws {RangeError} when there is no such account. */
  rename(accountId: number, { name, subdomain }: Partial<Omit<Account, 'id'>>): void {
    const old = this.#account(accountId);
    const renamed = { ...old, name: name ?? old.name, subdomain: subdomain ?? old.subdomain };
    this.#setAccounts(this.#accounts.map((account) => (account === old ? renamed : account)));
  }

  /**
   * Revokes an integration's tokens for an account, and tells the integration, if it has a `disconnectUri`.
   *
   * @returns the status with which `disconnectUri` answered.
   * @throws {RangeError} when there is no such integration.
   */
  async disconnect(clientId: string, accountId: number): Promise<number | undefined> {
    const integration = this.#integration(clientId);
    this.grants.revoke(clientId, accountId);
    if (!integration.disconnectUri) return undefined;
    const url = disconnectUrl(integration, integration.disconnectUri, accountId);
    return send(url, { closing: this.#closing });
  }

  reset(): void {
    this.integrations.reset();
    this.grants.reset();
    this.#setAccounts(this.#initialAccounts);
  }

  #integration(clientId: string): Integration {
    const integration = this.integrations.find(clientId);
    if (!integration) throw new RangeError(`There is no integration "${clientId}".`);
    return integration;
  }

  #account(id: number): Account {
    const account = this.findAccount(id);
    if (!account) throw new RangeError(`There is no account ${id}.`);
    return account;
  }

  #setAccounts(accounts: readonly Account[]): void {
    this.#accounts = accounts;
    this.#accountsById = new Map(accounts.map((account) => [account.id, account]));
  }
}

/**
 * Writes the URL that tells an integration which account has disconnected it: `client_uuid`, `account_id`, and a hex
 * HMAC-SHA256 of `client_id|account_id` under the client secret.
 */
function disconnectUrl(integration: Integration, disconnectUri: string, accountId: number): string {
  const { clientId, clientSecret } = integration;
  const url = new URL(disconnectUri);
  url.searchParams.set('client_uuid', clientId);
  url.searchParams.set('account_id', String(accountId));
  url.searchParams.set(
    'signature',
    createHmac('sha256', clientSecret).update(`${clientId}|${accountId}`).digest('hex'),
  );
  return url.href;
}
