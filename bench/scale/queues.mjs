// @ts-check

/** What happens at which moment: a binary heap. Of two events at one moment, either may come first. */
export class EventQueue {
  /** @type {number[]} */
  #times = [];
  /** @type {(() => void)[]} */
  #events = [];

  /** When the next event happens, in s; `Infinity` if there is none. */
  get next() {
    return this.#times[0] ?? Infinity;
  }

  /**
   * @param {number} time in s
   * @param {() => void} event
   */
  push(time, event) {
    let at = this.#times.length;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (/** @type {number} */ (this.#times[parent]) <= time) break;
      this.#move(parent, at);
      at = parent;
    }
    this.#times[at] = time;
    this.#events[at] = event;
  }

  /** Takes the next event out. */
  pop() {
    const first = this.#events[0];
    const time = this.#times.pop() ?? NaN;
    const event = /** @type {() => void} */ (this.#events.pop());
    const { length } = this.#times;
    if (!length) return first;
    let at = 0;
    for (let child = 1; child < length; child = 2 * at + 1) {
      if (this.#timeAt(child + 1) < this.#timeAt(child)) child++;
      if (this.#timeAt(child) >= time) break;
      this.#move(child, at);
      at = child;
    }
    this.#times[at] = time;
    this.#events[at] = event;
    return first;
  }

  /** @param {number} index */
  #timeAt(index) {
    return this.#times[index] ?? Infinity;
  }

  /**
   * @param {number} from
   * @param {number} to
   */
  #move(from, to) {
    this.#times[to] = /** @type {number} */ (this.#times[from]);
    this.#events[to] = /** @type {() => void} */ (this.#events[from]);
  }
}

/**
 * First in, first out. `Array.shift()` moves all that is left, which takes too long for 100,000.
 *
 * @template T
 */
export class Line {
  /** @type {(T | undefined)[]} */
  #items = [];
  #head = 0;

  get length() {
    return this.#items.length - this.#head;
  }

  /** @param {T} item */
  push(item) {
    this.#items.push(item);
  }

  shift() {
    if (!this.length) return undefined;
    const item = this.#items[this.#head];
    this.#items[this.#head++] = undefined;
    if (this.#head > 1000 && this.#head * 2 > this.#items.length) {
      this.#items = this.#items.slice(this.#head);
      this.#head = 0;
    }
    return item;
  }
}
