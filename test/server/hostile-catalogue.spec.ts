import { expect } from '@playwright/test';
import * as fc from 'fast-check';
import { amocrm, bitrix24, dynamics, intercom, salesforce, zendesk, zoho } from '../../src/consent.js';
import {
  Client,
  type ClientOptions,
  exchangeCode,
  fetchAccount,
  readAuthorizationResponse,
  refreshTokens,
  revokeTokens,
  TokenError,
  TokenSet,
} from '../../src/server.js';
import {
  CATALOGUE_NAMES,
  CATALOGUE_ROWS,
  type CatalogueName,
  clientOptions,
  responseQuery,
  VERIFIER,
} from './catalogue.js';
import { everyView, rejection, test as base } from './fixtures.js';
import { hostileTo } from './hostile.js';

interface Network {
  /** Hosts that were asked, and what the request held. */
  readonly asked: { host: string; held: string }[];
  answer: unknown;
}

/** Answers in everybody's place: a request to a host that is not the vendor's must be seen, not fail. */
const test = base.extend<{ network: Network }>({
  network: async ({}, use) => {
    const { fetch } = globalThis;
    const network: Network = { asked: [], answer: {} };
    globalThis.fetch = async (input, init) => {
      const request = new Request(input, init);
      const headers = [...request.headers].join();
      network.asked.push({
        host: new URL(request.url).host,
        held: `${request.url} ${headers} ${await request.text()}`,
      });
      return Response.json(network.answer);
    };
    await use(network);
    globalThis.fetch = fetch;
  },
});

const proof = (name: CatalogueName) =>
  CATALOGUE_ROWS[name].pkce === 'never' ? {} : { codeVerifier: VERIFIER };
const tokenHost = (name: CatalogueName) => new URL(CATALOGUE_ROWS[name].exchange.url).host;
/** Parameters and fields by which some vendor names a host. */
const NAMES = [
  'referer',
  'location',
  'accounts-server',
  'api_domain',
  'instance_url',
  'domain',
  'server_domain',
  'client_endpoint',
  'server_endpoint',
  'id',
  'host',
  'iss',
  'token_endpoint',
  'resource',
  'region',
];
const SILENT = /S3cret|nobody-may-see|a-code/;

