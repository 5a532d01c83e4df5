import { sayOnce } from './console.js';

/** Longest list that is read, in characters: a hundred origins or scopes. A URL with more would reach few servers. */
const LONGEST = 4000;

/** A value as one of the known keywords; an unknown one is the first of them, the default, and the console says so. */
export function keyword(attribute: string, value: string, known: readonly string[]): string {
  if (known.includes(value)) return value;
  if (value) sayOnce('warn', `${attribute}="${value}" is unknown. Known: ${known.join(' ')}`);
  return known[0] ?? '';
}

/**
 * The entries of a list, separated by spaces or commas. A list that is too long counts up to its last whole entry there, and
 * the console says so.
 */
export function readList(attribute: string, text: string): string[] {
  const entries = text.slice(0, LONGEST).split(/[\s,]+/);
  if (text.length > LONGEST) {
    sayOnce('error', `${attribute} is cut after ${LONGEST} characters: shorten it.`);
    // Half of an origin can be another one.
    entries.pop();
  }
  return entries.filter(Boolean);
}
