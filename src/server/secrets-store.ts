import type { Awaitable } from './awaitable.js';
import type { ClientCredentials } from './client.js';

/**
 * Where the secrets of new integrations wait for the visitor who comes with the redirect. Every process that may receive
 * either has to see the same ones.
 */
export interface SecretsStore {
  /**
   * Keeps the first delivery for a state, and refuses any other for an hour, whether the first was collected or not.
   * Atomic: of all callers, in all processes, one gets `true`.
   *
   * @param digest - of the state
   */
  deliver(digest: string, credentials: ClientCredentials): Awaitable<boolean>;
  /** Hands over what was delivered, once, and forgets the secret. */
  collect(digest: string): Awaitable<ClientCredentials | undefined>;
}
