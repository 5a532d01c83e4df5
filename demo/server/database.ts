import { Client } from 'crm-oauth-button/server';
import sqlite, { type Database } from 'node-sqlite3-wasm';
import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/** The account that somebody has connected. */
export interface Account {
  /** The CRM's id of it. */
  readonly id: string;
  readonly name: string;
}

/** An account that a visitor has connected. Its tokens are in the token store, its integration's secret in `Clients`. */
export interface Connection {
  readonly clientId: string;
  readonly account: Account;
  /** Such as `acme.kommo.com`. */
  readonly host: string;
}

/**
 * Opens the demo's database, and makes the tables that are missing.
 *
 * @param file - path of a file of its own; missing folders are made. Default: in memory
 */
export function openDatabase(file?: string): Database {
  if (file) mkdirSync(dirname(file), { recursive: true });
  const database = new sqlite.Database(file);
  database.exec(`
    PRAGMA busy_timeout = 2000;
    CREATE TABLE IF NOT EXISTS clients (
      client_id TEXT PRIMARY KEY, client_secret TEXT NOT NULL, redirect_uri TEXT NOT NULL
    ) STRICT;
    CREATE TABLE IF NOT EXISTS tokens (account TEXT PRIMARY KEY, record TEXT NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS keys (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS connections (session TEXT PRIMARY KEY, record TEXT NOT NULL) STRICT;
  `);
  return database;
}

/** The integrations, with their secrets: those that are registered, and those that a consent has created. */
export class Clients {
  readonly #database: Database;
  /** Those of the catalogue, which are registered anew each time. */
  readonly #catalogue: readonly Client[];

  constructor(database: Database, catalogue: readonly Client[] = []) {
    this.#database = database;
    this.#catalogue = catalogue;
  }

  find(clientId: string | undefined): Client | undefined {
    if (!clientId) return undefined;
    const known = this.#catalogue.find((client) => client.clientId === clientId);
    if (known) return known;
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

/** The key of a connection's tokens: what the disconnect hook names. */
export function tokenKey(clientId: string, accountId: string | number): string {
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

/** Whoever reads the database must not be able to go on with somebody's session. */
function digest(session: string): string {
  return createHash('sha256').update(session).digest('base64url');
}
