import type { Awaitable } from '../stores.js';
import type { TokenSet } from './token-set.js';

/** Makes new tokens of an account's current ones; `undefined` leaves them as they are, `null` removes them. */
export type TokenChange = (current: TokenSet) => Promise<TokenSet | undefined | null>;

/**
 * Keeps the tokens of accounts. The application chooses an account's key. The disconnect hook names the integration's id
 * and the account's: `${clientId}:${accountId}`.
 *
 * Once a `set` or a `delete` has resolved, no `update` that began before undoes it: a person who has disconnected stays
 * disconnected, and one who has connected anew keeps the new tokens, whatever a refresh under way brings.
 *
 * Tokens are keys to somebody's CRM: encrypt the disk or the column that holds them.
 */
export interface TokenStore {
  get(account: string): Awaitable<TokenSet | undefined>;
  set(account: string, tokens: TokenSet): Awaitable<void>;
  delete(account: string): Awaitable<void>;
  /**
   * Replaces an account's tokens by what `change` makes of the current ones, while no other update, in any process, can do
   * the same for this account. Without tokens for the account, `change` is not called.
   *
   * If a `set` or a `delete` resolves meanwhile, that stands, and the outcome of `change`, a rejection included, is
   * dropped. A store may as well let both wait until the update is done.
   *
   * @returns the new tokens, once they are kept: not before, since until its first use the old refresh token is still good.
   *   If they were replaced meanwhile, the tokens that took their place; `undefined` if there are none, or no new ones
   */
  update(account: string, change: TokenChange): Promise<TokenSet | undefined>;
}

/** Keeps tokens in the memory of one process, and loses them with it: every account then has to be connected again. */
export class MemoryTokenStore implements TokenStore {
  /** Each `set` makes an entry of its own, so that one can be told from another. */
  readonly #entries = new Map<string, { readonly tokens: TokenSet }>();
  readonly #turns = new Turns();

  get(account: string): TokenSet | undefined {
    return this.#entries.get(account)?.tokens;
  }

  set(account: string, tokens: TokenSet): void {
    this.#entries.set(account, { tokens });
  }

  delete(account: string): void {
    this.#entries.delete(account);
  }

  update(account: string, change: TokenChange): Promise<TokenSet | undefined> {
    return this.#turns.take(account, async () => {
      const entry = this.#entries.get(account);
      if (!entry) return undefined;
      const [outcome] = await Promise.allSettled([change(entry.tokens)]);
      // Replaced or removed meanwhile: the outcome for the older tokens no longer matters.
      if (this.#entries.get(account) !== entry) return this.get(account);
      if (outcome.status === 'rejected') throw outcome.reason;
      if (outcome.value) this.set(account, outcome.value);
      if (outcome.value === null) this.delete(account);
      return outcome.value ?? undefined;
    });
  }
}

/** Runs tasks one after the other: those with the same key wait for each other, in the order in which they came. */
export class Turns {
  readonly #last = new Map<string, Promise<unknown>>();

  take<T>(key: string, task: () => Promise<T>): Promise<T> {
    const result = (this.#last.get(key) ?? Promise.resolve()).then(task, task);
    this.#last.set(key, result);
    const forget = () => {
      if (this.#last.get(key) === result) this.#last.delete(key);
    };
    result.then(forget, forget);
    return result;
  }
}
