import { MemorySecretsStore } from '../secrets/secrets-store.js';
import { MemoryStateStore } from '../state/state-store.js';
import { Turns } from '../tokens/token-store.js';
import type { ConnectionChange, ConnectionRecord, ConnectionStore, Store } from './store.js';

/** Keeps everything in the memory of one process, and loses it with it: for development and tests. */
export class MemoryStore implements Store {
  readonly states = new MemoryStateStore();
  readonly secrets = new MemorySecretsStore();
  readonly connections: ConnectionStore = new MemoryConnectionStore();
}

/** A user, and an account by way of a client: a user has one connection to each. */
const ofUser = ({ user }: Pick<ConnectionRecord, 'user'>): string => JSON.stringify([user]);
const ofAccount = ({ client, account }: Pick<ConnectionRecord, 'client' | 'account'>): string =>
  JSON.stringify([client, account]);

class MemoryConnectionStore implements ConnectionStore {
  readonly #records = new Map<string, ConnectionRecord>();
  /** Ids by user, and by account. */
  readonly #ids = new Map<string, Set<string>>();
  readonly #turns = new Turns();

  get(id: string): ConnectionRecord | undefined {
    return this.#records.get(id);
  }

  list(user: string): ConnectionRecord[] {
    return this.#at(ofUser({ user })).sort((a, b) => a.since - b.since);
  }

  find(client: string, account: string): ConnectionRecord[] {
    return this.#at(ofAccount({ client, account }));
  }

  put(record: ConnectionRecord): ConnectionRecord {
    const old = this.#at(ofAccount(record)).find(({ user }) => user === record.user);
    const { id, since } = old ?? record;
    return this.#keep({ ...record, id, since });
  }

  update(id: string, change: ConnectionChange): Promise<ConnectionRecord | undefined> {
    return this.#turns.take(id, async () => {
      const current = this.#records.get(id);
      if (!current) return undefined;
      const [outcome] = await Promise.allSettled([change(current)]);
      // Replaced or removed meanwhile: the outcome for the older one no longer matters.
      if (this.#records.get(id) !== current) return this.#records.get(id);
      if (outcome.status === 'rejected') throw outcome.reason;
      if (outcome.value === undefined) return current;
      this.delete(id);
      return outcome.value ? this.#keep({ ...outcome.value, id }) : undefined;
    });
  }

  delete(id: string): void {
    const record = this.#records.get(id);
    if (!record) return;
    this.#records.delete(id);
    for (const key of [ofUser(record), ofAccount(record)]) {
      const ids = this.#ids.get(key);
      ids?.delete(id);
      if (ids?.size === 0) this.#ids.delete(key);
    }
  }

  #keep(record: ConnectionRecord): ConnectionRecord {
    this.#records.set(record.id, record);
    for (const key of [ofUser(record), ofAccount(record)]) {
      const ids = this.#ids.get(key) ?? new Set();
      this.#ids.set(key, ids.add(record.id));
    }
    return record;
  }

  #at(key: string): ConnectionRecord[] {
    const ids = [...(this.#ids.get(key) ?? [])];
    return ids.flatMap((id) => this.#records.get(id) ?? []);
  }
}
