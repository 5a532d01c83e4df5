import type { Awaitable } from './awaitable.js';
import type { ClientCredentials } from './client.js';
import type { CurrentState } from './find-state.js';

/**
 * Where the secrets of new integrations wait for the visitor who comes with the redirect. Every process that may receive
 * either has to see the same ones.
 */
export interface SecretsStore {
  /**
   * Keeps the first delivery for a state, and refuses any other as long as the state is good, whether the first was
   * collected or not. Atomic: of all callers, in all processes, one gets `true`.
   *
   * A visitor knows their own states, and can deliver for each of them whatever they like: count by `owner` what is kept,
   * so that nobody's deliveries push out anybody else's.
   *
   * @param digest - of the state
   * @param state - whose it is, and how much longer it is good
   */
  deliver(digest: string, credentials: ClientCredentials, state: CurrentState): Awaitable<boolean>;
  /** Hands over what was delivered, once, and forgets the secret. */
  collect(digest: string): Awaitable<ClientCredentials | undefined>;
}