for (const name of CATALOGUE_NAMES) {
  const { answer, hostField, named, apiHost, account, domain } = CATALOGUE_ROWS[name];
  const good = tokenHost(name);
  const hostile = [...hostileTo(good), ...hostileTo(apiHost)].filter(
    (each): each is string => typeof each === 'string' && each !== '',
  );
  const client = new Client(clientOptions(name));
  /** Exchanges the response of this query, however hostile, and does everything that tokens allow. */
  const connect = async (query: URLSearchParams): Promise<TokenSet> => {
    const response = await readAuthorizationResponse(query, () => true, client);
    const tokens = await exchangeCode(client, response, proof(name));
    if (tokens.refreshToken) await refreshTokens(client, tokens);
    if (account.url) await fetchAccount(client, tokens).catch(() => undefined);
    await revokeTokens(client, tokens);
    return tokens;
  };

  test(`${name}: no response makes a request to a host that is not the vendor’s`, async ({ network }) => {
    expect(new Set(hostile).size).toBeGreaterThan(60);
    network.answer = answer;
    for (const host of hostile) {
      const query = responseQuery(name);
      for (const parameter of NAMES) query.set(parameter, host);
      const outcome = await connect(query).catch((error: unknown) => error);
      if (named) {
        expect(outcome, host).toMatchObject({ name: 'CallbackError', code: `invalid_${named[0]}` });
        expect(everyView(outcome)).not.toMatch(SILENT);
      } else expect(outcome, host).toMatchObject({ host: apiHost });
    }
    if (named) {
      // The name itself is nothing but a key.
      for (const key of [
        'EU',
        'eu ',
        'zoho.eu',
        'accounts.zoho.eu',
        '__proto__',
        'constructor',
        'toString',
        'eu,us',
      ]) {
        const query = responseQuery(name);
        query.set(named[0], key);
        expect(await rejection(connect(query)), key).toMatchObject({ code: `invalid_${named[0]}` });
      }
      const twice = responseQuery(name);
      twice.append(named[0], 'us');
      expect(await rejection(connect(twice))).toMatchObject({ code: 'invalid_response' });
    }
    const asked = new Set(network.asked.map(({ host }) => host));
    for (const host of asked) expect([good, apiHost]).toContain(host);
    expect(asked.size).toBe(
      named ? 0 : new Set(account.url || hostField ? [good, ...(account.url ? [apiHost] : [])] : [good]).size,
    );
  });

  test(`${name}: no token answer puts a foreign host into the tokens`, async ({ network }) => {
    const forms = (host: string) => [
      host,
      `https://${host}`,
      `https://${host}/`,
      `https://${host}/rest/`,
      `http://${host}`,
      `//${host}`,
    ];
    for (const host of hostileTo(apiHost).filter((each) => typeof each === 'string' && each !== apiHost)) {
      // Where the answer names no host, one form will do.
      for (const text of forms(String(host)).slice(0, hostField ? undefined : 2)) {
        network.asked.length = 0;
        network.answer = { ...answer, ...Object.fromEntries(NAMES.map((field) => [field, text])) };
        const outcome = await connect(responseQuery(name)).catch((error: unknown) => error);
        const isVendors = (host: string) => host === good || host === apiHost || domain?.test(host);
        for (const { host: asked } of network.asked)
          expect(isVendors(asked), `${asked} by ${text}`).toBe(true);
        if (outcome instanceof TokenSet) {
          expect(isVendors(outcome.host), text).toBe(true);
          expect(hostField ? text : apiHost).toContain(outcome.host);
        } else {
          expect(outcome, text).toMatchObject({ name: 'TokenError', code: 'invalid_response' });
          expect(everyView(outcome)).not.toMatch(SILENT);
          expect(hostField, text).toBeDefined();
        }
      }
    }
    if (!hostField) return;
    for (const value of [undefined, null, '', 7, [`https://${apiHost}`], { href: `https://${apiHost}` }]) {
      network.answer = { ...answer, [hostField]: value };
      expect(await rejection(connect(responseQuery(name)))).toMatchObject({ code: 'invalid_response' });
    }
  });

  test(`${name}: neither a log nor an inspection shows a secret`, async ({ network }) => {
    network.answer = answer;
    const tokens = await connect(responseQuery(name));
    expect(everyView(client)).not.toMatch(SILENT);
    expect(everyView(tokens)).not.toMatch(SILENT);
    for (const { host, held } of network.asked) {
      if (host !== good) expect(held).not.toContain('S3cret');
    }
    // Whatever a server echoes.
    const echo = network.asked.map(({ held }) => held).join(' ');
    for (const body of [
      { error: 'invalid_grant', error_description: echo },
      { error: echo },
      { message: echo },
      { errors: [{ message: echo }] },
      { hint: encodeURIComponent(echo) },
    ]) {
      network.answer = body;
      const error = await rejection(connect(responseQuery(name)));
      expect(error).toBeInstanceOf(TokenError);
      expect(everyView(error)).not.toMatch(/S3cret|a-code/);
    }
  });

  test(`${name}: a record of another provider’s tokens opens nothing`, async ({ network }) => {
    for (const other of CATALOGUE_NAMES.filter((each) => each !== name)) {
      const record = {
        provider: other,
        host: CATALOGUE_ROWS[other].apiHost,
        accessToken: 'a',
        refreshToken: 'r',
        issuedAt: 0,
        expiresAt: 0,
      };
      const tokens = new TokenSet(record);
      expect(await rejection(refreshTokens(client, tokens)), other).toMatchObject({ name: 'CallbackError' });
      if (client.tokenEndpoint.revocation) {
        expect(await rejection(revokeTokens(client, tokens)), other).toMatchObject({ name: 'CallbackError' });
      }
      const isForeign = name !== 'bitrix24';
      if (isForeign) expect(() => new TokenSet({ ...record, provider: name }), other).toThrow();
    }
    expect(network.asked).toEqual([]);
  });
}

test('at random: whatever the query and the answer hold, only the vendor is asked, and only it gets the secret', async ({
  network,
}) => {
  const label = fc.constantFrom(
    'acme',
    'zoho',
    'my',
    'salesforce',
    'pipedrive',
    'bitrix24',
    'zendesk',
    'com',
    'eu',
    'evil',
    'example',
    'xn--80ak6aa92e',
    'login',
    'api',
    '127',
    '0',
    '',
  );
  const host = fc.array(label, { minLength: 1, maxLength: 5 }).map((labels) => labels.join('.'));
  const glue = fc.constantFrom('', '@', ':443', '/', '\\', '#', '?', '%2f', '.', ' ', '\n');
  const text = fc.oneof(
    fc
      .tuple(fc.constantFrom('', 'https://', 'http://', '//'), host, glue, host)
      .map((parts) => parts.join('')),
    fc.string({ unit: 'grapheme' }),
  );
  const fields = fc.dictionary(fc.constantFrom(...NAMES), text);
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...CATALOGUE_NAMES), fields, fields, async (name, parameters, named) => {
      const { answer, apiHost, domain } = CATALOGUE_ROWS[name];
      network.asked.length = 0;
      network.answer = { ...answer, ...named };
      const client = new Client(clientOptions(name));
      const query = responseQuery(name);
      for (const [parameter, value] of Object.entries(parameters)) query.set(parameter, value);
      const response = await readAuthorizationResponse(query, () => true, client).catch(() => undefined);
      const tokens = response && (await exchangeCode(client, response, proof(name)).catch(() => undefined));
      if (tokens) await fetchAccount(client, tokens).catch(() => undefined);
      const vendor = client.tokenEndpoint.hosts;
      const table = 'table' in vendor ? Object.values(vendor.table) : [tokenHost(name)];
      for (const { host: asked, held } of network.asked) {
        if (/S3cret|Basic /.test(held)) expect(table).toContain(asked);
        else expect(asked).toBe(tokens?.host);
      }
      if (!tokens) return;
      if (domain) expect(tokens.host).toMatch(domain);
      else if (name === 'zoho')
        expect(tokens.host).toMatch(/^www\.zohoapis\.(com|eu|in|com\.au|com\.cn|jp|ca|sa|uk)$/);
      else expect(tokens.host).toBe(apiHost);
    }),
    { numRuns: 1500 },
  );
});

