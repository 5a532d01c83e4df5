import type { Database } from 'node-sqlite3-wasm';
import { createHash } from 'node:crypto';
import type { Account } from './account.js';

/** An account that a visitor has connected. Its tokens are in the token store, its integration's secret in `Clients`. */
export interface Connection {
  readonly clientId: string;
  readonly account: Account;
  /** Such as `acme.kommo.com`. */
  readonly host: string;
}

/** The key of a connection's tokens: what the disconnect hook names. */
export function tokenKey(clientId: string, accountId: number): string {
  return `${clientId}:${accountId}`;
}

/** One connection for each session. A real site has one for each of its users. */
export class Connections {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  get(session: string): Connection | undefined {
    const row = this.#database.get('SELECT record FROM connections WHERE session = ?', [digest(session)]);
    return row ? (JSON.parse(row.record as string) as Connection) : undefined;
  }

  set(session: string, connection: Connection): void {
    const insert = 'INSERT OR REPLACE INTO connections (session, record) VALUES (?, ?)';
    this.#database.run(insert, [digest(session), JSON.stringify(connection)]);
  }

  delete(session: string): void {
    this.#database.run('DELETE FROM connections WHERE session = ?', [digest(session)]);
  }
}

/** Whoever reads the database is not to be able to go on with somebody's session. */
function digest(session: string): string {
  return createHash('sha256').update(session).digest('base64url');
}
