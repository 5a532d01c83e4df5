// @ts-check
import { candidates } from './candidates.mjs';
import { compare } from './row.mjs';
import { median } from './stats.mjs';

/** The number of buttons. */
export const COUNT = 1000;

/** The phases, in their order, with the words of the table. */
export const PHASES = { create: 'created', caption: 'caption set', theme: 'theme set', remove: 'removed' };

/** @typedef {Record<string, number>} Times in ms, by phase */

/**
 * Compares ours with each other measured candidate.
 *
 * @param {Readonly<Record<string, readonly Times[]>>} samples by candidate
 * @param {{ unit: string, where?: string, limited?: readonly string[] }} options the phases in `limited` may cost at most
 * 1.1 of the old script, and 0.6 of the fastest library
 */
export function phaseRows(samples, { unit, where = '', limited = [] }) {
  const others = candidates.filter(({ id }) => id !== 'ours' && id in samples);
  return Object.entries(PHASES).flatMap(([phase, done]) => {
    const times = (/** @type {string} */ id) => (samples[id] ?? []).map((sample) => sample[phase] ?? NaN);
    const libraries = others.filter(({ kind }) => kind === 'library');
    const fastest = libraries.toSorted((a, b) => median(times(a.id)) - median(times(b.id)))[0];
    const limits = { vendor: 1.1, [fastest?.id ?? '']: 0.6 };
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
