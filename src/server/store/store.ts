import type { SecretsStore } from '../secrets/secrets-store.js';
import type { StateStore } from '../state/state-store.js';
import type { Awaitable } from '../stores.js';
import type { ClientCredentials } from '../tokens/client.js';
import type { TokenRecord } from '../tokens/token-set.js';

/**
 * `connected`: its tokens are good, or can be refreshed. `reconnect`: they are over, and the person has to authorize again.
 * `disconnected`: the person has disconnected the account at the CRM.
 */
export type ConnectionStatus = 'connected' | 'reconnect' | 'disconnected';

/** A user's connection to an account of a CRM, without anything secret. Names and ids of the CRM's are text from outside: escape them. */
export interface Connection {
  /** 128 random bits. It stays when the same user authorizes the same account again. */
  readonly id: string;
  /** Name of the client, as it stands in the routes. */
  readonly client: string;
  /** Name of the provider, such as `kommo`. */
  readonly provider: string;
  /** The vendor's id of the account, as its API or its token response has told it. */
  readonly account: string;
  /** Its name, if the CRM tells it. */
  readonly accountName?: string | undefined;
  /** Host of its API, such as `acme.kommo.com`. */
  readonly host: string;
  readonly status: ConnectionStatus;
  /** When this user first connected the account, in ms since the epoch. */
  readonly since: number;
  /** When the person has to authorize again at the latest, in ms since the epoch, as far as the CRM tells. A refresh may move it. */
  readonly until?: number | undefined;
}

/** A connection as a store keeps it. Its tokens and credentials are secret. */
export interface ConnectionRecord extends Connection {
  /** Whose it is. Empty for a widget's install that nobody has claimed. */
  readonly user: string;
  /** Absent once they are worth nothing. */
  readonly tokens?: TokenRecord | undefined;
  /** The id and secret of an integration that this connection's consent has created (metadata flow). */
  readonly credentials?: ClientCredentials | undefined;
}

/** Makes a new record of the current one; `undefined` leaves it as it is, `null` removes it. */
export type ConnectionChange = (current: ConnectionRecord) => Promise<ConnectionRecord | undefined | null>;

/**
 * Keeps connections: one for each user, client and account.
 *
 * Once a `put` or a `delete` has resolved, no `update` that began before undoes it.
 */
export interface ConnectionStore {
  get(id: string): Awaitable<ConnectionRecord | undefined>;
  /** A user's, oldest first. */
  list(user: string): Awaitable<readonly ConnectionRecord[]>;
  /** Everybody's connections to an account, by way of one client. */
  find(client: string, account: string): Awaitable<readonly ConnectionRecord[]>;
  /**
   * Keeps a connection. If its user has one to the same account by the same client, it takes that one's place, under its `id` and
   * with its `since`.
   *
   * @returns the record as it is kept
   */
  put(record: ConnectionRecord): Awaitable<ConnectionRecord>;
  /**
   * Replaces a record by what `change` makes of it, while no other update does the same: in this process, and, if the store can, in
   * all. Without a record, `change` is not called. If a `put` or a `delete` resolves meanwhile, that stands.
   *
   * @returns the record as it is now
   */
  update(id: string, change: ConnectionChange): Promise<ConnectionRecord | undefined>;
  delete(id: string): Awaitable<void>;
}

/** All that a back end keeps. The parts may be in different places: states in Redis, connections in PostgreSQL. */
export interface Store {
  readonly states: StateStore;
  readonly secrets: SecretsStore;
  readonly connections: ConnectionStore;
}
