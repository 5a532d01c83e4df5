import { expect } from '@playwright/test';
import { createHash, createHmac } from 'node:crypto';
import { SECRET } from '../server/fixtures.js';
import { startHoldingServer } from '../server/holding-server.js';
import { asked, ID, KOMMO_ACCOUNT, test, wordOf } from './fixtures.js';
import { findPhp } from './install.mjs';

test.skip(!findPhp(), 'PHP is missing');

const ACCOUNT = String(KOMMO_ACCOUNT);

/** The disconnect hook as the CRM signs it. */
function hookOf(clientId: string, secret: string, name = 'kommo'): string {
  const signature = createHmac('sha256', secret).update(`${clientId}|${ACCOUNT}`).digest('hex');
  const query = new URLSearchParams({ client_uuid: clientId, account_id: ACCOUNT, signature });
  return `/disconnected/${name}?${query.toString()}`;
}

interface Kept {
  tokens: { accessToken: string; refreshToken: string };
  credentials: { clientId: string; clientSecret: string };
}

for (const name of ['kommo', 'hubspot', 'pipedrive', 'dynamics', 'ringcentral', 'external']) {
  test(`${name}: a person connects, the site gets tokens and refreshes them, and it ends`, async ({
    php,
    user,
    other,
  }) => {
    const { id, ...connection } = await php.connect(user, name);
    expect(connection).toMatchObject({ client: name, status: 'connected', since: expect.any(Number) });
    expect(Object.keys(connection)).not.toEqual(expect.arrayContaining(['tokens']));
    const first = await php.call('accessToken', { user, id });
    expect(first.value).toMatch(/^.{16}/);
    expect(await php.call('accessToken', { user, id })).toEqual(first);
    expect(await php.call('accessToken', { user: other, id })).toEqual({ error: 'reconnect' });
    await php.call('expire', { id });
    const second = await php.call('accessToken', { user, id });
    expect(second.value).toMatch(/^.{16}/);
    expect(second.value).not.toBe(first.value);
    // The same person and account: the same connection.
    expect(await php.connect(user, name)).toMatchObject({ id });
    const remove = (who: string, headers: HeadersInit) =>
      php.as(who)(`/connections/${id}`, { method: 'DELETE', headers });
    expect((await remove(user, {})).status).toBe(403);
    expect((await remove(other, { 'x-crm-oauth': '1' })).status).toBe(404);
    expect((await remove(user, { 'x-crm-oauth': '1' })).status).toBe(204);
    expect(await php.connections(user)).toEqual([]);
    const told = (php.lines('told') as [string, string][]).filter(([, who]) => who === user);
    expect(told.map(([status]) => status)).toEqual(['connected', 'disconnected']);
  });
}

for (const name of ['dynamics', 'ringcentral']) {
  test(`${name}: the code verifier stays on the server until the code is exchanged`, async ({
    php,
    user,
  }) => {
    await php.connect(user, name);
    const paramsOf = (kind: string) => php.sandbox.requests.find(({ endpoint }) => endpoint === kind)!.params;
    const verifier = paramsOf('token').get('code_verifier')!;
    expect(verifier).toMatch(/^[\w-]{44}$/);
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    expect(paramsOf('authorization').get('code_challenge')).toBe(challenge);
  });
}

test('twenty processes that refresh at once send one request, and all get its token', async ({
  php,
  user,
}) => {
  const { id } = await php.connect(user, 'kommo');
  await php.call('expire', { id });
  const before = asked(php, 'token');
  const given = await Promise.all(Array.from({ length: 20 }, () => php.call('accessToken', { user, id })));
  expect(new Set(given.map(({ value }) => value)).size).toBe(1);
  expect(given[0]?.value).toMatch(/^.{16}/);
  expect(asked(php, 'token')).toBe(before + 1);
});

test('a redirect counts once, in its own session, and a planted one counts for nobody', async ({
  php,
  user,
  other,
}) => {
  const arrival = await php.authorize(user, 'kommo');
  expect(await wordOf(await php.as(undefined)(arrival))).toBe('login_required');
  expect(await wordOf(await php.as(other)(arrival))).toBe('state_mismatch');
  const robbed = new URL(arrival.href.replace('acme.kommo.com', 'evil.example'));
  expect(await wordOf(await php.as(user)(robbed))).toBe('invalid_referer');
  expect(asked(php, 'token')).toBe(0);
  const all = await Promise.all(
    Array.from({ length: 5 }, async () => {
      const url = await php.authorize(user, 'hubspot');
      return Promise.all([php.as(user)(url), php.as(user)(url)]);
    }),
  );
  for (const pair of all) {
    const words = await Promise.all(pair.map(wordOf));
    expect(words.filter(Boolean)).toEqual(['state_used']);
  }
  expect(await wordOf(await php.as(user)(arrival))).toBe('state_used');
  const [connection, ...more] = await php.connections(user);
  expect([connection?.client, more]).toEqual(['hubspot', []]);
});

