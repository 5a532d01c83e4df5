import { expect } from '@playwright/test';
import type { Store } from '../../src/server.js';
import { changeTokens, type Site, test as base } from './handler-fixtures.js';
import type { HoldingServer } from './holding-server.js';
import { STORES } from './store-fixtures.js';

/** What one refresh sends to a Kommo that hangs up: twice for tokens, as the old ones stay good, and once for the account's host. */
const ONE_REFRESH = 3;

interface Outage {
  readonly site: Site;
  /** Ann's connection, whose token has expired. */
  readonly id: string;
  /** The paths that the CRM was asked for since it is down. */
  readonly asked: string[];
  /** Lets the first answer, which has to wait until then, be lost. */
  readonly lose: () => void;
  /** Resolves once the CRM has been asked. */
  readonly reached: Promise<void>;
}

/** Begins an outage in which no answer arrives. */
const test = base.extend<{ startOutage: (store?: Store) => Promise<Outage> }>({
  startOutage: async ({ holding, startSite }, use) => {
    await use((store) => startOutage(holding, (server) => startSite(store, { server })));
  },
});

async function startOutage(
  holding: HoldingServer,
  start: (server: string) => Promise<Site>,
): Promise<Outage> {
  const site = await start(holding.url);
  holding.target = site.sandbox.url;
  const { id } = await site.connect('ann', 'kommo');
  await changeTokens(site, id, { expiresAt: Date.now() });
  site.sandbox.behave({ offline: true });
  const asked: string[] = [];
  let reach!: () => void;
  let lose!: () => void;
  const reached = new Promise<void>((resolve) => (reach = resolve));
  const lost = new Promise<void>((resolve) => (lose = resolve));
  holding.arrive = (path) => {
    asked.push(path);
    reach();
    return lost;
  };
  return { site, id, asked, lose, reached };
}

/** The reads of connections from now on. */
function recordReads({ connections }: Store): Promise<unknown>[] {
  const reads: Promise<unknown>[] = [];
  const get = connections.get.bind(connections);
  connections.get = (id) => {
    const read = Promise.resolve(get(id));
    reads.push(read);
    return read;
  };
  return reads;
}

// PostgreSQL starts once in each worker.
test.describe.configure({ mode: 'default' });

for (const name of STORES) {
  test(`${name}: while the CRM is down, all who wait for a token share one refresh, and its failure`, async ({
    newPlace,
    startOutage,
  }) => {
    const { site, id, asked, lose, reached } = await startOutage(await (await newPlace(name)).open());
    const reads = recordReads(site.store);
    const first = site.crm.accessToken('ann', id);
    const waiting = Array.from({ length: 19 }, () => site.crm.accessToken('ann', id));
    const outcomes = Promise.allSettled([first, ...waiting]);
    await reached;
    // Somebody who asks while the CRM is being waited for.
    const late = Promise.allSettled([site.crm.accessToken('ann', id)]);
    // Where a read takes longer than the failure, its caller begins a refresh of its own.
    await Promise.all(reads);
    lose();
    for (const outcome of [...(await outcomes), ...(await late)]) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'unreachable' } });
    }
    expect(asked).toHaveLength(ONE_REFRESH);
  });
}

test('the next who asks after a failure asks the CRM again', async ({ startOutage }) => {
  const { site, id, lose } = await startOutage();
  lose();
  await expect(site.crm.accessToken('ann', id)).rejects.toMatchObject({ code: 'unreachable' });
  site.sandbox.behave({ offline: false });
  expect(await site.crm.accessToken('ann', id)).toBeTruthy();
});

test('another user who asks during a refresh gets nothing of it', async ({ startOutage }) => {
  const { site, id, lose, reached } = await startOutage();
  site.sandbox.behave({ offline: false });
  const own = site.crm.accessToken('ann', id);
  await reached;
  const others = site.crm.accessToken('bob', id);
  await expect(others).rejects.toMatchObject({ code: 'reconnect' });
  lose();
  expect(await own).toBeTruthy();
});

test('a caller whose token was refused does not share the refresh of one who would be given it', async ({
  startOutage,
}) => {
  const { site, id, lose, reached } = await startOutage();
  site.sandbox.behave({ offline: false });
  const own = site.crm.accessToken('ann', id);
  await reached;
  // What another process writes meanwhile stands, and this caller knows that the API refuses it.
  const written = 'refused-by-the-api';
  const other = site.crm.accessToken('ann', id, { refused: written });
  const record = (await site.store.connections.get(id))!;
  await site.store.connections.put({
    ...record,
    tokens: { ...record.tokens!, accessToken: written, expiresAt: Date.now() + 86_400_000 },
  });
  lose();
  expect(await own).toBe(written);
  expect(await other).not.toBe(written);
});

test('a caller who needs a token for longer does not share the refresh of one who needs it for less', async ({
  startOutage,
}) => {
  const { site, id, asked, lose, reached } = await startOutage();
  site.sandbox.behave({ offline: false });
  const own = site.crm.accessToken('ann', id);
  await reached;
  const always = site.crm.accessToken('ann', id, { leeway: Infinity });
  lose();
  expect(await always).not.toBe(await own);
  expect(asked).toHaveLength(2);
});
