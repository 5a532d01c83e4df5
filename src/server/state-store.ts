import type { Awaitable } from './awaitable.js';

/** What is kept of a state. The state itself is not: it is known by its digest. */
export interface StateRecord {
  /** Digest of the session that asked. */
  readonly session: string;
  /** When it stops being good, in ms since the epoch. */
  readonly expires: number;
  readonly isUsed: boolean;
}

/**
 * Where states are kept until they are used. Every process that may receive the redirect, or the secrets, has to see the
 * same ones.
 */
export interface StateStore {
  /**
   * Keeps a new state. Past its expiry it may be forgotten at any time.
   *
   * Visitors can ask for as many as they like: keep at most 20 of a session, of which the oldest goes, so that nobody's
   * push out anybody else's. It may reject where there is no room.
   *
   * @param now - the time by the clock that `expires` is of, in ms since the epoch: what has expired by then can go
   */
  add(digest: string, record: StateRecord, now: number): Awaitable<void>;
  /** Used and expired states are found as well, as long as they are kept. */
  get(digest: string): Awaitable<StateRecord | undefined>;
  /**
   * Marks a state as used. Atomic: of all callers, in all processes, one gets `true`. In SQL: `UPDATE … SET is_used =
   * true WHERE digest = $1 AND NOT is_used`, and whether that changed a row.
   */
  use(digest: string): Awaitable<boolean>;
}
