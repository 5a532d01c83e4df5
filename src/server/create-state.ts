import { digest } from './digest.js';
import { randomText } from './random-text.js';
import type { StateStore } from './state-store.js';

/** Settings of states that are kept in a store. */
export interface StateOptions {
  readonly store: StateStore;
  /** How long the visitor has, in ms. Default 10 minutes. The authorization code itself lasts 20. */
  readonly lifetime?: number | undefined;
  /** Clock in ms since the epoch, for tests. Default `Date.now`. */
  readonly now?: (() => number) | undefined;
}

/** How long a visitor has by default, in ms. */
const LIFETIME = 10 * 60_000;

/**
 * A new state for one attempt, for the button's `data-state`: 128 random bits, bound to the visitor's session, good for
 * one use. Rejects where the store does, such as for want of room.
 *
 * @param session - what only this visitor's browser has, such as the id in a session cookie
 * @throws TypeError for an empty session: everybody would have it
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-10.12
 * @see https://www.rfc-editor.org/rfc/rfc9700#section-4.7
 */
export async function createState(
  session: string,
  { store, lifetime = LIFETIME, now = Date.now }: StateOptions,
): Promise<string> {
  if (!session) throw new TypeError('A state is bound to a session, and the session must not be empty.');
  const state = randomText();
  const time = now();
  const record = { session: await digest(session), expires: time + lifetime, isUsed: false };
  await store.add(await digest(state), record, time);
  return state;
}
