import { once } from 'node:events';
import { Pool } from 'pg';
import { createHandler, PostgresStore, SqliteStore, type Store } from '../../src/server.js';
import { clientsOf } from './handler-registrations.js';

/** What a process is told: where its store is, and which connection of ann's it asks for, how often. */
export interface Task {
  /** Directory of PostgreSQL's socket, and the prefix of the tables; or a file of SQLite. */
  readonly place: { readonly host: string; readonly prefix: string } | { readonly file: string };
  readonly site: string;
  readonly server: string;
  readonly id: string;
  readonly times: number;
}

// An integrator's process: on command, it asks for a connection's access token many times at once.
const { place, site, server, id, times } = JSON.parse(process.argv[2] ?? '') as Task;
const crm = createHandler({ clients: clientsOf(site), store: await open(), userOf: () => 'ann', server });
await crm.connections('ann');
console.log('ready');
await once(process.stdin, 'data');
const tokens = await Promise.all(Array.from({ length: times }, () => crm.accessToken('ann', id)));
console.log(JSON.stringify(tokens));
process.exit();

async function open(): Promise<Store> {
  const keys = [Buffer.alloc(32, 7).toString('base64')];
  if ('file' in place) return SqliteStore.open(place.file, { keys });
  const pool = new Pool({ host: place.host, user: 'test', database: 'postgres' });
  return new PostgresStore(pool, { prefix: place.prefix, keys });
}
