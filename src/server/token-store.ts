import type { Awaitable } from './awaitable.js';
import type { TokenSet } from './token-set.js';

/** What becomes of an account's tokens: those in their place; `undefined` leaves them as they are, `null` removes them. */
export type TokenChange = (current: TokenSet) => Promise<TokenSet | undefined | null>;

/**
 * Where the tokens of the accounts are kept. The key of an account is the application's: the integration's id and the
 * account's id, `${clientId}:${accountId}`, are what the disconnect hook names.
 *
 * Once a `set` or a `delete` has resolved, no `update` that began before undoes it: a person who has disconnected stays
 * disconnected, and one who has connected anew keeps the new tokens, whatever a refresh brings that was under way.
 *
 * Tokens are keys to somebody's CRM: encrypt the disk or the column that they are on.
 */
export interface TokenStore {
  get(account: string): Awaitable<TokenSet | undefined>;
  set(account: string, tokens: TokenSet): Awaitable<void>;
  delete(account: string): Awaitable<void>;
  /**
   * Replaces an account's tokens by what `change` makes of the current ones, while no other update, in any process, can do
   * the same for this account. An account that has none gets none: `change` is not called.
   *
   * Where a `set` or a `delete` resolves meanwhile, that stands, and whatever `change` gives, a rejection included, is
   * dropped. A store may as well let both wait until the update is done.
   *
   * @returns the new tokens, once they are kept: not before, as until its first use the old refresh token is still good.
   *   Where they were replaced meanwhile, what has taken their place; `undefined` where there are none, or no new ones
   */
  update(account: string, change: TokenChange): Promise<TokenSet | undefined>;
}
