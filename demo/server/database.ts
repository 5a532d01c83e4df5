import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import sqlite, { type Database } from 'node-sqlite3-wasm';

/**
 * Opens the demo's database, and makes its tables where there are none.
 *
 * @param file - of its own; its folder is made. Default: in memory
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
