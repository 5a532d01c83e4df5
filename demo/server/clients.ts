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

  /** A secret that is there stays: nobody replaces it by knowing the integration's id. The redirect URI may move. */
  keep({ clientId, clientSecret = '', redirectUri }: Client): void {
    const insert = `INSERT INTO clients (client_id, client_secret, redirect_uri) VALUES (?, ?, ?)
      ON CONFLICT (client_id) DO UPDATE SET redirect_uri = excluded.redirect_uri`;
    this.#database.run(insert, [clientId, clientSecret, redirectUri]);
  }
}
