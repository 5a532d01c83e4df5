/** How often expired rows are deleted, in ms. */
const INTERVAL = 60_000;

/** Runs a task now and then, on the way of others. */
export class Sweep {
  #last = -Infinity;

  /** @param now - in ms since the epoch */
  async run(now: number, task: () => Promise<unknown>): Promise<void> {
    if (Math.abs(now - this.#last) < INTERVAL) return;
    this.#last = now;
    await task();
  }
}