test('what the CRM or this side has found reaches the page as one word', async ({ php, user }) => {
  const words: Record<string, string | undefined> = {};
  const arrive = async (change: (url: URL) => void, name = 'kommo') => {
    const url = await php.authorize(user, name);
    change(url);
    return wordOf(await php.as(user)(url));
  };
  words.guessed = await arrive((url) => url.searchParams.set('code', 'guessed'));
  words.twice = await arrive((url) => url.searchParams.append('code', 'b'));
  words.none = await arrive((url) => url.searchParams.delete('code'));
  words.listed = await arrive((url) => (url.search = url.search.replace('state=', 'state[]=')));
  words.denied = await arrive((url) => url.searchParams.set('error', 'access_denied'));
  words.unknown = await arrive((url) => url.searchParams.set('state', 'unknown'));
  words.mixed = await arrive((url) => (url.pathname = '/crm/callback/hubspot'));
  words.host = await arrive((url) => url.searchParams.set('referer', 'acme.kommo.com.evil.example'));
  words.id = await arrive((url) => url.searchParams.set('client_id', 'another'), 'external');
  words.offline = await arrive(() => php.sandbox.behave({ offline: true }));
  php.sandbox.behave({ offline: false });
  expect(words).toEqual({
    guessed: 'invalid_grant',
    twice: 'invalid_response',
    none: 'invalid_response',
    listed: 'state_mismatch',
    denied: 'access_denied',
    unknown: 'state_mismatch',
    mixed: 'state_mismatch',
    host: 'invalid_referer',
    id: 'secrets_missing',
    offline: 'unreachable',
  });
  expect(await php.connections(user)).toEqual([]);
});

test('a blocked account, a used refresh token and a lost CRM are told apart', async ({ php, user }) => {
  const { id } = await php.connect(user, 'kommo');
  const token = () => php.call('accessToken', { user, id });
  await php.call('expire', { id });
  php.sandbox.behave({ offline: true });
  expect(await token()).toEqual({ error: 'unreachable' });
  expect(await php.connections(user)).toMatchObject([{ status: 'connected' }]);
  php.sandbox.behave({ offline: false, account: 'blocked' });
  expect(await token()).toEqual({ error: 'reconnect' });
  expect(await php.connections(user)).toMatchObject([{ status: 'reconnect' }]);
  php.sandbox.behave({ account: 'active' });
  expect(await php.connect(user, 'kommo')).toMatchObject({ id, status: 'connected' });
});

