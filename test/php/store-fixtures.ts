import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { test as base } from '../server/handler-fixtures.js';
import { KEY, type Place, POSTGRES_WAITING } from '../server/store-fixtures.js';
import { findPhp } from './install.mjs';
import { type MariaDb, startMariaDb } from './mariadb.js';
import { PhpProcess, type PhpPlace, PhpStore } from './php-store.js';

export const DATABASES = ['SQLite', 'MariaDB', 'PostgreSQL'] as const;
export type Database = (typeof DATABASES)[number];
export type PhpStoreName = Database | 'memory';

const MARIADB_WAITING = "SELECT 1 FROM information_schema.INNODB_TRX WHERE trx_state = 'LOCK WAIT'";

/** A place for stores of PHP's. */
export interface PhpStorePlace extends Place {
  /** For a process of PHP's. */
  readonly given: PhpPlace;
  open(options?: { readonly keys?: readonly string[] | undefined }): Promise<PhpStore>;
  /** Starts a process with a store in this place. */
  startProcess(settings?: readonly string[]): PhpProcess;
}

interface WorkerFixtures {
  /** The worker's own MariaDB, which starts when a test first asks for it. */
  startMaria: () => Promise<MariaDb | undefined>;
}

/** Tests that need PHP, and skip what this machine does not have; `npm test` says so before them. */
export const test = base.extend<{ newPlace: (name: PhpStoreName) => Promise<PhpStorePlace> }, WorkerFixtures>(
  {
    startMaria: [
      async ({}, use) => {
        let database: ReturnType<typeof startMariaDb> | undefined;
        await use(() => (database ??= startMariaDb()));
        await (await database)?.stop();
      },
      { scope: 'worker', timeout: 180_000 },
    ],

    newPlace: async ({ startCluster, startMaria }, use, info) => {
      const ends: (() => void)[] = [];
      base.skip(!findPhp(), 'PHP is missing');
      const dsnOf = async (name: PhpStoreName, prefix: string): Promise<string> => {
        if (name === 'memory') return '';
        if (name === 'SQLite') return `sqlite:${join(info.outputPath(), `${prefix}.db`)}`;
        const database = name === 'MariaDB' ? await startMaria() : await startCluster();
        base.skip(!database, `${name} is missing`);
        return 'dsn' in database! ? database.dsn : `pgsql:host=${database!.host};dbname=postgres`;
      };
      const newPlace = async (name: PhpStoreName): Promise<PhpStorePlace> => {
        // A database is one for all tests of a worker.
        const prefix = `t${randomBytes(6).toString('hex')}_`;
        const user = { memory: undefined, SQLite: undefined, MariaDB: 'root', PostgreSQL: 'test' }[name];
        return placeOf({ dsn: await dsnOf(name, prefix), user, keys: [KEY], prefix }, name, ends);
      };
      // It takes the place of the one for the stores in TypeScript, which have other names.
      await use(newPlace as never);
      for (const end of ends) end();
    },
  },
);

function placeOf(given: PhpPlace, name: PhpStoreName, ends: (() => void)[]): PhpStorePlace {
  const start = (settings?: readonly string[]) => {
    const process = new PhpProcess(given, settings);
    ends.push(() => process.child.kill('SIGKILL'));
    return process;
  };
  let asking: PhpProcess | undefined;
  return {
    given,
    startProcess: start,
    open({ keys = [] } = { keys: given.keys }) {
      const store = new PhpStore({ ...given, keys });
      ends.push(() => store.close());
      return Promise.resolve(store);
    },
    async query(text) {
      if (!asking) {
        asking = start();
        if (name === 'MariaDB') await asking.call('query', ["SET sql_mode = 'PIPES_AS_CONCAT'"]);
      }
      return (await asking.call('query', [text.replaceAll('crm_', given.prefix)])) as Record<
        string,
        unknown
      >[];
    },
    ...(name === 'MariaDB' && { waiting: MARIADB_WAITING }),
    ...(name === 'PostgreSQL' && { waiting: POSTGRES_WAITING }),
  };
}
