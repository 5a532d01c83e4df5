// @ts-check
import { candidates } from './candidates.mjs';
import { compare } from './row.mjs';
import { median } from './stats.mjs';

/** How many buttons there are. */
export const COUNT = 1000;

/** What is done with them, one after the other, in the words of the table. */
export const PHASES = { create: 'created', caption: 'caption set', theme: 'theme set', remove: 'removed' };

/** @typedef {Record<string, number>} Times in ms, by phase */

/**
 * Ours against each of the other candidates that were measured.
 *
 * @param {Readonly<Record<string, readonly Times[]>>} samples by candidate
 * @param {{ unit: string, where?: string, limited?: readonly string[] }} options `limited` are the phases for which the
 * old script's way is the most that they may cost, and half of the fastest library
 */
export function phaseRows(samples, { unit, where = '', limited = [] }) {
  const others = candidates.filter(({ id }) => id !== 'ours' && id in samples);
  return Object.entries(PHASES).flatMap(([phase, done]) => {
    const times = (/** @type {string} */ id) => (samples[id] ?? []).map((sample) => sample[phase] ?? NaN);
    const libraries = others.filter(({ kind }) => kind === 'library');
    const fastest = libraries.toSorted((a, b) => median(times(a.id)) - median(times(b.id)))[0];
    const limits = { vendor: 1, [fastest?.id ?? '']: 0.5 };
    return others.map(({ id, name }) =>
      compare(
        {
          what: `${COUNT.toLocaleString('en')} buttons ${done}${where}`,
          unit,
          against: name,
          limit: limited.includes(phase) ? limits[id] : undefined,
        },
        times('ours'),
        times(id),
      ),
    );
  });
}