test('secrets that the visitor has posted themselves connect nothing', async ({ php, user }) => {
  const { state } = (await (await php.as(user)('/state?provider=external')).json()) as { state: string };
  const post = (body: object) =>
    php.as(undefined)('/secrets/external', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const forged = { client_id: 'forged', client_secret: 'forged', state };
  expect((await post({ ...forged, state: 'unknown' })).status).toBe(403);
  expect((await post(forged)).status).toBe(200);
  expect((await post(forged)).status).toBe(409);
  for (const [clientId, word] of [
    ['forged', 'invalid_client'],
    ['another', 'state_used'],
  ] as const) {
    const query = new URLSearchParams({ code: 'c', state, referer: 'acme.kommo.com', client_id: clientId });
    expect(await wordOf(await php.as(user)(`/callback/external?${query.toString()}`))).toBe(word);
  }
});

test('a widget’s install waits for the person whom a one-time token names', async ({ php, user, other }) => {
  expect(await php.sandbox.installWidget(ID, KOMMO_ACCOUNT)).toBe(200);
  const token = php.sandbox.oneTimeToken(ID, KOMMO_ACCOUNT);
  const foreign = php.sandbox.oneTimeToken(ID, KOMMO_ACCOUNT, { aud: 'https://evil.example' });
  expect(await php.call('claim', { user: other, token: foreign })).toEqual({ error: 'invalid_token' });
  expect(await php.call('claim', { user: other, token: `${token}A` })).toEqual({ error: 'invalid_token' });
  await expect
    .poll(() => php.call('claim', { user, token }))
    .toMatchObject({ value: { account: ACCOUNT, host: 'acme.kommo.com' } });
  expect(await php.call('claim', { user: other, token })).toEqual({ value: null });
  expect(await php.connections(user)).toMatchObject([{ status: 'connected' }]);
});

test('an install is answered in time where the CRM takes longer, and is kept all the same', async ({
  php,
  user,
}) => {
  let finish!: () => void;
  const held = new Promise<void>((resolve) => (finish = resolve));
  const holding = await startHoldingServer();
  holding.target = php.sandbox.url;
  holding.hold = (path) => path.includes('access_token') && held;
  php.put('server', holding.url);
  const token = php.sandbox.oneTimeToken(ID, KOMMO_ACCOUNT);
  const claim = () => php.call('claim', { user, token });
  try {
    // The sandbox waits 3 seconds, as the CRM does.
    expect(await php.sandbox.installWidget(ID, KOMMO_ACCOUNT)).toBe(200);
    expect(await claim()).toEqual({ value: null });
  } finally {
    php.put('server', undefined);
    finish();
  }
  await expect.poll(claim).toMatchObject({ value: { account: ACCOUNT } });
  holding.close();
});

test('an install that is none brings nothing, and the CRM’s own refusal comes after the answer', async ({
  php,
}) => {
  for (const [query, status, text] of [
    ['referer=acme.kommo.com&client_id=shop-id', 403, 'invalid_response'],
    ['code=guessed&referer=evil.example&client_id=shop-id', 403, 'invalid_referer'],
    ['code=guessed&referer=acme.kommo.com&client_id=other', 403, 'invalid_response'],
    ['code=a&code=b&referer=acme.kommo.com&client_id=shop-id', 403, 'invalid_response'],
    ['code=guessed&referer=acme.kommo.com&client_id=shop-id', 200, 'ok'],
  ] as const) {
    const response = await php.as(undefined)(`/callback/kommo?from_widget=1&${query}`);
    expect([response.status, await response.text()], query).toEqual([status, text]);
  }
  await expect
    .poll(() => (php.lines('errors') as { code: string }[]).map(({ code }) => code))
    .toContain('invalid_grant');
});

test('what was disconnected at the CRM is disconnected, and a hook that is sent again is not believed', async ({
  php,
  user,
}) => {
  const { id } = await php.connect(user, 'kommo');
  const again = await php.as(undefined)(hookOf(ID, SECRET));
  expect([again.status, await again.text()]).toEqual([200, 'ok']);
  expect(await php.connections(user)).toMatchObject([{ id, status: 'connected' }]);
  for (const path of [
    hookOf(ID, 'another'),
    hookOf('another', SECRET),
    // Signed with nothing, for an integration that is nobody's.
    hookOf('another', ''),
    hookOf(ID, SECRET).replace(/signature=.*/, 'signature='),
    hookOf(ID, SECRET).slice(0, -1),
    hookOf(ID, SECRET).replace('signature=', 'signature[]='),
    hookOf(ID, SECRET, 'external'),
  ]) {
    const response = await php.as(undefined)(path);
    expect([response.status, await response.text()], path).toEqual([403, 'invalid_signature']);
  }
  expect(await php.sandbox.disconnect(ID, KOMMO_ACCOUNT)).toBe(200);
  expect(await php.connections(user)).toMatchObject([{ id, status: 'disconnected' }]);
  expect(await php.call('accessToken', { user, id })).toEqual({ error: 'reconnect' });
});

test('the secret of one consent’s integration speaks for its own connections alone', async ({
  php,
  user,
  other,
}) => {
  const credentialsOf = async (who: string) => {
    const { id } = await php.connect(who, 'external');
    return ((await php.call('record', { id })).value as Kept).credentials;
  };
  const [own, theirs] = [await credentialsOf(user), await credentialsOf(other)];
  await php.sandbox.disconnect(own.clientId, KOMMO_ACCOUNT);
  await php.sandbox.disconnect(theirs.clientId, KOMMO_ACCOUNT);
  const send = (clientId: string) => php.as(undefined)(hookOf(clientId, own.clientSecret, 'external'));
  expect((await send(theirs.clientId)).status).toBe(403);
  expect((await send(own.clientId)).status).toBe(200);
  expect(await php.connections(user)).toMatchObject([{ status: 'disconnected' }]);
  expect(await php.connections(other)).toMatchObject([{ status: 'connected' }]);
});

test('an app that was uninstalled is disconnected, once the notice has shown the secret', async ({
  php,
  user,
}) => {
  await php.connect(user, 'pipedrive');
  const body = JSON.stringify({ client_id: ID, company_id: 7654321 });
  for (const credentials of ['', `${ID}:`, `${ID}:another`, `another:${SECRET}`]) {
    const headers = { authorization: `Basic ${btoa(credentials)}` };
    const response = await php.as(user)('/callback/pipedrive', { method: 'DELETE', headers, body });
    expect([response.status, await response.text()]).toEqual([403, 'invalid_signature']);
  }
  expect(await php.connections(user)).toMatchObject([{ status: 'connected' }]);
  expect(await php.sandbox.uninstall('pipedrive', ID, '7654321')).toBe(200);
  expect(await php.connections(user)).toMatchObject([{ status: 'disconnected' }]);
});

test('a long-lived token connects the account that the CRM names', async ({ php, user }) => {
  const accessToken = php.sandbox.longLivedToken(ID, KOMMO_ACCOUNT);
  const given = { user, host: 'acme.kommo.com', accessToken };
  const { value } = (await php.call('setToken', given)) as { value: { id: string } };
  expect(value).toMatchObject({ account: ACCOUNT, accountName: 'Acme Trading' });
  expect(await php.call('accessToken', { user, id: value.id })).toEqual({ value: accessToken });
  for (const [change, error] of [
    [{ accessToken: 'guessed' }, 'access_denied'],
    [{ host: 'evil.example' }, 'invalid_referer'],
    [{ client: 'external' }, 'InvalidArgumentException'],
    [{ accessToken: 'two words' }, 'InvalidArgumentException'],
    [{ user: '' }, 'InvalidArgumentException'],
  ] as const) {
    expect(await php.call('setToken', { ...given, ...change }), error).toEqual({ error });
  }
});
