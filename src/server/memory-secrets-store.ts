import type { ClientCredentials } from './client.js';
import { BoundedMap } from './bounded-map.js';
import type { CurrentState } from './find-state.js';
import type { SecretsStore } from './secrets-store.js';

/** How much longer than its state a delivery is kept, in ms: the visitor may come at the last moment, and wait. */
const KEPT = 60_000;

/**
 * Secrets in the memory of one process, until they are collected or their state has expired. It keeps 20 deliveries for the
 * states of one session, of which the oldest goes, and 100,000 of all, as many as `MemoryStateStore` has states. Nobody's
 * push out anybody else's: where there is no room, `deliver()` throws.
 */
export class MemorySecretsStore implements SecretsStore {
  /** `undefined` once they were collected. */
  readonly #deliveries = new BoundedMap<ClientCredentials | undefined>(KEPT);

  deliver(digest: string, credentials: ClientCredentials, { owner, remaining }: CurrentState): boolean {
    if (this.#deliveries.has(digest)) return false;
    const now = Date.now();
    this.#deliveries.add(digest, { owner, expires: now + remaining, value: credentials }, now);
    return true;
  }

  collect(digest: string): ClientCredentials | undefined {
    const credentials = this.#deliveries.get(digest);
    this.#deliveries.set(digest, undefined);
    return credentials;
  }
}
