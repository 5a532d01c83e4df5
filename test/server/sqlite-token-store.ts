import sqlite, { type Database } from 'node-sqlite3-wasm';
import { type TokenChange, type TokenRecord, TokenSet, type TokenStore } from '../../src/server.js';

/** Opens a database in memory, with the store's table. */
export function openDatabase(): Database {
  const database = new sqlite.Database();
  database.exec('CREATE TABLE tokens (account TEXT PRIMARY KEY, record TEXT NOT NULL) STRICT');
  return database;
}

/** A token store as somebody may write it, over SQLite and for one process. */
export class SqliteTokenStore implements TokenStore {
  readonly #database: Database;
  readonly #underway = new Map<string, Promise<TokenSet | undefined>>();

  constructor(database: Database) {
    this.#database = database;
  }

  get(account: string): TokenSet | undefined {
    const record = this.#read(account);
    return record ? toTokens(record) : undefined;
  }

  set(account: string, tokens: TokenSet): void {
    const record = JSON.stringify(tokens.toRecord());
    const insert = 'INSERT INTO tokens VALUES (?, ?) ON CONFLICT DO UPDATE SET record = excluded.record';
    this.#database.run(insert, [account, record]);
  }

  delete(account: string): void {
    this.#database.run('DELETE FROM tokens WHERE account = ?', [account]);
  }

  /** One after the other: each waits for whoever changes the same account's tokens. */
  async update(account: string, change: TokenChange): Promise<TokenSet | undefined> {
    while (this.#underway.has(account)) await this.#underway.get(account)?.catch(() => undefined);
    const changed = this.#change(account, change).finally(() => this.#underway.delete(account));
    this.#underway.set(account, changed);
    return changed;
  }

  async #change(account: string, change: TokenChange): Promise<TokenSet | undefined> {
    const record = this.#read(account);
    if (!record) return undefined;
    const [outcome] = await Promise.allSettled([change(toTokens(record))]);
    // Replaced or removed meanwhile: what has become of the older ones matters to nobody.
    if (this.#read(account) !== record) return this.get(account);
    if (outcome.status === 'rejected') throw outcome.reason;
    if (outcome.value) this.set(account, outcome.value);
    if (outcome.value === null) this.delete(account);
    return outcome.value ?? undefined;
  }

  #read(account: string): string | undefined {
    const row = this.#database.get('SELECT record FROM tokens WHERE account = ?', [account]);
    return row?.record as string | undefined;
  }
}

function toTokens(record: string): TokenSet {
  return new TokenSet(JSON.parse(record) as TokenRecord);
}
