import { expect } from '@playwright/test';
import {
  Client,
  exchangeCode,
  fetchAccount,
  freshTokens,
  MemoryTokenStore,
  readAuthorizationResponse,
  refreshTokens,
  revokeTokens,
  TokenSet,
} from '../../src/server.js';
import {
  CATALOGUE_NAMES,
  CATALOGUE_ROWS,
  type CatalogueName,
  clientOptions,
  REDIRECT_URI,
  responseQuery,
  VERIFIER,
} from './catalogue.js';
import { rejection, test } from './fixtures.js';

interface Sent {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: string;
}

/** Answers in the vendor's place, and records what would have gone there. */
function answerWith(answers: readonly (readonly [status: number, body: unknown])[]): Sent[] {
  const sent: Sent[] = [];
  globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const [status, body] = answers[Math.min(sent.length, answers.length - 1)]!;
    sent.push({
      url: request.url,
      method: request.method,
      headers: request.headers,
      body: await request.text(),
    });
    return new Response(body === undefined ? null : JSON.stringify(body), { status });
  };
  return sent;
}

/** The fields of a token request, wherever they are. */
function fieldsOf({ url, body, headers }: Sent): Record<string, string> {
  if (headers.get('content-type')?.includes('json')) return JSON.parse(body) as Record<string, string>;
  return Object.fromEntries(new URLSearchParams(body || new URL(url).search));
}

const withVerifier = (name: CatalogueName) =>
  CATALOGUE_ROWS[name].pkce === 'never' ? {} : { codeVerifier: VERIFIER };

async function obtain(name: CatalogueName, client: Client): Promise<TokenSet> {
  const response = await readAuthorizationResponse(responseQuery(name), () => true, client);
  return exchangeCode(client, response, withVerifier(name));
}

test.describe.configure({ mode: 'parallel' });
const { fetch } = globalThis;
test.afterEach(() => {
  globalThis.fetch = fetch;
});

