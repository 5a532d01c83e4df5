import type { TokenSet } from './token-set.js';
import type { TokenChange, TokenStore } from './token-store.js';
import { Turns } from './turns.js';

/** Tokens in the memory of one process: they end with it, and every account has to be connected again. */
export class MemoryTokenStore implements TokenStore {
  /** An entry of its own for each `set`, by which one is told from another. */
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
      // Replaced or removed meanwhile: what has become of the older ones matters to nobody.
      if (this.#entries.get(account) !== entry) return this.get(account);
      if (outcome.status === 'rejected') throw outcome.reason;
      if (outcome.value) this.set(account, outcome.value);
      if (outcome.value === null) this.delete(account);
      return outcome.value ?? undefined;
    });
  }
}
