import { expect } from '@playwright/test';
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { PostgresStore, SqliteStore, type Store } from '../../src/server.js';
import type { Task } from './asking-process.js';
import { changeTokens, type Site, test as base, tokenRequests } from './handler-fixtures.js';
import type { HoldingServer } from './holding-server.js';
import { KEY } from './store-fixtures.js';

const SCRIPT = fileURLToPath(new URL('asking-process.ts', import.meta.url));
const keys = [KEY];

interface Asking {
  readonly child: ChildProcess;
  /** Begins to ask; gives the tokens. */
  ask(): Promise<string[]>;
}

interface Shared {
  readonly store: Store;
  readonly place: Task['place'];
}

interface Fixtures {
  /** Opens a store that other processes can open, too. */
  openShared: (name: 'SqliteStore' | 'PostgresStore') => Promise<Shared>;
  startProcess: (task: Task) => Promise<Asking>;
}

const test = base.extend<Fixtures>({
  openShared: async ({ openPool, startCluster }, use, info) => {
    await use(async (name) => {
      if (name === 'SqliteStore') {
        const file = info.outputPath('crm.db');
        return { store: await SqliteStore.open(file, { keys }), place: { file } };
      }
      const prefix = `processes_${randomBytes(6).toString('hex')}_`;
      const store = new PostgresStore(await openPool(), { prefix, keys });
      await store.createTables();
      return { store, place: { host: (await startCluster())!.host, prefix } };
    });
  },

  startProcess: async ({}, use) => {
    const children: ChildProcess[] = [];
    await use(async (task) => {
      const args = ['--import', 'tsx', SCRIPT, JSON.stringify(task)];
      const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
      children.push(child);
      const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
      expect((await lines.next()).value).toBe('ready');
      return {
        child,
        async ask() {
          child.stdin.write('go\n');
          const { value } = (await lines.next()) as { value: string | undefined };
          return JSON.parse(value ?? '[]') as string[];
        },
      };
    });
    for (const child of children) child.kill('SIGKILL');
  },
});

/** A site whose one connection has expired, and the task of a process that asks for it. */
async function expired(
  start: (store?: Store, hooks?: { server: string }) => Promise<Site>,
  holding: HoldingServer,
  store: Store,
  place: Task['place'],
): Promise<{ site: Site; task: Task }> {
  const site = await start(store, { server: holding.url });
  holding.target = site.sandbox.url;
  const { id } = await site.connect('ann', 'kommo');
  await changeTokens(site, id, { expiresAt: Date.now() });
  return { site, task: { place, site: site.url, server: holding.url, id, times: 100 } };
}

// PostgreSQL starts once in each worker.
test.describe.configure({ mode: 'default' });

test('of two processes that ask a hundred times each, one refreshes, and all get its token', async ({
  holding,
  openPool,
  openShared,
  startProcess,
  startSite,
}) => {
  const { store, place } = await openShared('PostgresStore');
  const { site, task } = await expired(startSite, holding, store, place);
  // The answer comes once the other process waits for the row.
  const pool = await openPool();
  const waiting = "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'";
  holding.hold = () => expect.poll(async () => (await pool.query(waiting)).rowCount).toBe(1);
  const before = tokenRequests(site);
  const processes = await Promise.all([startProcess(task), startProcess(task)]);
  const given = (await Promise.all(processes.map((each) => each.ask()))).flat();
  expect(given).toHaveLength(200);
  expect(tokenRequests(site) - before).toBe(1);
  const kept = (await store.connections.get(task.id))?.tokens?.accessToken;
  expect(new Set(given)).toEqual(new Set([kept]));
});

for (const name of ['PostgresStore', 'SqliteStore'] as const) {
  test(`${name}: a process that is killed in the middle of a refresh loses nothing`, async ({
    holding,
    openShared,
    startProcess,
    startSite,
  }) => {
    const { store, place } = await openShared(name);
    const { site, task } = await expired(startSite, holding, store, place);
    const old = await store.connections.get(task.id);
    // The CRM has refreshed the tokens, and its answer never arrives.
    let arrive!: () => void;
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    holding.hold = () => {
      arrive();
      return new Promise(() => undefined);
    };
    const killed = await startProcess(task);
    const lost = killed.ask();
    await arrived;
    killed.child.kill('SIGKILL');
    await once(killed.child, 'exit');
    expect(await lost).toEqual([]);
    expect(await store.connections.get(task.id)).toEqual(old);

    holding.hold = () => undefined;
    const given = await (await startProcess(task)).ask();
    expect(new Set(given).size).toBe(1);
    expect(given[0]).not.toBe(old?.tokens?.accessToken);
    expect((await store.connections.get(task.id))?.tokens?.accessToken).toBe(given[0]);
    const refreshes = site.sandbox.requests.filter(
      ({ params }) => params.get('grant_type') === 'refresh_token',
    );
    // Kommo keeps the old refresh token good until the new one is used.
    const sent = refreshes.map(({ params }) => params.get('refresh_token'));
    expect(sent).toEqual([old?.tokens?.refreshToken, old?.tokens?.refreshToken]);
  });
}
