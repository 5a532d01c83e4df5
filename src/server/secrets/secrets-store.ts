import type { CurrentState } from '../state/session-state.js';
import { type Awaitable, BoundedMap } from '../stores.js';
import type { ClientCredentials } from '../tokens/client.js';

/**
 * Keeps the secrets of new integrations until the visitor comes with the redirect. All processes that may receive either must
 * see the same ones.
 */
export interface SecretsStore {
  /**
   * Keeps the first delivery for a state, and refuses any other while the state is good, even after the first was collected.
   * Atomic: of all callers, in all processes, one gets `true`.
   *
   * A visitor knows their own states, and can deliver anything for each: count by `owner`, so that nobody pushes out the
   * deliveries of others.
   *
   * @param digest - of the state
   * @param state - its owner, and how much longer it is good
   */
  deliver(digest: string, credentials: ClientCredentials, state: CurrentState): Awaitable<boolean>;
  /** Hands over the delivery, once, and forgets the secret. */
  collect(digest: string): Awaitable<ClientCredentials | undefined>;
}

/** How much longer than its state a delivery is kept, in ms: the visitor may come at the last moment, and wait. */
export const DELIVERY_KEPT = 60_000;

/**
 * Keeps secrets in the memory of one process, until they are collected or their state has expired. Holds 20 deliveries for the
 * states of one session, dropping the oldest, and 100,000 in all, as many as `MemoryStateStore` has states. Nobody pushes out
 * the deliveries of others: `deliver()` throws if there is no room.
 */
export class MemorySecretsStore implements SecretsStore {
  /** `undefined` once collected. */
  readonly #deliveries = new BoundedMap<ClientCredentials | undefined>(DELIVERY_KEPT);

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
