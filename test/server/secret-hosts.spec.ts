import { expect } from '@playwright/test';
import {
  CallbackError,
  Client,
  exchangeCode,
  forgetDisconnected,
  MemoryTokenStore,
  oauth2Tokens,
  readAuthorizationResponse,
  refreshTokens,
  ringcentralTokens,
  type TokenEndpoint,
  TokenSet,
} from '../../src/server.js';
import { hostileTo } from './hostile.js';
import { everyView, polluted, rejection, SECRET, sendJson, test, TOKENS } from './fixtures.js';

const settings = { clientId: 'id', clientSecret: SECRET, redirectUri: 'https://shop.example/' };
/** A definition whose author has forgotten the anchors, and lets anything stand in front. */
const loose: TokenEndpoint = {
  ...oauth2Tokens({ tokenEndpoint: 'https://crm.example/token' }),
  provider: 'loose',
  hosts: { parameter: 'domain', pattern: /x|.+\.crm\.example/ },
  tokenUrl: 'https://{host}/token',
};

/** Of each provider a host that gets the secret, and its client. */
const PROVIDERS: Readonly<
  Record<string, readonly [host: string, provider: TokenEndpoint | 'kommo' | 'amocrm']>
> = {
  kommo: ['acme.kommo.com', 'kommo'],
  amocrm: ['acme.amocrm.ru', 'amocrm'],
  ringcentral: ['platform.ringcentral.com', ringcentralTokens()],
  'ringcentral’s other platform': [
    'platform.devtest.ringcentral.com',
    ringcentralTokens({ server: 'https://platform.devtest.ringcentral.com' }),
  ],
  oauth2: ['id.crm.example', oauth2Tokens({ tokenEndpoint: 'https://id.crm.example/token' })],
  'oauth2 on a port': [
    'id.crm.example:8443',
    oauth2Tokens({ tokenEndpoint: 'https://id.crm.example:8443/token' }),
  ],
  'a loose definition': ['acme.crm.example', loose],
};

for (const [name, [good, provider]] of Object.entries(PROVIDERS)) {
  const client = new Client({ provider, ...settings });

  test(`${name}: the secret goes to ${good}`, async ({ fetched }) => {
    globalThis.fetch = (input) => {
      fetched.push(new URL(new Request(input).url).host);
      return Promise.resolve(Response.json(TOKENS));
    };
    const query = new URLSearchParams({ code: 'c', state: 's', referer: good, domain: good });
    const response = await readAuthorizationResponse(query, () => true, client);
    expect(response).toMatchObject({ host: good, provider: client.tokenEndpoint.provider });
    const tokens = await exchangeCode(client, response);
    await refreshTokens(client, tokens);
    expect(fetched).toEqual([good, good]);
    expect([tokens.host, tokens.provider]).toEqual([good, client.tokenEndpoint.provider]);
  });

  test(`${name}: no request to a host that is none of the provider’s`, async ({ fetched, vendor }) => {
    for (const host of hostileTo(good) as string[]) {
      for (const options of [{}, { server: vendor.url }]) {
        const error = await rejection(exchangeCode(client, { code: 'c', host }, options));
        expect(error, host).toMatchObject({
          name: 'CallbackError',
          code: expect.stringMatching(/^invalid_(referer|host|domain)$/),
        });
        expect(everyView(error)).not.toContain('S3cret');
      }
    }
    expect(fetched).toEqual([]);
    expect(vendor.bodies).toEqual([]);
  });

  test(`${name}: no response with a hostile host, or with two, is read`, async () => {
    const { hosts } = client.tokenEndpoint;
    const parameter = 'parameter' in hosts ? hosts.parameter : undefined;
    const read = (query: string) =>
      readAuthorizationResponse(`/?code=c&state=s&${query}`, () => true, client);
    for (const host of hostileTo(good).filter((each) => typeof each === 'string')) {
      const query = new URLSearchParams({ [parameter ?? 'referer']: host, host, iss: host }).toString();
      // Without a host of its own, the response has no say in it.
      if (!parameter) expect(await read(query)).toMatchObject({ host: good });
      else expect(await rejection(read(query)), host).toMatchObject({ code: `invalid_${parameter}` });
    }
    if (!parameter) return;
    const twice = await rejection(read(`${parameter}=${good}&${parameter}=${good}`));
    expect(twice).toMatchObject({ code: 'invalid_response' });
  });
}

