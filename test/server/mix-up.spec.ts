import { expect } from '@playwright/test';
import {
  Client,
  createSignedState,
  exchangeCode,
  issueState,
  MemoryStateStore,
  oauth2Tokens,
  readAuthorizationResponse,
  verifySignedState,
  verifyState,
} from '../../src/server.js';
import { CATALOGUE_NAMES, CATALOGUE_ROWS, type CatalogueName, clientOptions, VERIFIER } from './catalogue.js';
import { rejection, test as base, TOKENS } from './fixtures.js';

const SITE = 'https://shop.example';
const key = crypto.getRandomValues(new Uint8Array(32));
/** A client with a redirect URI of its provider’s own, as every client should have. */
const clientOf = (name: CatalogueName | 'kommo') =>
  name === 'kommo'
    ? new Client({ clientId: 'an-id', clientSecret: 'S3cret', redirectUri: `${SITE}/callback/kommo` })
    : new Client(clientOptions(name, { redirectUri: `${SITE}/callback/${name}` }));
const NAMES = ['kommo', ...CATALOGUE_NAMES] as const;
const query = (name: (typeof NAMES)[number], state: string) =>
  new URLSearchParams({
    code: 'a-code',
    state,
    referer: 'acme.kommo.com',
    ...(name !== 'kommo' && CATALOGUE_ROWS[name].response),
  }).toString();

/** A visitor’s states, in one of the two ways: in a store, or signed. */
interface Way {
  issue(session: string, client?: Client): Promise<string>;
  verify(state: string, session: string, client?: Client): Promise<unknown>;
}
const cookies = new Map<string, string>();
const WAYS: Readonly<Record<string, () => Way>> = {
  'a state in a store': () => {
    const store = new MemoryStateStore();
    return {
      issue: (session, client) => issueState(session, { store, client }),
      verify: (state, session, client) => verifyState(state, session, { store, client }),
    };
  },
  'a signed state': () => ({
    async issue(session, client) {
      const { state, setCookie } = await createSignedState(cookies.get(session), { key, session, client });
      cookies.set(session, setCookie.split(';')[0] ?? '');
      return state;
    },
    verify: (state, session, client) =>
      verifySignedState(state, cookies.get(session), { key, session, client }),
  }),
};

/** No attack may lead to a request: the code must go nowhere. */
const test = base.extend<{ nobody: string[] }>({
  nobody: [
    async ({}, use) => {
      const { fetch } = globalThis;
      const asked: string[] = [];
      globalThis.fetch = (input) => {
        asked.push(new Request(input).url);
        return Promise.resolve(Response.json(TOKENS));
      };
      await use(asked);
      globalThis.fetch = fetch;
      expect(asked).toEqual([]);
    },
    { auto: true },
  ],
});

