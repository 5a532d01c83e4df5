import { CallbackError } from './callback-error.js';
import type { StateOptions } from './create-state.js';
import { digest } from './digest.js';
import { isEqual } from './is-equal.js';

/**
 * Uses up a state that came back with the redirect. In another visitor's session it is refused, and stays good for its
 * own.
 *
 * @param state - the parameter `state`, whatever a framework made of it
 * @param session - the same as for `createState()`
 * @returns the state
 * @throws CallbackError `state_mismatch` where it was never issued, or to another session; `state_used`; `state_expired`
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-10.12
 */
export async function verifyState(
  state: unknown,
  session: string,
  { store, now = Date.now }: Omit<StateOptions, 'lifetime'>,
): Promise<string> {
  const given = typeof state === 'string' ? state : '';
  const id = await digest(given);
  const record = await store.get(id);
  if (!record || !isEqual(record.session, await digest(session))) {
    throw new CallbackError('state_mismatch', 'The state was not issued to this session.');
  }
  if (record.isUsed) throw used();
  if (record.expires <= now()) throw new CallbackError('state_expired', 'The state has expired.');
  // Not the record: between reading it and here, somebody else may have used it.
  if (!(await store.use(id))) throw used();
  return given;
}

function used(): CallbackError {
  return new CallbackError('state_used', 'The state has been used before.');
}
