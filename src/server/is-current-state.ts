import type { StateOptions } from './create-state.js';
import { digest } from './digest.js';

/**
 * Whether this state was issued to anybody and has not expired, used or not: what the secrets webhook may ask, which is
 * called by the CRM and has no session.
 */
export async function isCurrentState(
  state: string,
  { store, now = Date.now }: Omit<StateOptions, 'lifetime'>,
): Promise<boolean> {
  const record = await store.get(await digest(state));
  return record !== undefined && record.expires > now();
}
