import type { TokenSet } from './token-set.js';
import type { TokenChange, TokenStore } from './token-store.js';
import { Turns } from './turns.js';

/** Tokens in the memory of one process: they end with it, and every account has to be connected again. */
export class MemoryTokenStore implements TokenStore {
  readonly #tokens = new Map<string, TokenSet>();
  readonly #turns = new Turns();

  get(account: string): TokenSet | undefined {
    return this.#tokens.get(account);
  }

  set(account: string, tokens: TokenSet): void {
    this.#tokens.set(account, tokens);
  }

  delete(account: string): void {
    this.#tokens.delete(account);
  }

  update(account: string, change: TokenChange): Promise<TokenSet | undefined> {
    return this.#turns.take(account, async () => {
      const tokens = await change(this.#tokens.get(account));
      if (tokens) this.#tokens.set(account, tokens);
      return tokens;
    });
  }
}
