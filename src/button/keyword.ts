import { sayOnce } from './console.js';

/** A value as one of the known keywords; an unknown one is the first of them, the default, and the console says so. */
export function keyword(attribute: string, value: string, known: readonly string[]): string {
  if (known.includes(value)) return value;
  if (value) sayOnce('warn', `${attribute}="${value}" is unknown. Known: ${known.join(' ')}`);
  return known[0] ?? '';
}
