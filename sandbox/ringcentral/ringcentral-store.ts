import { AD_HOC_SECRET } from '../integrations.js';
import type { RingCentralClient } from './ringcentral-client.js';
import { RingCentralGrants } from './ringcentral-grants.js';
import { DEFAULT_USERS, type RingCentralUser } from './ringcentral-user.js';

/** What RingCentral is to know in a sandbox. */
export interface RingCentralOptions {
  /** Default: none. An unknown `client_id` is accepted all the same, with any redirect URI and with or without its secret. */
  clients?: readonly RingCentralClient[];
  /** Who can sign in, at least one. Default: two made-up users. */
  users?: readonly RingCentralUser[];
}

/** RingCentral's part of a store. */
export class RingCentralStore {
  readonly clients: readonly RingCentralClient[];
  readonly users: readonly RingCentralUser[];
  readonly grants: RingCentralGrants;

  constructor({ clients = [], users = [] }: RingCentralOptions, now: () => number) {
    this.clients = clients;
    this.users = users.length > 0 ? users : DEFAULT_USERS;
    this.grants = new RingCentralGrants(now);
  }

  find(clientId: string): RingCentralClient | undefined {
    return this.clients.find((client) => client.clientId === clientId);
  }

  /** The secret of a client; that of an unknown one is the same as for the other brands. */
  secretOf(clientId: string): string | undefined {
    const client = this.find(clientId);
    return client ? client.clientSecret : AD_HOC_SECRET;
  }
}
