import type { Runtime } from '../shared/runtime.js';
import { send } from '../shared/send.js';
import { basicCredentials } from '../../src/server/tokens/client-request.js';
import { VendorClients, type CatalogueClient } from './vendor-clients.js';
import { VendorGrants } from './vendor-grants.js';
import { accountsOf, type HostWriter, type Vendor, type VendorAccount } from './vendor.js';
import { VENDORS } from './vendors.js';

const HOSTILE_HOST = 'evil.example';

/** One vendor's accounts, clients and grants, in memory. */
export class VendorStore {
  readonly id: string;
  readonly vendor: Vendor;
  readonly accounts: readonly VendorAccount[];
  readonly clients: VendorClients;
  readonly grants: VendorGrants;
  readonly takesUnknownClients: boolean;
  readonly #runtime: Runtime;

  constructor(id: string, vendor: Vendor, clients: readonly CatalogueClient[], runtime: Runtime) {
    this.id = id;
    this.vendor = vendor;
    this.accounts = accountsOf(vendor);
    this.clients = new VendorClients(id, clients);
    this.grants = new VendorGrants(vendor, runtime.now);
    this.takesUnknownClients = runtime.takesUnknownClients;
    this.#runtime = runtime;
  }

  /** Writes hosts as the behaviour says. */
  readonly at: HostWriter = (real) => (this.#runtime.behaviour.host === 'hostile' ? HOSTILE_HOST : real);

  /** Ends all grants of a client for an account, and tells the client, if the vendor does. @throws {RangeError} */
  async uninstall(clientId: string, accountId: string): Promise<number | undefined> {
    const client = this.clients.find(clientId);
    if (!client) throw new RangeError(`There is no client "${clientId}" of ${this.id}.`);
    const account = this.accounts.find(({ id }) => id === accountId);
    if (!account) throw new RangeError(`There is no account "${accountId}" of ${this.id}.`);
    this.grants.revokeAll({ clientId, account });
    const { uninstallation } = this.vendor;
    if (!uninstallation) return undefined;
    const { now, closing } = this.#runtime;
    return send(client.redirectUri, {
      method: 'DELETE',
      headers: {
        authorization: `Basic ${basicCredentials(clientId, client.clientSecret)}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify(uninstallation(clientId, account, new Date(now()))),
      closing: closing.signal,
    });
  }

  reset(): void {
    this.clients.reset();
    this.grants.reset();
  }
}

/** The stores of all CRMs of the catalogue. */
export class CatalogueStore {
  readonly #stores: ReadonlyMap<string, VendorStore>;

  /** @throws {TypeError} for a client of a provider that is not one of these */
  constructor(clients: readonly CatalogueClient[], runtime: Runtime) {
    for (const { provider } of clients) {
      if (Object.hasOwn(VENDORS, provider)) continue;
      const known = Object.keys(VENDORS).join(', ');
      throw new TypeError(`clients: the provider must be one of ${known}, not "${provider}".`);
    }
    this.#stores = new Map(
      Object.entries(VENDORS).map(([id, vendor]) => [id, new VendorStore(id, vendor, clients, runtime)]),
    );
  }

  /** The clients of the options. */
  get clients(): readonly CatalogueClient[] {
    return [...this.#stores.values()].flatMap((store) => store.clients.registered);
  }

  /** @throws {RangeError} when there is no such vendor */
  of(provider: string): VendorStore {
    const store = this.#stores.get(provider);
    if (!store) throw new RangeError(`There is no provider "${provider}" that takes clients.`);
    return store;
  }

  reset(): void {
    for (const store of this.#stores.values()) store.reset();
  }
}
