import { test as base } from '@playwright/test';
import { Pool } from 'pg';
import { type Cluster, startPostgres } from './postgres.js';

interface WorkerFixtures {
  /** The worker's own cluster, which starts when a test first asks for it; `undefined` where PostgreSQL is missing. */
  startCluster: () => Promise<Cluster | undefined>;
}

interface Fixtures {
  /** Opens a pool that ends with the test, which is skipped where PostgreSQL is missing. */
  openPool: () => Promise<Pool>;
}

/** Tests of which some need PostgreSQL. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  startCluster: [
    async ({}, use) => {
      let cluster: ReturnType<typeof startPostgres> | undefined;
      await use(() => (cluster ??= startPostgres()));
      await (await cluster)?.stop();
    },
    { scope: 'worker', timeout: 180_000 },
  ],

  openPool: async ({ startCluster }, use) => {
    const pools: Pool[] = [];
    await use(async () => {
      const cluster = await startCluster();
      if (!cluster) warn();
      base.skip(!cluster, 'PostgreSQL is missing');
      const pool = new Pool({ host: cluster!.host, user: 'test', database: 'postgres' });
      pools.push(pool);
      return pool;
    });
    await Promise.all(pools.map((pool) => pool.end()));
  },
});

function warn(): void {
  const message = 'PostgreSQL is missing, ITS STORES ARE NOT TESTED. On Debian: apt-get install postgresql';
  const rule = '!'.repeat(message.length);
  console.error(`\n${rule}\n${message}\n${rule}\n`);
}
