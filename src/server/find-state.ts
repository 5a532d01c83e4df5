import type { StateOptions } from './create-state.js';
import { digest } from './digest.js';

/** A state that was issued here and has not expired, used or not. */
export interface CurrentState {
  /** Whose it is: the digest of the session, or of nothing but the state where that names no session. */
  readonly owner: string;
  /** How much longer it is good, in ms. */
  readonly remaining: number;
}

/**
 * Finds a state that was issued to anybody and has not expired, used or not: what the secrets webhook may ask, which is
 * called by the CRM and has no session.
 */
export async function findState(
  state: string,
  { store, now = Date.now }: Omit<StateOptions, 'lifetime'>,
): Promise<CurrentState | undefined> {
  const record = await store.get(await digest(state));
  const remaining = record ? record.expires - now() : 0;
  return record && remaining > 0 ? { owner: record.session, remaining } : undefined;
}
