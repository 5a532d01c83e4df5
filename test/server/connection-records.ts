import type { ConnectionChange, ConnectionRecord, ConnectionStore } from '../../src/server.js';

/** A connection that the tests recognize by its name, which is in everything that is secret, too. */
export const made = (name: string, change: Partial<ConnectionRecord> = {}): ConnectionRecord => ({
  id: `id-${name}`,
  user: 'ann',
  client: 'kommo',
  provider: 'kommo',
  account: '1',
  accountName: 'Acme “Trading” 😀',
  host: 'acme.kommo.com',
  status: 'connected',
  since: 1000,
  until: 5000,
  tokens: {
    provider: 'kommo',
    host: 'acme.kommo.com',
    accessToken: `${name}-access`,
    refreshToken: `${name}-refresh`,
    issuedAt: 0,
    expiresAt: 2000,
  },
  credentials: { clientId: `${name}-id`, clientSecret: `${name}-secret` },
  ...change,
});

interface Overtaking {
  readonly what: string;
  /** Another writer's change while the connection `old` is being changed. */
  readonly act: (store: ConnectionStore) => Promise<unknown>;
  /** The name of the one that has to be there afterwards. */
  readonly kept: string | undefined;
}

/** Races that every store has to get right. */
export const OVERTAKINGS: readonly Overtaking[] = [
  { what: 'deleted', act: async (store) => store.delete('id-old'), kept: undefined },
  { what: 'replaced', act: async (store) => store.put(made('new')), kept: 'new' },
  {
    what: 'deleted and connected anew',
    act: async (store) => {
      await store.delete('id-old');
      await store.put(made('new'));
    },
    kept: 'new',
  },
  {
    what: 'replaced and deleted',
    act: async (store) => {
      const { id } = await store.put(made('new'));
      await store.delete(id);
    },
    kept: undefined,
  },
];

/** The outcome of the change itself. */
export const OUTCOMES: Readonly<Record<string, ConnectionChange>> = {
  'brings another': (current) => Promise.resolve({ ...current, tokens: made('refreshed').tokens }),
  'leaves it': () => Promise.resolve(undefined),
  'removes it': () => Promise.resolve(null),
  fails: () => Promise.reject(new Error('The CRM said no.')),
};

/**
 * Lets another write overtake an update.
 *
 * @param arrive - resolves once the other is done, or waits for the update
 * @returns the name of the user's connection afterwards
 */
export async function overtake(
  store: ConnectionStore,
  act: Overtaking['act'],
  outcome: ConnectionChange,
  arrive: (acted: Promise<unknown>) => Promise<unknown>,
): Promise<string | undefined> {
  await store.put(made('old'));
  let begin!: () => void;
  let finish!: () => void;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const finished = new Promise<void>((resolve) => (finish = resolve));
  const update = store.update('id-old', async (current) => {
    begin();
    await finished;
    return outcome(current);
  });
  await begun;
  const acted = act(store);
  await arrive(acted);
  finish();
  await Promise.allSettled([update]);
  await acted;
  const [left] = await store.list('ann');
  return left?.tokens?.accessToken.replace(/-access$/, '');
}
