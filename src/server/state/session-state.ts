import { CallbackError } from '../callback-error.js';
import { digest, isEqual, randomText } from '../crypto.js';
import type { Client } from '../tokens/client.js';
import type { StateRecord, StateStore } from './state-store.js';

/** Settings of states that are kept in a store. */
export interface StateOptions {
  readonly store: StateStore;
  /**
   * The client of the attempt: then the state is bound to its provider, its id and its redirect URI as well. With more than one
   * CRM on a site, always give it, lest the response of one be taken for another's. Absent in the metadata flow, whose client does not exist yet.
   */
  readonly client?: Pick<Client, 'context'> | undefined;
  /** How long the visitor has, in ms. Default 10 minutes. The authorization code itself lasts 20. */
  readonly lifetime?: number | undefined;
  /** Clock in ms since the epoch, for tests. Default `Date.now`. */
  readonly now?: (() => number) | undefined;
}

/** A state that was issued here and has not expired, used or not. */
export interface CurrentState {
  /** Its owner: the digest of the session, or a part of the state itself if that names no session. */
  readonly owner: string;
  /** How much longer it is good, in ms. */
  readonly remaining: number;
}

/** How long a visitor has by default, in ms. */
export const LIFETIME = 10 * 60_000;

/**
 * Issues a state for one attempt, for the button's `data-state`: 128 random bits, bound to the visitor's session, good for
 * one use. Rejects if the store does, such as for want of room.
 *
 * @param session - something only this visitor's browser has, such as the id in a session cookie
 * @param data - kept with the state, for the server alone
 * @throws TypeError for an empty session, which all visitors would share
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-10.12
 * @see https://www.rfc-editor.org/rfc/rfc9700#section-4.4
 * @see https://www.rfc-editor.org/rfc/rfc9700#section-4.7
 */
export async function issueState(
  session: string,
  { store, client, lifetime = LIFETIME, now = Date.now }: StateOptions,
  data?: string,
): Promise<string> {
  if (!session) throw new TypeError('A state is bound to a session, and the session must not be empty.');
  const state = randomText();
  const time = now();
  const record = {
    session: await digest(session),
    expires: time + lifetime,
    isUsed: false,
    ...(client && { client: await digest(client.context) }),
    ...(data !== undefined && { data }),
  };
  await store.add(await digest(state), record, time);
  return state;
}

/**
 * Uses up a state that came back with the redirect. In another visitor's session it is refused, and stays good for its own.
 *
 * @param state - the parameter `state`, in any form that a framework gives it
 * @param session - the same as for `issueState()`, as is `client`
 * @returns the state
 * @throws CallbackError `state_mismatch` if it was never issued, or to another session, or for another client; `state_used`;
 *   `state_expired`
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-10.12
 */
export async function verifyState(
  state: unknown,
  session: string,
  options: Omit<StateOptions, 'lifetime'>,
): Promise<string> {
  await takeState(state, session, options);
  return state as string;
}

/** As `verifyState()`, and gives the record with its data. */
export async function takeState(
  state: unknown,
  session: string,
  { store, client, now = Date.now }: Omit<StateOptions, 'lifetime'>,
): Promise<StateRecord> {
  const id = await digest(typeof state === 'string' ? state : '');
  const record = await store.get(id);
  if (!record || !isEqual(record.session, await digest(session))) {
    throw new CallbackError('state_mismatch', 'The state was not issued to this session.');
  }
  // Before it is used up: it stays good for its own client.
  if (record.client !== (client && (await digest(client.context)))) {
    throw new CallbackError('state_mismatch', 'The state was not issued for this client.');
  }
  const used = () => new CallbackError('state_used', 'The state has been used before.');
  if (record.isUsed) throw used();
  if (record.expires <= now()) throw new CallbackError('state_expired', 'The state has expired.');
  // The record may be out of date by now; the store decides.
  if (!(await store.use(id))) throw used();
  return record;
}

/**
 * Finds a state that was issued to anybody and has not expired, used or not. For the secrets webhook, which the CRM calls
 * without a session.
 */
export async function findState(
  state: string,
  { store, now = Date.now }: Pick<StateOptions, 'store' | 'now'>,
): Promise<CurrentState | undefined> {
  const record = await store.get(await digest(state));
  const remaining = record ? record.expires - now() : 0;
  return record && remaining > 0 ? { owner: record.session, remaining } : undefined;
}
