import type { TokenRequestOptions } from '../tokens/client-request.js';
import type { TokenSet } from '../tokens/token-set.js';
import type { Connection, ConnectionRecord, ConnectionStatus, ConnectionStore } from '../store/store.js';
import type { Clients } from './clients.js';

/** A connection whose tokens are good for a request to the API. */
export type FreshConnection = ConnectionRecord & { readonly fresh: TokenSet };

/** What each step of a connection's life works with. */
export interface Life {
  readonly clients: Clients;
  readonly connections: ConnectionStore;
  /** Refreshes under way in this process, by what was asked for. */
  readonly refreshes: Map<string, Promise<FreshConnection>>;
  /** How requests to a provider are sent. */
  requestOptions(provider: string): TokenRequestOptions;
  /** Tells the application of a new status. It does not reject. */
  tell(record: ConnectionRecord): Promise<void>;
}

/** Leaves out everything secret, and whose it is. */
export function toConnection(record: ConnectionRecord): Connection {
  const { id, client, provider, account, accountName, host, status, since, until } = record;
  return {
    id,
    client,
    provider,
    account,
    ...(accountName !== undefined && { accountName }),
    host,
    status,
    since,
    ...(until !== undefined && { until }),
  };
}

/** A record with another status, for good: tokens of a connection that is over are worth nothing. */
export function ended(
  record: ConnectionRecord,
  status: Exclude<ConnectionStatus, 'connected'>,
): ConnectionRecord {
  return { ...record, status, tokens: undefined, until: undefined };
}
