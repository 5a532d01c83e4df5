import { expect } from '@playwright/test';
import {
  awaitSecrets,
  createSignedState,
  issueState,
  findState,
  findSignedState,
  MemorySecretsStore,
  MemoryStateStore,
  receiveSecrets,
} from '../../src/server.js';
import { everyView, polluted, rejection, SECRET, test } from './fixtures.js';

const redirectUri = 'https://shop.example/callback';
const fields = { client_id: 'new', client_secret: SECRET };
const FORM = 'application/x-www-form-urlencoded';

async function newSite() {
  const states = new MemoryStateStore();
  const store = new MemorySecretsStore();
  const state = await issueState('me', { store: states });
  const find = (given: string) => findState(given, { store: states });
  const post = (body: BodyInit | null, type: string | undefined = 'application/json', method = 'POST') => {
    const headers: HeadersInit = type ? { 'content-type': type } : {};
    const request = new Request('https://shop.example/secrets', { method, headers, body });
    return receiveSecrets(request, { store, find });
  };
  return { state, store, post, states };
}

for (const [type, encode] of [
  ['application/json', JSON.stringify],
  ['application/json; charset=utf-8', JSON.stringify],
  ['Application/JSON', JSON.stringify],
  ['application/x-www-form-urlencoded', (body) => new URLSearchParams(body).toString()],
  ['application/x-www-form-urlencoded;charset=UTF-8', (body) => new URLSearchParams(body).toString()],
] as [string, (body: Record<string, string>) => string][]) {
  test(`secrets as ${type} are answered with exactly 200, and collected once`, async () => {
    const { state, store, post } = await newSite();
    const response = await post(encode({ ...fields, state }), type);
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const client = await awaitSecrets({ state, clientId: 'new' }, { store, redirectUri });
    expect(client).toMatchObject({ clientId: 'new', clientSecret: SECRET, redirectUri });
    expect(everyView(client)).not.toContain(SECRET);
    const again = awaitSecrets({ state, clientId: 'new' }, { store, redirectUri, timeout: 0 });
    expect(await rejection(again)).toMatchObject({ code: 'secrets_missing' });
  });
}

test('secrets that come after the visitor are waited for', async () => {
  const { state, store, post } = await newSite();
  const client = awaitSecrets({ state, clientId: 'new' }, { store, redirectUri });
  await new Promise((resolve) => setTimeout(resolve, 250));
  await post(JSON.stringify({ ...fields, state }));
  expect(await client).toMatchObject({ clientSecret: SECRET });
});

test('secrets that never come, and those of another integration', async () => {
  const { state, store, post } = await newSite();
  const options = { store, redirectUri, timeout: 150 };
  const missing = { name: 'CallbackError', code: 'secrets_missing' };
  expect(await rejection(awaitSecrets({ state, clientId: 'new' }, options))).toMatchObject(missing);
  expect(await rejection(awaitSecrets({ state, clientId: undefined }, options))).toMatchObject(missing);
  await post(JSON.stringify({ ...fields, state }));
  const other = await rejection(awaitSecrets({ state, clientId: 'other' }, options));
  expect(other).toMatchObject(missing);
  expect(everyView(other)).not.toContain(SECRET);
});

test('a second delivery is refused, before the first was collected and after', async () => {
  const { state, store, post } = await newSite();
  const first = JSON.stringify({ ...fields, state });
  const second = JSON.stringify({ client_id: 'evil', client_secret: 'evil', state });
  expect((await post(first)).status).toBe(200);
  expect((await post(first)).status).toBe(409);
  expect((await post(second)).status).toBe(409);
  const client = await awaitSecrets({ state, clientId: 'new' }, { store, redirectUri });
  expect(client.clientSecret).toBe(SECRET);
  expect((await post(second)).status).toBe(409);
  const again = awaitSecrets({ state, clientId: 'evil' }, { store, redirectUri, timeout: 0 });
  expect(await rejection(again)).toMatchObject({ code: 'secrets_missing' });
});

test('of two deliveries at the same time one counts', async () => {
  const { state, post } = await newSite();
  const body = JSON.stringify({ ...fields, state });
  const statuses = (await Promise.all([post(body), post(body), post(body)])).map(({ status }) => status);
  expect(statuses.sort()).toEqual([200, 409, 409]);
});