test('tokens of one provider are not refreshed at another, whatever their record says', async ({
  fetched,
}) => {
  const entries = ['kommo', 'ringcentral', 'oauth2', 'oauth2 on a port'].map((name) => PROVIDERS[name]!);
  for (const [host] of entries) {
    for (const [own, provider] of entries.filter(([other]) => other !== host)) {
      const client = new Client({ provider, ...settings });
      const record = {
        provider: 'made up',
        host,
        accessToken: 'a',
        refreshToken: 'r',
        issuedAt: 0,
        expiresAt: 0,
      };
      const error = await rejection(refreshTokens(client, new TokenSet(record)));
      expect(error, `${host} by ${own}`).toMatchObject({ name: 'CallbackError' });
    }
  }
  expect(fetched).toEqual([]);
});

test('a record with a host that is none of its provider’s is no record', () => {
  const [accessToken, refreshToken, issuedAt, expiresAt] = ['a', 'r', 0, 0] as const;
  const load = (provider: string | undefined, host: unknown) =>
    new TokenSet({ provider, host: host as string, accessToken, refreshToken, issuedAt, expiresAt });
  const recorded = { kommo: 'kommo', amocrm: 'amocrm', ringcentral: 'ringcentral' };
  for (const [name, provider] of Object.entries(recorded)) {
    const [good] = PROVIDERS[name]!;
    expect(load(provider, good).host).toBe(good);
    for (const host of hostileTo(good))
      expect(() => load(provider, host), String(host)).toThrow(CallbackError);
  }
  for (const provider of ['oauth2', 'acme']) {
    for (const host of ['id.example', 'localhost:3000', 'id.example:443', '127.0.0.1:8080', '[::1]:8080']) {
      expect(load(provider, host).host).toBe(host);
    }
    for (const host of [
      '',
      7,
      null,
      'a@b',
      'a/b',
      'a?b',
      'a#b',
      'a b',
      'A.example',
      'a\\b',
      ['a.example'],
      'a:x',
    ]) {
      expect(() => load(provider, host), String(host)).toThrow('The record holds no host.');
    }
  }
});

test('a host that a token response names changes nothing', async ({ vendor }) => {
  const hosts = [
    'host',
    'api_domain',
    'instance_url',
    'referer',
    'domain',
    'server_endpoint',
    'token_endpoint',
  ];
  const named = Object.fromEntries(hosts.map((name) => [name, 'https://evil.example']));
  vendor.answer = (_, response) =>
    sendJson(response, 200, { ...TOKENS, ...named, provider: 'oauth2', issuer: 'https://evil.example' });
  for (const [host, provider] of Object.values(PROVIDERS)) {
    const client = new Client({ provider, ...settings });
    const issued = await exchangeCode(client, { code: 'c', host }, { server: vendor.url });
    const tokens = await refreshTokens(client, issued, { server: vendor.url });
    expect(tokens).toMatchObject({ host, provider: client.tokenEndpoint.provider });
    expect(JSON.stringify(tokens.toRecord())).not.toContain('evil');
  }
});

test('a definition cannot send a secret past its own hosts', async ({ fetched }) => {
  for (const tokenUrl of [
    'https://evil.example/{host}',
    'https://evil.example/?{host}',
    'https://{host}.evil.example/token',
    'https://{host}@evil.example/token',
    'https://{host}:8443/token',
    'http://{host}/token',
    '{host}',
  ]) {
    const client = new Client({ provider: { ...loose, tokenUrl }, ...settings });
    const error = await rejection(exchangeCode(client, { code: 'c', host: 'acme.crm.example' }));
    expect(error, tokenUrl).toBeInstanceOf(TypeError);
  }
  expect(fetched).toEqual([]);
});

for (const tokenEndpoint of [
  'http://id.example/token',
  'http://localhost:x@evil.example/token',
  'https://user:secret@id.example/token',
  'https://id.example/token#x',
  'ftp://id.example/token',
  '/token',
  '',
]) {
  test(`“${tokenEndpoint}” is no token endpoint`, () => {
    expect(() => oauth2Tokens({ tokenEndpoint })).toThrow(/^tokenEndpoint must /);
  });
}

