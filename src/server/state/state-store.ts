import { type Awaitable, BoundedMap } from '../stores.js';

/** The record of a state. It does not hold the state itself, whose digest is its key. */
export interface StateRecord {
  /** Digest of the session that asked for the state. */
  readonly session: string;
  /** When the state expires, in ms since the epoch. */
  readonly expires: number;
  readonly isUsed: boolean;
  /** Digest of the client that the state was issued for, if it was for one. */
  readonly client?: string | undefined;
  /** Further data of the attempt, for the server that issued the state. It may be secret. */
  readonly data?: string | undefined;
}

/**
 * Keeps states until they are used. All processes that may receive the redirect, or the secrets, must see the same ones.
 */
export interface StateStore {
  /**
   * Keeps a new state. It may be forgotten at any time after it expires.
   *
   * Visitors can ask for any number: keep at most 20 per session and drop the oldest, so that no session pushes out the
   * states of another. May reject if there is no room.
   *
   * @param now - the current time by the clock of `expires`, in ms since the epoch; what has expired by then can go
   */
  add(digest: string, record: StateRecord, now: number): Awaitable<void>;
  /** Finds a state, used and expired ones included, as long as they are kept. */
  get(digest: string): Awaitable<StateRecord | undefined>;
  /**
   * Marks a state as used. Atomic: of all callers, in all processes, one gets `true`. In SQL: `UPDATE … SET is_used =
   * true WHERE digest = $1 AND NOT is_used`, and whether that changed a row.
   */
  use(digest: string): Awaitable<boolean>;
}

/** How long an expired state is kept, in ms, to tell it from an unknown one. */
export const STATE_KEPT = 60 * 60_000;

/**
 * Keeps states in the memory of one process, and loses them with it. Holds 20 per session, dropping the oldest, and 100,000
 * in all. No session pushes out the states of another: `add()` throws if there is no room.
 */
export class MemoryStateStore implements StateStore {
  readonly #records = new BoundedMap<StateRecord>(STATE_KEPT);

  add(digest: string, record: StateRecord, now: number): void {
    const { session: owner, expires } = record;
    this.#records.add(digest, { owner, expires, value: record }, now);
  }

  get(digest: string): StateRecord | undefined {
    return this.#records.get(digest);
  }

  use(digest: string): boolean {
    const record = this.#records.get(digest);
    if (!record || record.isUsed) return false;
    this.#records.set(digest, { ...record, isUsed: true });
    return true;
  }
}
