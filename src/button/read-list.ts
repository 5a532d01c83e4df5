import { sayOnce } from './console.js';

/** Longest list that is read, in characters: a hundred origins or scopes. A URL with more would reach few servers. */
const LONGEST = 4000;

/**
 * The entries of a list, separated by spaces or commas. Of one that is too long those at its start count, and the console
 * says so.
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
