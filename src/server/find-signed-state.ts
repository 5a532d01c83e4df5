import type { CurrentState } from './find-state.js';
import { signedState, type SignedStateOptions } from './signed-state.js';

/**
 * Finds a state that was signed here and has not expired, used or not: what the secrets webhook may ask, which is called
 * by the CRM and has no cookie. Whose it is cannot be read from it, so each counts as somebody else's.
 */
export async function findSignedState(
  state: string,
  options: Pick<SignedStateOptions, 'key' | 'now'>,
): Promise<CurrentState | undefined> {
  const { now = Date.now } = options;
  const signed = await signedState.read(state, options);
  const remaining = signed ? signed.expires - now() : 0;
  return signed && remaining > 0 ? { owner: signed.nonce, remaining } : undefined;
}
