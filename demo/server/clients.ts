import type { Database } from 'node-sqlite3-wasm';
import { Client } from 'crm-oauth-button/server';

/** The integrations, with their secrets: those that are registered, and those that a consent has created. */
export class Clients {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  find(clientId: string | undefined): Client | undefined {
    if (!clientId) return undefined;
    const row = this.#database.get('SELECT * FROM clients WHERE client_id = ?', [clientId]);
    if (!row) return undefined;
    const { client_secret: clientSecret, redirect_uri: redirectUri } = row as Record<string, string>;
    return new Client({ clientId, clientSecret: clientSecret ?? '', redirectUri: redirectUri ?? '' });
  }

  keep({ clientId, clientSecret, redirectUri }: Client): void {
    const insert = 'INSERT OR REPLACE INTO clients (client_id, client_secret, redirect_uri) VALUES (?, ?, ?)';
    this.#database.run(insert, [clientId, clientSecret, redirectUri]);
  }
}
