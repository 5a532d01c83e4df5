// @ts-check

/**
 * Measures the candidates in turns, so that a busy machine slows all of them alike: once to warm up, then `repetitions`
 * times.
 *
 * @template Sample
 * @param {readonly string[]} ids
 * @param {number} repetitions
 * @param {(id: string) => Promise<Sample>} measure
 * @returns {Promise<Record<string, Sample[]>>}
 */
export async function interleave(ids, repetitions, measure) {
  /** @type {Record<string, Sample[]>} */
  const samples = Object.fromEntries(ids.map((id) => [id, []]));
  for (const id of ids) await measure(id);
  for (let i = 0; i < repetitions; i += 1) {
    for (const id of ids) samples[id]?.push(await measure(id));
  }
  return samples;
}