test('a provider that nobody named, or that every object has inherited, gets nothing', async ({
  fetched,
}) => {
  for (const provider of ['oauth2', 'acme', '', 'toString', '__proto__', {}, null] as never[]) {
    expect(() => new Client({ provider, ...settings })).toThrow(
      'provider must be kommo, amocrm, ringcentral, hubspot,',
    );
  }
  globalThis.fetch = (input) => {
    fetched.push(new URL(new Request(input).url).host);
    return Promise.resolve(Response.json(TOKENS));
  };
  const evil = oauth2Tokens({ tokenEndpoint: 'https://evil.example/token' });
  await polluted({ ...evil, provider: evil, evil, codeVerifier: 'v'.repeat(43) }, async () => {
    const client = new Client(settings);
    const response = await readAuthorizationResponse(
      '/?code=c&state=s&referer=acme.kommo.com',
      () => true,
      client,
    );
    await exchangeCode(client, response);
    expect(() => new Client({ provider: 'evil' as 'kommo', ...settings })).toThrow('provider must be');
  });
  expect(fetched).toEqual(['acme.kommo.com']);
});

test('a secret that is needed, and one that is not', () => {
  const [clientId, redirectUri] = ['id', 'https://shop.example/'];
  const none = oauth2Tokens({ tokenEndpoint: 'https://id.example/token', clientAuthentication: 'none' });
  const basic = oauth2Tokens({ tokenEndpoint: 'https://id.example/token', clientAuthentication: 'basic' });
  expect(new Client({ provider: none, clientId, redirectUri }).clientSecret).toBeUndefined();
  expect(() => new Client({ provider: none, ...settings })).toThrow('leave clientSecret out');
  for (const provider of [basic, 'kommo'] as const) {
    expect(() => new Client({ provider, clientId, redirectUri })).toThrow('A client needs its clientSecret.');
  }
  // An environment variable that is set to nothing is a mistake, no public client.
  const empty = { provider: 'ringcentral', clientId, clientSecret: '', redirectUri } as const;
  expect(() => new Client(empty)).toThrow('A client needs its clientSecret.');
});

test('Kommo gets no code verifier, and a server of which nothing is known is not asked about a disconnection', async ({
  fetched,
}) => {
  const provider = oauth2Tokens({ tokenEndpoint: 'https://id.example/token' });
  const [client, other] = [new Client(settings), new Client({ provider, ...settings })];
  const response = { code: 'c', host: 'acme.kommo.com' };
  const error = await rejection(exchangeCode(client, response, { codeVerifier: 'v'.repeat(43) }));
  expect(String(error)).toBe('TypeError: kommo takes no code verifier: leave codeVerifier out.');
  const forgotten = forgetDisconnected('a', { client: other, store: new MemoryTokenStore() });
  expect(await rejection(forgotten)).toBeInstanceOf(TypeError);
  expect(fetched).toEqual([]);
});

test('no error shows what was sent, in whichever form a server echoes it', async ({ vendor }) => {
  const secret = `${SECRET} +/%&="`;
  const codeVerifier = 'verifier-which-nobody-may-see-0123456789-0123';
  const response = { code: 'code-which-nobody-may-see', host: 'id.crm.example' };
  for (const clientAuthentication of ['basic', 'body'] as const) {
    const provider = oauth2Tokens({ tokenEndpoint: 'https://id.crm.example/token', clientAuthentication });
    const client = new Client({ provider, ...settings, clientSecret: secret });
    expect(everyView(client)).not.toContain('S3cret');
    for (const echo of [(text: string) => text, decodeURIComponent, JSON.stringify]) {
      vendor.answer = ({ headers }, answer, body) => {
        const text = echo(`${headers.authorization} ${atob(headers.authorization?.slice(6) ?? '')} ${body}`);
        sendJson(answer, 400, { error: 'invalid_request', error_description: text });
      };
      const error = await rejection(exchangeCode(client, response, { server: vendor.url, codeVerifier }));
      expect(error).toMatchObject({ code: 'invalid_request' });
      const views = everyView(error);
      expect(views).toContain('[redacted]');
      expect(views).not.toMatch(/S3cret|nobody-may-see/);
      expect(views).not.toContain(btoa(`id:${new URLSearchParams({ '': secret }).toString().slice(1)}`));
    }
  }
});
