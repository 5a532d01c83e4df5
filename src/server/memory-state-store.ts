import { BoundedMap } from './bounded-map.js';
import type { StateRecord, StateStore } from './state-store.js';

/** How long an expired state is kept, in ms: it is told from one that never was. */
const KEPT = 60 * 60_000;

/**
 * States in the memory of one process: they end with it. It keeps 20 of each session, of which the oldest goes, and 100,000
 * of all. Nobody's states push out anybody else's: where there is no room, `add()` throws.
 */
export class MemoryStateStore implements StateStore {
  readonly #records = new BoundedMap<StateRecord>(KEPT);

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
