import { createHmac } from 'node:crypto';
import type { Runtime } from '../shared/runtime.js';
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

/** The accounts, integrations and grants of Kommo and amoCRM, in memory. */
export class CrmStore {
  readonly accounts: readonly Account[];
  readonly integrations: Integrations;
  readonly grants: CrmGrants;
  readonly #closing: AbortSignal;

  /** @param accounts default (or empty): {@link DEFAULT_ACCOUNTS} */
  constructor(integrations: readonly Integration[], accounts: readonly Account[], runtime: Runtime) {
    this.accounts = accounts.length > 0 ? accounts : DEFAULT_ACCOUNTS;
    this.integrations = new Integrations(integrations);
    this.grants = new CrmGrants(runtime.now);
    this.#closing = runtime.closing.signal;
  }

  /**
   * Revokes an integration's tokens for an account, and tells the integration, if it has a `disconnectUri`.
   *
   * @returns the status with which `disconnectUri` answered.
   * @throws {RangeError} when there is no such integration.
   */
  async disconnect(clientId: string, accountId: number): Promise<number | undefined> {
    const integration = this.integrations.find(clientId);
    if (!integration) throw new RangeError(`There is no integration "${clientId}".`);
    this.grants.revoke(clientId, accountId);
    if (!integration.disconnectUri) return undefined;
    const url = disconnectUrl(integration, integration.disconnectUri, accountId);
    const response = await fetch(url, { signal: this.#closing });
    await response.body?.cancel();
    return response.status;
  }

  reset(): void {
    this.integrations.reset();
    this.grants.reset();
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
