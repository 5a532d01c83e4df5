// @ts-check

/**
 * Runs a task for each index from 0, so many at once.
 *
 * @param {number} count
 * @param {number} atOnce
 * @param {(index: number) => unknown} task
 * @returns {Promise<number[]>} how long each took, in ms
 */
export async function inTurns(count, atOnce, task) {
  /** @type {number[]} */
  const times = [];
  let next = 0;
  const run = async () => {
    while (next < count) {
      const index = next++;
      const start = performance.now();
      await task(index);
      times[index] = performance.now() - start;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, run));
  return times;
}

/**
 * How many of them are done in a second, and how long each takes.
 *
 * @param {number} count
 * @param {number} atOnce
 * @param {(index: number) => unknown} task
 */
export async function timed(count, atOnce, task) {
  const start = performance.now();
  const times = await inTurns(count, atOnce, task);
  return { perSecond: (count / (performance.now() - start)) * 1000, times };
}
