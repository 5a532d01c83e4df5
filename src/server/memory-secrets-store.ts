import type { ClientCredentials } from './client.js';
import type { SecretsStore } from './secrets-store.js';

/** How long a delivery is remembered, in ms: much longer than the state that allows it is good for. */
const KEPT = 60 * 60_000;

interface Delivery {
  readonly time: number;
  /** `undefined` once they were collected. */
  readonly credentials: ClientCredentials | undefined;
}

/** Secrets in the memory of one process, until they are collected. */
export class MemorySecretsStore implements SecretsStore {
  readonly #deliveries = new Map<string, Delivery>();

  deliver(digest: string, credentials: ClientCredentials): boolean {
    this.#forgetOld();
    if (this.#deliveries.has(digest)) return false;
    this.#deliveries.set(digest, { time: Date.now(), credentials });
    return true;
  }

  collect(digest: string): ClientCredentials | undefined {
    const delivery = this.#deliveries.get(digest);
    if (delivery) this.#deliveries.set(digest, { ...delivery, credentials: undefined });
    return delivery?.credentials;
  }

  #forgetOld(): void {
    for (const [key, { time }] of this.#deliveries) {
      if (time + KEPT > Date.now()) return;
      this.#deliveries.delete(key);
    }
  }
}