test('what is not a delivery is refused, and keeps the state good for one', async () => {
  const { state, post } = await newSite();
  const whole = { ...fields, state };
  const json = JSON.stringify(whole);
  const refused: [number, BodyInit | null, string?][] = [
    [403, JSON.stringify({ ...whole, state: 'made-up' })],
    [400, JSON.stringify({ ...whole, state: undefined })],
    [400, JSON.stringify({ ...whole, state: '' })],
    [400, JSON.stringify({ ...whole, state: [state] })],
    [400, JSON.stringify({ ...whole, client_secret: '' })],
    [400, JSON.stringify({ ...whole, client_secret: { toString: 'x' } })],
    [400, JSON.stringify({ ...whole, client_id: 7 })],
    ...['client_id', 'client_secret', 'state'].flatMap((name): [number, string, string?][] => [
      [400, JSON.stringify({ ...whole, [name]: 'x'.repeat(513) })],
      [400, new URLSearchParams({ ...whole, [name]: 'x'.repeat(513) }).toString(), FORM],
      [400, JSON.stringify({ ...whole, [name]: 'a\nb' })],
      [400, JSON.stringify({ ...whole, [name]: 'é' })],
      [400, `${new URLSearchParams(whole).toString()}&${name}=${encodeURIComponent(whole.state)}`, FORM],
    ]),
    [400, JSON.stringify([whole])],
    [400, JSON.stringify({ __proto__: null, constructor: whole })],
    [400, `{"__proto__":${json}}`],
    [400, 'null'],
    [400, '"text"'],
    [400, '{'],
    [400, ''],
    [400, `__proto__=a&${new URLSearchParams({ ...whole, client_id: '' }).toString()}`, FORM],
    [400, json, FORM],
    [413, JSON.stringify({ ...whole, padding: 'x'.repeat(16_384) })],
    [413, ' '.repeat(20_000_000)],
    [415, json, 'text/plain'],
    [415, json, 'constructor'],
    [415, json, 'application/json\u00a0'],
    [415, new Blob([json])],
  ];
  for (const [status, body, type = body instanceof Blob ? '' : undefined] of refused) {
    const response = await post(body, type);
    expect(response.status, typeof body === 'string' ? body.slice(0, 80) : type).toBe(status);
    expect(await response.text()).not.toContain(SECRET);
  }
  for (const method of ['GET', 'HEAD', 'PUT', 'DELETE']) {
    const response = await post(null, undefined, method);
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
  }
  expect((await post(json)).status).toBe(200);
});

test('a field may have 512 characters', async () => {
  const { post, store, state } = await newSite();
  const secret = 'x'.repeat(512);
  expect((await post(JSON.stringify({ client_id: 'new', client_secret: secret, state }))).status).toBe(200);
  const client = await awaitSecrets({ state, clientId: 'new' }, { store, redirectUri });
  expect(client.clientSecret).toBe(secret);
});

for (const [type, encode] of [
  ['application/json', JSON.stringify],
  [FORM, (body) => new URLSearchParams(body).toString()],
] as [string, (body: Record<string, string>) => string][]) {
  test(`what a polluted prototype holds was not delivered as ${type}`, async () => {
    const { post, state } = await newSite();
    const whole: Record<string, string> = { ...fields, state };
    for (const name of Object.keys(whole)) {
      const { [name]: missing, ...rest } = whole;
      const { status } = await polluted({ [name]: missing }, () => post(encode(rest), type));
      expect(status, name).toBe(400);
    }
    expect((await post(encode(whole), type)).status).toBe(200);
  });
}

test('a body without an end is not read to its end', async () => {
  const { post } = await newSite();
  let pulled = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      pulled += 1024;
      controller.enqueue(new Uint8Array(1024));
    },
  });
  const request = new Request('https://shop.example/secrets', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: endless,
    duplex: 'half',
  } as RequestInit);
  const options = { store: new MemorySecretsStore(), find: () => ({ owner: 'me', remaining: 1000 }) };
  expect((await receiveSecrets(request, options)).status).toBe(413);
  expect(pulled).toBeLessThan(40_000);
  expect((await post('{')).status).toBe(400);
});

test('signed states work as well, without any cookie', async () => {
  const key = crypto.getRandomValues(new Uint8Array(32));
  const { state } = await createSignedState(null, { key });
  const store = new MemorySecretsStore();
  const deliver = (given: string) =>
    receiveSecrets(
      new Request('https://shop.example/secrets', {
        method: 'POST',
        body: new URLSearchParams({ ...fields, state: given }),
      }),
      { store, find: (each) => findSignedState(each, { key }) },
    );
  expect((await deliver(`x${state.slice(1)}`)).status).toBe(403);
  expect((await deliver(state)).status).toBe(200);
  expect((await deliver(state)).status).toBe(409);
});

test('a store that fails is the framework’s matter: 500, and the CRM aborts', async () => {
  const { state, states } = await newSite();
  const request = new Request('https://shop.example/secrets', {
    method: 'POST',
    body: new URLSearchParams({ ...fields, state }),
  });
  const store = {
    deliver: () => Promise.reject(new Error('The disk is full.')),
    collect: () => undefined,
  };
  const delivery = receiveSecrets(request, {
    store,
    find: (given) => findState(given, { store: states }),
  });
  expect(await rejection(delivery)).toMatchObject({ message: 'The disk is full.' });
});
