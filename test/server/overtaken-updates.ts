import { TokenSet, type TokenStore } from '../../src/server.js';

/** Tokens that the tests recognize by name. */
export const made = (name: string, expiresAt = Date.now() + 3_600_000): TokenSet =>
  new TokenSet({
    host: 'acme.kommo.com',
    accessToken: `${name}-a`,
    refreshToken: `${name}-r`,
    issuedAt: 0,
    expiresAt,
  });

interface Overtaking {
  readonly what: string;
  /** Another writer's change while the account's tokens, `old`, are being refreshed. */
  readonly act: (store: TokenStore) => Promise<void>;
  /** The name of the tokens that must be stored afterwards. */
  readonly kept: string | undefined;
}

/** Races that every store has to get right. */
export const OVERTAKINGS: readonly Overtaking[] = [
  { what: 'deleted', act: async (store) => store.delete('a'), kept: undefined },
  { what: 'replaced', act: async (store) => store.set('a', made('new')), kept: 'new' },
  {
    what: 'deleted and connected anew',
    act: async (store) => {
      await store.delete('a');
      await store.set('a', made('new'));
    },
    kept: 'new',
  },
  {
    what: 'replaced and deleted',
    act: async (store) => {
      await store.set('a', made('new'));
      await store.delete('a');
    },
    kept: undefined,
  },
];

/** The outcome of the refresh itself. */
export const OUTCOMES = {
  'brings tokens': () => Promise.resolve(made('refreshed')),
  'brings none': () => Promise.resolve(undefined),
  'removes them': () => Promise.resolve(null),
  fails: () => Promise.reject(new Error('The CRM said no.')),
};

/**
 * Lets another write overtake an update.
 *
 * @param arrive - resolves once the other has done what it can, or waits for the update
 * @returns what the update gave, or the message with which it rejected, and the names of what two later readers find
 */
export async function overtake(
  store: TokenStore,
  act: Overtaking['act'],
  outcome: () => Promise<TokenSet | undefined | null>,
  arrive: () => Promise<unknown>,
) {
  await store.set('a', made('old'));
  let begin!: () => void;
  let finish!: () => void;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const finished = new Promise<void>((resolve) => (finish = resolve));
  const update = store
    .update('a', async () => {
      begin();
      await finished;
      return outcome();
    })
    .then(nameOf, (error: unknown) => (error as Error).message);
  await begun;
  const acted = act(store);
  await arrive();
  finish();
  const given = await update;
  await acted;
  const waited = await store.update('a', (current) => Promise.resolve(current));
  return { given, kept: nameOf(await store.get('a')), waited: nameOf(waited) };
}

function nameOf(tokens: TokenSet | undefined): string | undefined {
  return tokens?.accessToken.replace(/-a$/, '');
}
