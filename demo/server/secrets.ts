import { EventEmitter, once } from 'node:events';

/** An integration's id and secret. */
export interface Credentials {
  clientId: string;
  clientSecret: string;
}

/**
 * Metadata flow: the secrets that the CRM has posted, by state, until the visitor's browser comes back with that state.
 * Either may be first.
 */
export class Secrets {
  readonly #patience: number;
  readonly #arrivals = new EventEmitter();
  /** `undefined` once they were taken: a state has its secrets delivered once. */
  readonly #delivered = new Map<string, Credentials | undefined>();

  /** @param patience how long the browser waits for the secrets, in ms. */
  constructor(patience = 10_000) {
    this.#patience = patience;
  }

  /** Keeps the first delivery for a state; a later one must not replace it. */
  deliver(state: string, credentials: Credentials): void {
    if (this.#delivered.has(state)) return;
    this.#delivered.set(state, credentials);
    this.#arrivals.emit(state);
  }

  /** Takes the secrets for a state, and waits for them if need be. `undefined` when they do not come. */
  async take(state: string): Promise<Credentials | undefined> {
    if (!this.#delivered.has(state)) {
      const signal = AbortSignal.timeout(this.#patience);
      await once(this.#arrivals, state, { signal }).catch(() => undefined);
    }
    const credentials = this.#delivered.get(state);
    this.#delivered.set(state, undefined);
    return credentials;
  }
}
