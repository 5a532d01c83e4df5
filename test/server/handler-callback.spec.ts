import { expect } from '@playwright/test';
import { createHash } from 'node:crypto';
import { MemoryStore } from '../../src/server.js';
import { everyView, SECRET } from './fixtures.js';
import { type Attempt, NAMES, type Site, test } from './handler-fixtures.js';

/** The error that the page at the redirect URI reports. */
const errorOf = async (response: Response) => /data-error="([^"]*)"/.exec(await response.text())?.[1];
const issue = async (site: Site, query: string, user = 'ann') =>
  (await (await site.as(user)(`/state?${query}`)).json()) as Attempt;

for (const name of NAMES) {
  test(`${name}: the page at the redirect URI says that it is done, and holds nothing secret`, async ({
    site,
  }) => {
    const url = await site.authorize('ann', name);
    const response = await site.as('ann')(url);
    const text = await response.text();
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'nonce-[\w-]{22}'; base-uri 'none'; frame-ancestors 'none'$/,
    );
    expect(text).toContain('<script src="/crm/callback.js" data-return-to="/"></script>');
    const [record] = await site.store.connections.list('ann');
    for (const secret of [SECRET, url.searchParams.get('code')!, record!.tokens!.accessToken]) {
      expect(text + JSON.stringify([...response.headers])).not.toContain(secret);
    }
  });
}

test('the verifier of PKCE stays on the server, and its challenge is that of the exchange', async ({
  site,
}) => {
  for (const name of ['dynamics', 'ringcentral']) {
    const { codeChallenge } = await issue(site, `provider=${name}`);
    expect(codeChallenge).toMatch(/^[\w-]{43}$/);
    await site.connect('ann', name);
    const { params: asked } =
      site.sandbox.requests.findLast(({ endpoint }) => endpoint === 'authorization') ?? {};
    const { params: exchanged } =
      site.sandbox.requests.findLast(({ endpoint }) => endpoint === 'token') ?? {};
    const verifier = exchanged?.get('code_verifier') ?? '';
    expect(createHash('sha256').update(verifier).digest('base64url'), name).toBe(
      asked?.get('code_challenge'),
    );
    expect(asked?.get('code_challenge')).not.toBe(codeChallenge);
  }
  // HubSpot’s documents have no challenge.
  for (const name of ['kommo', 'pipedrive', 'hubspot', 'external']) {
    expect(await issue(site, `provider=${name}`)).toEqual({
      state: expect.stringMatching(/^[\w-]{22}$/),
    });
  }
});

/** Callbacks that connect nothing: what becomes of a good one, and what the page reports. */
const FAILURES: Readonly<
  Record<string, readonly [change: (url: URL, site: Site) => unknown, error: string, user?: string]>
> = {
  'refused by the person': [
    ({ searchParams }) => {
      searchParams.delete('code');
      searchParams.set('error', 'access_denied');
    },
    'access_denied',
  ],
  'with another state': [({ searchParams }) => searchParams.set('state', 'x'), 'state_mismatch'],
  'without a state': [({ searchParams }) => searchParams.delete('state'), 'state_mismatch'],
  'with two states': [({ searchParams }) => searchParams.append('state', 'x'), 'invalid_response'],
  'of another user': [() => undefined, 'state_mismatch', 'bob'],
  'while nobody is signed in': [() => undefined, 'login_required', ''],
  'with a state of another client': [
    async ({ searchParams }, site) =>
      searchParams.set('state', (await issue(site, 'provider=hubspot')).state),
    'state_mismatch',
  ],
  'at the redirect URI of another client': [
    (url) => (url.pathname = '/crm/callback/hubspot'),
    'state_mismatch',
  ],
  'from a host that is none of the CRM’s': [
    ({ searchParams }) => searchParams.set('referer', 'evil.example'),
    'invalid_referer',
  ],
  'without a code': [({ searchParams }) => searchParams.delete('code'), 'invalid_response'],
  'with a code that the CRM does not know': [
    ({ searchParams }) => searchParams.set('code', 'guessed'),
    'invalid_grant',
  ],
};

for (const [what, [change, error, user = 'ann']] of Object.entries(FAILURES)) {
  test(`a callback ${what} connects nothing, and says so`, async ({ site }) => {
    const url = await site.authorize('ann', 'kommo');
    await change(url, site);
    const sent = site.sandbox.requests.length;
    const response = await site.as(user)(url);
    expect([response.status, await errorOf(response)]).toEqual([403, error]);
    expect(await site.crm.connections('ann')).toEqual([]);
    expect(await site.crm.connections('bob')).toEqual([]);
    expect(site.told).toEqual([]);
    // The secret goes out only with a code that may be good.
    expect(site.sandbox.requests.slice(sent)).toHaveLength(error === 'invalid_grant' ? 1 : 0);
    expect(site.errors.map(everyView).join()).not.toContain(SECRET);
  });
}

test('a state works once, and for ten minutes', async ({ site }) => {
  const ann = site.as('ann');
  const url = await site.authorize('ann', 'kommo');
  const late = await site.authorize('ann', 'kommo');
  expect((await ann(url)).status).toBe(200);
  expect(await errorOf(await ann(url))).toBe('state_used');
  const clock = Date.now;
  Date.now = () => clock() + 10 * 60_000;
  try {
    expect(await errorOf(await ann(late))).toBe('state_expired');
  } finally {
    Date.now = clock;
  }
  expect(await site.crm.connections('ann')).toHaveLength(1);
});

test('of five callbacks of one state at once, one connects', async ({ startSite }) => {
  const { states, secrets, connections } = new MemoryStore();
  let reading = 0;
  const site = await startSite({
    secrets,
    connections,
    states: {
      add: (...record) => states.add(...record),
      use: (digest) => states.use(digest),
      // Each has found it unused before the first one uses it.
      async get(digest) {
        const found = states.get(digest);
        reading++;
        await expect.poll(() => reading).toBe(5);
        return found;
      },
    },
  });
  const url = await site.authorize('ann', 'kommo');
  const responses = await Promise.all([1, 2, 3, 4, 5].map(() => site.as('ann')(url)));
  const outcomes = await Promise.all(responses.map(errorOf));
  expect(outcomes.sort()).toEqual([...Array<string>(4).fill('state_used'), undefined]);
  expect(site.told).toHaveLength(1);
});

test('an error of the CRM’s is text from outside: it stays text', async ({ site }) => {
  const { state } = await issue(site, 'provider=kommo');
  const error = "x'><script>alert(1)</script>&";
  const response = await site.as('ann')(
    `/callback/kommo?${new URLSearchParams({ state, error }).toString()}`,
  );
  const text = await response.text();
  expect(text).not.toContain('<script>');
  expect(text).toContain('data-error="x&#39;&#62;&#60;script&#62;alert(1)&#60;/script&#62;&#38;"');
});
