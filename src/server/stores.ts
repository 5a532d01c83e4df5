/** A value that a store gives at once or later. */
export type Awaitable<T> = T | Promise<T>;

/** How many entries one owner can have: that many pages a visitor may have open at once. */
export const OWN = 20;
/** How many entries there can be in all. */
const ALL = 100_000;
/** How often, in ms, expired entries are looked for: with a full map, each search takes its time. */
const INTERVAL = 1000;

interface Entry<Value> {
  readonly owner: string;
  /** In ms since the epoch. */
  readonly expires: number;
  value: Value;
}

/**
 * The memory that strangers can fill. It is bounded, and nobody can push out entries of another owner:
 *
 * - An owner's 21st entry replaces that owner's oldest.
 * - At 100,000 entries in all, the expired ones go first. If the map is still full, a new entry replaces its owner's oldest,
 *   and an owner without entries is refused.
 *
 * Refusing, rather than replacing others' entries, means that a flood under many names keeps others from beginning until its
 * entries expire, but ends nothing under way. Where users sign in, that takes 5,000 of them.
 */
export class BoundedMap<Value> {
  readonly #entries = new Map<string, Entry<Value>>();
  /** Keys by owner, oldest first. */
  readonly #keys = new Map<string, string[]>();
  readonly #kept: number;
  /** The time of the last search for expired entries. */
  #searched = -Infinity;

  /** @param kept - how long, in ms, an expired entry is remembered while there is room. Default 0 */
  constructor(kept = 0) {
    this.#kept = kept;
  }

  get(key: string): Value | undefined {
    return this.#entries.get(key)?.value;
  }

  has(key: string): boolean {
    return this.#entries.has(key);
  }

  /**
   * Adds a new entry.
   *
   * @param now - in ms since the epoch
   * @throws Error if there is no room
   */
  add(key: string, entry: Entry<Value>, now: number): void {
    if (Math.abs(now - this.#searched) >= INTERVAL) this.#forgetExpired(now);
    const own = this.#keys.get(entry.owner) ?? [];
    const isFull = this.#entries.size >= ALL;
    if (isFull && own.length === 0) throw new Error(`There is no room: ${ALL} of these are in use.`);
    if (isFull || own.length === OWN) this.#entries.delete(own.shift() ?? '');
    own.push(key);
    this.#keys.set(entry.owner, own);
    this.#entries.set(key, entry);
  }

  /** Changes the value of an entry, if there is one. */
  set(key: string, value: Value): void {
    const entry = this.#entries.get(key);
    if (entry) entry.value = value;
  }

  #forgetExpired(now: number): void {
    this.#searched = now;
    const kept = this.#entries.size < ALL ? this.#kept : 0;
    for (const [key, { owner, expires }] of this.#entries) {
      if (expires + kept > now) continue;
      this.#entries.delete(key);
      const others = this.#keys.get(owner)?.filter((each) => each !== key) ?? [];
      if (others.length > 0) this.#keys.set(owner, others);
      else this.#keys.delete(owner);
    }
  }
}
