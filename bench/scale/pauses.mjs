// @ts-check

/** The first pause and the longest one, in s: those of "When a CRM is down" in `docs/back-end.md`. */
const [FIRST, LONGEST] = [1, 60];

/** Pauses after failures: each is twice as long as the one before, with jitter. */
export class Pauses {
  #random;
  /** @type {Map<string, { until: number, pause: number }>} */
  #pauses = new Map();

  /** @param {() => number} random */
  constructor(random) {
    this.#random = random;
  }

  /**
   * @param {string} key
   * @param {number} now
   */
  holds(key, now) {
    return now < this.until(key);
  }

  /** @param {string} key */
  until(key) {
    return this.#pauses.get(key)?.until ?? 0;
  }

  /**
   * @param {string} key
   * @param {number} now
   */
  lengthen(key, now) {
    const pause = Math.min(2 * (this.#pauses.get(key)?.pause ?? FIRST / 2), LONGEST);
    this.#pauses.set(key, { until: now + pause * (0.5 + this.#random() / 2), pause });
  }

  /** @param {string} key */
  end(key) {
    this.#pauses.delete(key);
  }
}
