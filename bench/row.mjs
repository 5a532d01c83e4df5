// @ts-check
import { median, spread } from './stats.mjs';

/**
 * One line of the table.
 *
 * @typedef {object} Row
 * @property {string} what
 * @property {string} unit
 * @property {number} ours
 * @property {string} [against] what ours is compared with
 * @property {number} [theirs]
 * @property {number} [ratio] ours by theirs; of samples, the median of each pair's, as a machine's speed changes
 * @property {number} [limit] the most that the ratio may be, or without one, ours
 * @property {number} [spread] of the pairs' ratios: their middle half, as a part of the median
 * @property {Record<string, readonly number[]>} [samples]
 */

/**
 * Samples that were taken in turns: the first of ours goes with the first of theirs.
 *
 * @param {{ what: string, unit: string, against: string, limit?: number | undefined }} description
 * @param {readonly number[]} ours
 * @param {readonly number[]} theirs
 * @returns {Row}
 */
export function compare({ limit, ...description }, ours, theirs) {
  const ratios = ours.map((sample, i) => sample / (theirs[i] ?? NaN));
  return {
    ...description,
    ours: median(ours),
    theirs: median(theirs),
    ratio: median(ratios),
    spread: spread(ratios),
    ...(limit === undefined ? {} : { limit }),
    samples: { ours, theirs },
  };
}

/**
 * Whether a row keeps its limit; undefined where it has none.
 *
 * @param {Row} row
 */
export function passes({ limit, ratio, ours }) {
  return limit === undefined ? undefined : (ratio ?? ours) <= limit;
}