for (const name of CATALOGUE_NAMES) {
  const row = CATALOGUE_ROWS[name];
  const { exchange, answer, account, revocation, refusal } = row;
  const client = new Client(clientOptions(name));
  const credentials = { client_id: 'an-id', client_secret: 'S3cret-which-nobody-may-see' };
  const expectForm = ({ url, method, headers, body }: Sent) => {
    expect([method, url.replace(/\?.*/, '')]).toEqual([exchange.method, exchange.url]);
    const type = { form: 'application/x-www-form-urlencoded', json: 'application/json', query: null }[
      exchange.type
    ];
    expect(headers.get('content-type')).toBe(type);
    expect(headers.get('accept')).toBe('application/json');
    expect(new URL(url).search !== '').toBe(exchange.type === 'query');
    expect(body === '').toBe(exchange.type === 'query');
    const basic = `Basic ${btoa(`${credentials.client_id}:${credentials.client_secret}`)}`;
    expect(headers.get('authorization')).toBe(exchange.by === 'basic' ? basic : null);
  };
  const shown = exchange.by === 'basic' ? {} : credentials;

  test(`${name}: the code is exchanged as its documents have it`, async () => {
    const sent = answerWith([[exchange.type === 'json' ? 201 : 200, answer]]);
    const tokens = await obtain(name, client);
    expect(sent).toHaveLength(1);
    expectForm(sent[0]!);
    expect(fieldsOf(sent[0]!)).toEqual({
      grant_type: 'authorization_code',
      code: 'a-code',
      ...shown,
      ...exchange.more,
      ...(exchange.redirectUri !== 'never' && { redirect_uri: REDIRECT_URI }),
      ...(row.pkce !== 'never' && { code_verifier: VERIFIER }),
    });
    expect(tokens).toMatchObject({ provider: name, host: row.apiHost });
    expect(tokens.accessToken).toBe('access-which-nobody-may-see');
    expect(tokens.refreshToken).toBe(answer.refresh_token);
    expect(new TokenSet(tokens.toRecord())).toEqual(tokens);
    // No end where the vendor has none; where it has one but does not say so, its documents do.
    const isEndless = answer.expires_in === undefined && name !== 'monday';
    expect(tokens.expiresAt === Infinity).toBe(isEndless);
  });

  test(`${name}: a refresh is sent as its documents have it`, async () => {
    const withoutNew = { ...answer, refresh_token: undefined };
    const sent = answerWith([
      [200, answer],
      [200, withoutNew],
    ]);
    const tokens = await obtain(name, client);
    if (!answer.refresh_token) {
      expect(await rejection(refreshTokens(client, tokens))).toMatchObject({ code: 'invalid_grant' });
      expect(sent).toHaveLength(1);
      // Tokens without a refresh token, and without an end, are good as they are.
      const store = new MemoryTokenStore();
      store.set('a', tokens);
      expect(await freshTokens('a', { client, store })).toBe(tokens);
      return;
    }
    const refreshed = await refreshTokens(client, tokens);
    expectForm(sent[1]!);
    expect(fieldsOf(sent[1]!)).toEqual({
      grant_type: 'refresh_token',
      refresh_token: 'refresh-which-nobody-may-see',
      ...shown,
      ...exchange.more,
      ...(exchange.redirectUri === 'always' && { redirect_uri: REDIRECT_URI }),
    });
    // RFC 6749, section 6: the old one stays.
    expect(refreshed.refreshToken).toBe(tokens.refreshToken);
    expect(refreshed.host).toBe(row.apiHost);
  });

  test(`${name}: a code that is not good any more is invalid_grant, and the error is silent about it`, async () => {
    answerWith([[refusal.status, { ...refusal.body, echo: 'a-code' }]]);
    const error = await rejection(obtain(name, client));
    expect(error).toMatchObject({
      name: 'TokenError',
      code: 'invalid_grant',
    });
    expect(String(error)).not.toMatch(/a-code|S3cret/);
  });

  test(`${name}: the account is what the CRM says it is`, async () => {
    const sent = answerWith([
      [200, answer],
      [200, account.answer],
    ]);
    const tokens = await obtain(name, client);
    expect(await fetchAccount(client, tokens)).toEqual({ id: account.id, name: account.name });
    expect(sent[1]?.url).toBe(account.url);
    if (!sent[1]) return;
    expect(sent[1].method).toBe(account.method ?? 'GET');
    expect(sent[1].headers.get('authorization')).toBe(
      account.authorization ?? `Bearer ${tokens.accessToken}`,
    );
    expect(`${sent[1].url} ${sent[1].body}`).not.toMatch(/S3cret|nobody-may-see/);
    for (const [status, body, code] of [
      [401, {}, 'access_denied'],
      [200, {}, 'invalid_response'],
      [200, { data: null, records: [], org: 7, id: {} }, 'invalid_response'],
    ] as const) {
      answerWith([[status, body]]);
      expect(await rejection(fetchAccount(client, tokens))).toMatchObject({ code });
    }
  });

  test(`${name}: its grant ends where the vendor has a way`, async () => {
    const sent = answerWith([
      [200, answer],
      [200, undefined],
    ]);
    const tokens = await obtain(name, client);
    expect(await revokeTokens(client, tokens)).toBe(Boolean(revocation));
    expect([sent[1]?.method, sent[1]?.url]).toEqual([revocation?.method, revocation?.url]);
    if (!sent[1]) return;
    const isBearer = revocation?.by === 'bearer';
    if (isBearer) {
      expect(sent[1].headers.get('authorization')).toBe(`Bearer ${tokens.accessToken}`);
      expect(sent[1].body).toBe('');
    } else expect(fieldsOf(sent[1])).toEqual({ token: tokens.refreshToken ?? tokens.accessToken, ...shown });
    answerWith([[isBearer ? 401 : 400, { error: 'invalid_token' }]]);
    expect(await revokeTokens(client, tokens), 'it has ended before').toBe(true);
    answerWith([[503, { error_description: `${tokens.accessToken} ${tokens.refreshToken}` }]]);
    const error = await rejection(revokeTokens(client, tokens));
    expect(error).toMatchObject({ name: 'TokenError', code: 'server_error' });
    expect(String(error)).not.toContain('nobody-may-see');
  });

  test(`${name}: PKCE is ${row.pkce === 'never' ? 'not taken' : row.pkce === 'must' ? 'needed' : 'taken'}`, async () => {
    const sent = answerWith([[200, answer]]);
    const response = await readAuthorizationResponse(responseQuery(name), () => true, client);
    const withIt = exchangeCode(client, response, { codeVerifier: VERIFIER });
    const without = () => exchangeCode(client, response);
    if (row.pkce === 'never') expect(await rejection(withIt)).toBeInstanceOf(TypeError);
    else await withIt;
    if (row.pkce === 'must') expect(await rejection(without())).toBeInstanceOf(TypeError);
    else await without();
    expect(sent).toHaveLength(row.pkce === 'may' ? 2 : 1);
  });
}
