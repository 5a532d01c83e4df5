// @ts-check
import { median, spread } from './stats.mjs';

/**
 * One line of the table.
 *
 * @typedef {object} Row
 * @property {string} [measurement] its name in `run.mjs`
 * @property {string} what
 * @property {string} unit
 * @property {number} ours
 * @property {string} [against] the candidate to compare with
 * @property {number} [theirs]
 * @property {number} [ratio] ours by theirs; with samples, the median of the pairs' ratios, because a machine's speed changes
 * @property {number} [limit] the largest allowed ratio; without a ratio, the largest allowed value of ours
 * @property {number} [spread] the width of the middle half of the pairs' ratios, as a fraction of the median
 * @property {Record<string, readonly number[]> | undefined} [samples]
 */

/**
 * Compares samples taken in turns: the first of ours is paired with the first of theirs.
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
 * Whether a row keeps its limit; `undefined` if it has none.
 *
 * @param {Row} row
 */
export function passes({ limit, ratio, ours }) {
  return limit === undefined ? undefined : (ratio ?? ours) <= limit;
}