test('a domain that somebody has typed is the vendor’s, in the browser and in the back end, or an error', () => {
  const typed = {
    salesforce: ['domain', 'acme.my.salesforce.com', salesforce],
    zendesk: ['domain', 'acme.zendesk.com', zendesk],
    dynamics: ['resource', 'https://acme.crm4.dynamics.com', dynamics],
    intercom: ['region', 'eu', intercom],
    zoho: ['region', 'eu', zoho],
  } as const;
  const common = { clientId: 'an-id', redirectUri: 'https://shop.example/callback' };
  for (const [provider, [option, good, request]] of Object.entries(typed)) {
    const prepare = (value: string) =>
      request({ ...common, scope: 'read', [option]: value } as never).prepare('s', 'https://shop.example/');
    const create = (value: string) =>
      new Client({
        ...common,
        provider,
        clientSecret: 'S3cret',
        [option]: value,
      } as unknown as ClientOptions);
    expect(() => create(good)).not.toThrow();
    const hosts = hostileTo(good).filter((each): each is string => typeof each === 'string' && each !== '');
    for (const value of hosts.filter(
      (each) => each !== good && (option !== 'resource' || each !== `${good}/`),
    )) {
      expect(() => create(value), `${provider} ${value}`).toThrow(`${option} must be `);
      expect(() => prepare(value), `${provider} ${value}`).toThrow(`${option} must be `);
    }
  }
  // A portal may be anywhere: it gets the visitor, and no secret. It is a plain host all the same.
  for (const domain of [
    'evil.example/x',
    'user@acme.bitrix24.com',
    'acme.bitrix24.com:1',
    '127.0.0.1',
    'localhost',
    '[::1]',
    'a b.example',
    'https://acme.bitrix24.com',
    'acme。bitrix24.com',
  ]) {
    expect(() => bitrix24({ ...common, domain }).prepare('s', 'https://shop.example/'), domain).toThrow(
      'domain must be',
    );
    const create = () =>
      new Client({ ...common, provider: 'bitrix24', clientSecret: 'S3cret', portals: [domain] });
    expect(create, domain).toThrow('portals must be');
  }
  for (const tenant of ['../evil', 'a/b', 'a?b', 'a#b', '@', '..']) {
    const options = { ...common, resource: 'https://acme.crm4.dynamics.com', tenant };
    expect(() => dynamics(options).prepare('s', 'https://shop.example/'), tenant).toThrow('tenant must be');
    expect(() => new Client({ ...options, provider: 'dynamics', clientSecret: 'S3cret' }), tenant).toThrow(
      'tenant must be',
    );
  }
  expect(amocrm({ clientId: 'a' }).isConsentOrigin('https://evil.example')).toBe(false);
});

test('a portal of one’s own gets tokens if the client names it, and none else', async ({ network }) => {
  const answer = { ...CATALOGUE_ROWS.bitrix24.answer, client_endpoint: 'https://crm.acme.example/rest/' };
  network.answer = answer;
  const own = new Client(clientOptions('bitrix24'));
  const tokens = await exchangeCode(
    own,
    await readAuthorizationResponse(responseQuery('bitrix24'), () => true, own),
  );
  expect(tokens.host).toBe('crm.acme.example');
  expect(new TokenSet(tokens.toRecord())).toEqual(tokens);
  const other = new Client(clientOptions('bitrix24', { portals: [] }));
  expect(await rejection(exchangeCode(other, { code: 'c', host: 'oauth.bitrix24.tech' }))).toMatchObject({
    code: 'invalid_response',
  });
  expect(await rejection(refreshTokens(other, tokens))).toMatchObject({ code: 'invalid_host' });
});
