import { expect } from '@playwright/test';
import {
  awaitSecrets,
  issueState,
  exchangeCode,
  freshTokens,
  findState,
  MemorySecretsStore,
  MemoryStateStore,
  MemoryTokenStore,
  readAuthorizationResponse,
  receiveSecrets,
  verifyState,
} from '../../src/server.js';
import { allow, consentUrl, deny, metadata, readAnswer } from '../sandbox/fixtures.js';
import { rejection, shop, test, tokenRequests } from './fixtures.js';

const session = 'me';

for (const prefix of ['', 'https://']) {
  test(`code flow, with ${prefix || 'nothing'} in front of the referer`, async ({ sandbox }) => {
    const states = new MemoryStateStore();
    const verify = (given: string) => verifyState(given, session, { store: states });
    const state = await issueState(session, { store: states });
    const { redirect } = await readAnswer(await allow(consentUrl(sandbox, { state })));
    redirect.searchParams.set('referer', prefix + redirect.searchParams.get('referer')!);

    const response = await readAuthorizationResponse(redirect, verify);
    expect(response).toMatchObject({ state, host: 'acme.kommo.com', clientId: shop.clientId });
    const store = new MemoryTokenStore();
    store.set('acme', await exchangeCode(shop, response, { server: sandbox.url }));
    const options = { client: shop, store, server: sandbox.url };
    const tokens = await freshTokens('acme', options);
    const account = await fetch(`${sandbox.url}/api/v4/account`, {
      headers: { authorization: `Bearer ${tokens!.accessToken}` },
    });
    expect(account.status).toBe(200);
    expect(await rejection(readAuthorizationResponse(redirect, verify))).toMatchObject({
      code: 'state_used',
    });
  });
}

test('a refusal is the CRM’s own word', async ({ sandbox }) => {
  const store = new MemoryStateStore();
  const state = await issueState(session, { store });
  const { redirect } = await readAnswer(await deny(consentUrl(sandbox, { state })));
  const response = readAuthorizationResponse(redirect.href, (given) =>
    verifyState(given, session, { store }),
  );
  expect(await rejection(response)).toMatchObject({ code: 'access_denied', kind: 'provider' });
});

for (const secretsFirst of [true, false]) {
  test(`metadata flow, webhook ${secretsFirst ? 'before' : 'after'} the redirect`, async ({
    sandbox,
    receiver,
  }) => {
    sandbox.behave({ secretsFirst });
    const states = new MemoryStateStore();
    const store = new MemorySecretsStore();
    const find = (given: string) => findState(given, { store: states });
    const state = await issueState(session, { store: states });
    const { redirect } = await readAnswer(await allow(consentUrl(sandbox, metadata(receiver, { state }))));
    const response = await readAuthorizationResponse(redirect, (given) =>
      verifyState(given, session, { store: states }),
    );
    expect(receiver.requests).toHaveLength(secretsFirst ? 1 : 0);

    const deliver = async () => {
      while (receiver.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
      const { method, type, body } = receiver.requests[0]!;
      const headers = { 'content-type': type };
      const request = () => new Request('https://shop.example/secrets', { method, headers, body });
      expect((await receiveSecrets(request(), { store, find })).status).toBe(200);
      expect((await receiveSecrets(request(), { store, find })).status).toBe(409);
    };
    const redirectUri = 'https://shop.example/new';
    const [client] = await Promise.all([awaitSecrets(response, { store, redirectUri }), deliver()]);
    const tokens = await exchangeCode(client, response, { server: sandbox.url });
    expect(tokens.host).toBe('acme.kommo.com');
  });
}

test('the state comes first: nothing else of a stranger’s response counts', async ({ fetched }) => {
  const store = new MemoryStateStore();
  const verify = (given: string) => verifyState(given, session, { store });
  for (const query of [
    '',
    'code=c&referer=acme.kommo.com',
    'error=access_denied&state=x',
    'state=x&referer=evil',
  ]) {
    const error = await rejection(readAuthorizationResponse(`/callback?${query}`, verify));
    expect(error).toMatchObject({ code: 'state_mismatch' });
  }
  expect(fetched).toEqual([]);
});

test('a verification that says no counts, as one that throws does', async () => {
  const url = '/callback?code=c&state=s&referer=acme.kommo.com';
  expect(await rejection(readAuthorizationResponse(url, () => false))).toMatchObject({
    code: 'state_mismatch',
  });
  expect(await readAuthorizationResponse(url, () => true)).toMatchObject({ code: 'c' });
});

for (const query of [
  '',
  'code=&referer=acme.kommo.com',
  'code=a&code=b&referer=acme.kommo.com',
  'code=a&referer=acme.kommo.com&referer=evil.example',
  'code=a&referer=acme.kommo.com&client_id=a&client_id=b',
  'error=a&error=b',
  'error=%0d%0a',
  'error=%22',
  `error=${'x'.repeat(201)}`,
]) {
  test(`“${query.slice(0, 60)}” is no response`, async ({ fetched }) => {
    const error = await rejection(readAuthorizationResponse(`/callback?state=s&${query}`, () => true));
    expect(error).toMatchObject({ code: 'invalid_response', kind: 'client' });
    expect(fetched).toEqual([]);
  });
}

test('a repeated state is nobody’s', async () => {
  const error = await rejection(readAuthorizationResponse('/callback?state=a&state=b&code=c', () => true));
  expect(error).toMatchObject({ code: 'invalid_response' });
});

test('the exchange is one request', async ({ sandbox }) => {
  const { redirect } = await readAnswer(await allow(consentUrl(sandbox)));
  const response = await readAuthorizationResponse(redirect, () => true);
  await exchangeCode(shop, response, { server: sandbox.url });
  expect(tokenRequests(sandbox)).toBe(1);
});
