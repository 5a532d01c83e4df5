import { signedState, type SignedStateOptions } from './signed-state.js';

/**
 * Whether this state was signed here and has not expired, used or not: what the secrets webhook may ask, which is called
 * by the CRM and has no cookie.
 */
export async function isSignedState(
  state: string,
  options: Pick<SignedStateOptions, 'key' | 'now'>,
): Promise<boolean> {
  const { now = Date.now } = options;
  const signed = await signedState.read(state, options);
  return signed !== undefined && signed.expires > now();
}
