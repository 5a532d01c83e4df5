import type { Awaitable } from './awaitable.js';
import type { TokenSet } from './token-set.js';

/** What becomes of an account's tokens; `undefined` leaves them as they are. */
export type TokenChange = (current: TokenSet | undefined) => Promise<TokenSet | undefined>;

/**
 * Where the tokens of the accounts are kept. The key of an account is the application's: the integration's id and the
 * account's id, `${clientId}:${accountId}`, are what the disconnect hook names.
 *
 * Tokens are keys to somebody's CRM: encrypt the disk or the column that they are on.
 */
export interface TokenStore {
  get(account: string): Awaitable<TokenSet | undefined>;
  set(account: string, tokens: TokenSet): Awaitable<void>;
  delete(account: string): Awaitable<void>;
  /**
   * Replaces an account's tokens by what `change` makes of the current ones, while nobody else, in any process, can do
   * the same for this account. Resolves to them once they are kept: not before, as until its first use the old refresh
   * token is still good. Nothing changes where `change` rejects, or gives `undefined`.
   */
  update(account: string, change: TokenChange): Promise<TokenSet | undefined>;
}
