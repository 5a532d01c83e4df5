/** How much one owner can have: of one visitor, that many pages are open at once. */
const OWN = 20;
/** How much all of them can have. */
const ALL = 100_000;
/** Between two looks for what has expired, in ms: with as much as there may be, each takes its time. */
const INTERVAL = 1000;

interface Entry<Value> {
  readonly owner: string;
  /** In ms since the epoch. */
  readonly expires: number;
  value: Value;
}

/**
 * What strangers make a process remember. There is an end to it, and nobody makes it forget what is anybody else's:
 *
 * - An owner's 21st entry takes the place of that owner's oldest.
 * - Where all together have 100,000, what has expired goes first. Then, too, a new entry takes the place of its owner's
 *   oldest, and whoever has none is refused.
 *
 * Refused, where others would have to give way: a flood in many names then keeps others from beginning, until its own
 * entries expire, but ends nothing that is under way. With users who sign in it takes 5,000 of them to get that far.
 */
export class BoundedMap<Value> {
  readonly #entries = new Map<string, Entry<Value>>();
  /** Keys by owner, oldest first. */
  readonly #keys = new Map<string, string[]>();
  readonly #kept: number;
  /** When it was last looked for what has expired. */
  #looked = -Infinity;

  /** @param kept - how long what has expired is remembered all the same, in ms, while there is room. Default 0 */
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
   * Remembers something new.
   *
   * @param now - in ms since the epoch
   * @throws Error where there is no room
   */
  add(key: string, entry: Entry<Value>, now: number): void {
    if (Math.abs(now - this.#looked) >= INTERVAL) this.#forgetExpired(now);
    const own = this.#keys.get(entry.owner) ?? [];
    const isFull = this.#entries.size >= ALL;
    if (isFull && own.length === 0) throw new Error(`There is no room: ${ALL} of these are in use.`);
    if (isFull || own.length === OWN) this.#entries.delete(own.shift() ?? '');
    own.push(key);
    this.#keys.set(entry.owner, own);
    this.#entries.set(key, entry);
  }

  /** Changes what is remembered. */
  set(key: string, value: Value): void {
    const entry = this.#entries.get(key);
    if (entry) entry.value = value;
  }

  #forgetExpired(now: number): void {
    this.#looked = now;
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
