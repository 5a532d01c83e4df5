// @ts-check
import { Line } from './queues.mjs';

/** A pool of connections to the database, which it gives in the order of asking. */
export class Pool {
  /** Connections in use or waited for, at most. */
  mostWanted = 0;
  #size;
  #free;
  #clock;
  /** @type {Line<() => void>} */
  #line = new Line();

  /**
   * @param {number} size
   * @param {import('./site.mjs').Clock} clock
   */
  constructor(size, clock) {
    this.#size = size;
    this.#free = size;
    this.#clock = clock;
  }

  /**
   * Takes a connection for as long as somebody needs it.
   *
   * @param {() => void} then
   */
  take(then) {
    const isFree = this.#free > 0;
    if (isFree) this.#free--;
    else this.#line.push(then);
    this.mostWanted = Math.max(this.mostWanted, this.#size - this.#free + this.#line.length);
    if (isFree) then();
  }

  giveBack() {
    const next = this.#line.shift();
    // At the bottom of the stack: thousands may read one after the other.
    if (next) this.#clock.in(0, next);
    else this.#free++;
  }

  /**
   * Takes a connection for no time.
   *
   * @param {() => void} then
   */
  pass(then) {
    if (this.#free) return then();
    this.take(() => {
      this.giveBack();
      then();
    });
  }
}
