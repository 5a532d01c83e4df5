import type { StateRecord, StateStore } from './state-store.js';

/** How much longer than the newest state an old one is kept, in ms: an expired state is told from one that never was. */
const KEPT = 60 * 60_000;
/** Anybody can ask for states, so there is an end to them. */
const LIMIT = 100_000;

/** States in the memory of one process: they end with it. */
export class MemoryStateStore implements StateStore {
  readonly #records = new Map<string, StateRecord>();

  add(digest: string, record: StateRecord): void {
    // Oldest first: the first that is to be kept ends the search.
    for (const [key, { expires }] of this.#records) {
      if (expires + KEPT > record.expires && this.#records.size < LIMIT) break;
      this.#records.delete(key);
    }
    this.#records.set(digest, record);
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