for (const [what, createWay] of Object.entries(WAYS)) {
  for (const name of NAMES) {
    const client = clientOf(name);

    test(`${what} for ${name} is good for its own client, once it comes back to it`, async () => {
      const way = createWay();
      const url = `/callback/${name}?${query(name, await way.issue('ann', client))}`;
      const response = await readAuthorizationResponse(
        url,
        (state) => way.verify(state, 'ann', client),
        client,
      );
      expect(response).toMatchObject({ code: 'a-code', provider: name });
    });

    test(`mix-up: ${what} for ${name} is good for no other client, at no other redirect URI`, async () => {
      for (const other of NAMES.filter((each) => each !== name)) {
        const way = createWay();
        const state = await way.issue('ann', client);
        // RFC 9700, section 4.4.1: the attacker's server hands over a code of the honest one, or leads the browser to its redirect URI.
        const honest = clientOf(other);
        const at = (place: string) => `${SITE}/callback/${place}?${query(other, state)}`;
        const read = (place: string, reader: Client) =>
          readAuthorizationResponse(at(place), (given) => way.verify(given, 'ann', reader), reader);
        expect(await rejection(read(other, honest)), `${other} reads it`).toMatchObject({
          code: 'state_mismatch',
        });
        expect(await rejection(read(other, client)), `it arrives at ${other}`).toMatchObject({
          code: 'redirect_uri_mismatch',
        });
        expect(await rejection(read(name, honest)), `${other} at ${name}`).toMatchObject({
          code: 'redirect_uri_mismatch',
        });
        // None of this has used it up.
        expect(await way.verify(state, 'ann', client)).toBeTruthy();
      }
    });

    test(`fixation: a connect link with ${what} for ${name} is finished in the session that it was made for alone`, async () => {
      const way = createWay();
      const state = await way.issue('mallory', client);
      await way.issue('ann', client);
      const url = `/callback/${name}?${query(name, state)}`;
      const finish = (session: string) =>
        readAuthorizationResponse(url, (given) => way.verify(given, session, client), client);
      expect(await rejection(finish('ann'))).toMatchObject({ code: 'state_mismatch' });
      expect(await finish('mallory')).toMatchObject({ state });
    });
  }

  test(`${what} knows the client’s id, its redirect URI, its tenant and its hosts`, async () => {
    const options = { resource: 'https://acme.crm4.dynamics.com', tenant: 'acme.example', clientId: 'one' };
    const client = new Client(clientOptions('dynamics', options));
    const others = [
      { clientId: 'two' },
      { redirectUri: `${SITE}/callback/other` },
      { tenant: 'other.example' },
      { resource: 'https://other.crm4.dynamics.com' },
    ].map((change) => new Client(clientOptions('dynamics', { ...options, ...change })));
    const domains = ['acme', 'other'].map(
      (label) => new Client(clientOptions('salesforce', { domain: `${label}.my.salesforce.com` })),
    );
    const servers = ['a', 'b'].map((label) => {
      const provider = oauth2Tokens({ tokenEndpoint: `https://${label}.example/token` });
      return new Client({
        provider,
        clientId: 'one',
        clientSecret: 'S3cret',
        redirectUri: `${SITE}/callback`,
      });
    });
    const pairs: (readonly [Client, Client])[] = [
      ...others.map((other) => [client, other] as const),
      [domains[0]!, domains[1]!],
      [servers[0]!, servers[1]!],
    ];
    for (const [asker, other] of pairs) {
      const way = createWay();
      const state = await way.issue('ann', asker);
      expect(await rejection(way.verify(state, 'ann', other))).toMatchObject({ code: 'state_mismatch' });
      expect(await way.verify(state, 'ann', asker)).toBeTruthy();
    }
  });

  test(`${what} for a client is not good without one, nor the other way round`, async () => {
    const way = createWay();
    const client = clientOf('hubspot');
    const bound = await way.issue('ann', client);
    const free = await way.issue('ann');
    expect(await rejection(way.verify(bound, 'ann'))).toMatchObject({ code: 'state_mismatch' });
    expect(await rejection(way.verify(free, 'ann', client))).toMatchObject({ code: 'state_mismatch' });
    expect(await way.verify(free, 'ann')).toBeTruthy();
  });
}

test('the redirect URI is where the response has arrived, whatever stands before its path', async () => {
  const redirectUri = `${SITE}/crm/callback/?crm=hubspot`;
  const client = new Client(clientOptions('hubspot', { redirectUri }));
  const read = (url: string | URL | URLSearchParams) => readAuthorizationResponse(url, () => true, client);
  for (const good of [
    '/crm/callback/?crm=hubspot&code=c&state=s',
    'http://10.0.0.7:3000/crm/callback/?code=c&crm=hubspot&state=s',
    new URL(`${redirectUri}&code=c&state=s`),
    // A parsed query says nothing of it.
    new URLSearchParams('code=c&state=s'),
  ]) {
    expect(await read(good)).toMatchObject({ code: 'c' });
  }
  for (const other of [
    '/crm/callback?crm=hubspot&code=c&state=s',
    '/crm/callback/?crm=zoho&code=c&state=s',
    '/crm/callback/?code=c&state=s',
    '/callback/?crm=hubspot&code=c&state=s',
    '/crm/callback/../zoho/?crm=hubspot&code=c&state=s',
    '/?crm=hubspot&code=c&state=s',
    `//evil.example/?crm=hubspot&code=c&state=s`,
  ]) {
    const error = await rejection(read(other));
    expect(error, other).toMatchObject({ code: 'redirect_uri_mismatch', kind: 'client' });
    expect(String(error)).toContain('req.originalUrl');
    expect(String(error)).not.toMatch(/zoho|evil/);
  }
});

test('a planted code needs the verifier of the visitor’s own attempt, where the CRM takes one', async ({
  nobody,
}) => {
  // RFC 9700, section 4.5.3.1: PKCE binds the code to the browser that has asked.
  const client = clientOf('salesforce');
  const error = await rejection(exchangeCode(client, { code: 'planted', host: 'acme.my.salesforce.com' }));
  expect(error).toBeInstanceOf(TypeError);
  expect(nobody).toEqual([]);
  await exchangeCode(client, { code: 'c', host: 'acme.my.salesforce.com' }, { codeVerifier: VERIFIER }).catch(
    () => undefined,
  );
  expect(nobody.splice(0)).toHaveLength(1);
});
