import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** The site's secrets of its own, 32 random bytes each in base64. */
export interface Keys {
  /** Signs the sessions. */
  readonly session: string;
  /** Seals what the store keeps. */
  readonly store: string;
}

/**
 * The site's keys: made once, and kept in a file beside the database. A real site takes them from its environment, where no backup of
 * the database has them.
 *
 * @param database - its path; missing folders are made. Without one, the keys last as long as the process
 */
export function readKeys(database: string | undefined): Keys {
  const file = database && `${database}.keys.json`;
  if (file && existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Keys;
  const [session = '', store = ''] = [32, 32].map((size) => randomBytes(size).toString('base64'));
  const keys = { session, store };
  if (file) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(keys), { mode: 0o600 });
  }
  return keys;
}
