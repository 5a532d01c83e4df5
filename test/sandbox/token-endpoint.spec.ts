import { expect } from '@playwright/test';
import { obtainCode, SHOP, test } from './fixtures.js';
import { account, redeem, refresh, request, type Body } from './token-fixtures.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const refused = (status: number, hint: string) => ({
  status,
  body: expect.objectContaining({ status, hint }) as Body,
});

test('a code becomes tokens that open the account', async ({ sandbox }) => {
  const { status, headers, body } = await redeem(sandbox, await obtainCode(sandbox));
  expect(status).toBe(200);
  expect(headers.get('cache-control')).toBe('no-store');
  expect(body).toEqual({
    token_type: 'Bearer',
    expires_in: 86_400,
    access_token: expect.any(String),
    refresh_token: expect.any(String),
  });
  const response = await account(sandbox, body.access_token);
  expect(await response.json()).toEqual({ id: 31000001, name: 'Acme Trading', subdomain: 'acme' });
});

test('urlencoded works like JSON', async ({ sandbox }) => {
  const code = await obtainCode(sandbox);
  const response = await fetch(`${sandbox.url}/oauth2/access_token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: SHOP.clientId,
      client_secret: SHOP.clientSecret,
      redirect_uri: SHOP.redirectUri,
      code,
    }),
  });
  expect(response.status).toBe(200);
  expect(sandbox.requests.at(-1)).toMatchObject({ endpoint: 'token', path: '/oauth2/access_token' });
  expect(sandbox.requests.at(-1)?.params.get('code')).toBe(code);
});

test('an unknown code, in the vendor’s words', async ({ sandbox }) => {
  const { status, headers, body } = await redeem(sandbox, 'nonsense');
  expect(status).toBe(400);
  expect(headers.get('content-type')).toBe('application/problem+json');
  expect(Object.keys(body)).toEqual(['hint', 'title', 'type', 'status', 'detail']);
  expect(body.hint).toBe('Cannot decrypt the authorization code');
});

test('amoCRM’s problems are in Russian', async ({ sandbox }) => {
  const code = 'nonsense';
  const { body } = await request(sandbox, { grant_type: 'authorization_code', code }, '/amocrm');
  expect(body).toEqual({
    hint: 'Cannot decrypt the authorization code',
    title: 'Некорректный запрос',
    type: 'https://developers.amocrm.ru/v3/errors/OAuthProblemJson',
    status: 400,
    detail: 'В запросе отсутствует ряд параметров или параметры невалидны',
  });
});

test('a code works once', async ({ sandbox }) => {
  const code = await obtainCode(sandbox);
  expect((await redeem(sandbox, code)).status).toBe(200);
  expect(await redeem(sandbox, code)).toMatchObject(refused(400, 'Authorization code has been revoked'));
});

test('a code lasts 20 minutes', async ({ sandbox, clock }) => {
  const [early, late] = [await obtainCode(sandbox), await obtainCode(sandbox)];
  clock.now += 20 * MINUTE - 1;
  expect((await redeem(sandbox, early)).status).toBe(200);
  clock.now += 1;
  expect(await redeem(sandbox, late)).toMatchObject(refused(400, 'Authorization code has expired'));
});

test('the redirect URI must match to the character', async ({ sandbox }) => {
  const code = await obtainCode(sandbox);
  for (const redirectUri of [
    'https://shop.example/callback',
    `${SHOP.redirectUri}&`,
    'https://SHOP.example/callback?tenant=7',
  ]) {
    expect(await redeem(sandbox, code, { redirect_uri: redirectUri })).toMatchObject(
      refused(400, 'Invalid redirect URI'),
    );
  }
  expect((await redeem(sandbox, code)).status).toBe(200);
});

test('a code is bound to its integration', async ({ sandbox }) => {
  await fetch(`${sandbox.url}/oauth/?client_id=other&origin=https://other.example/`);
  const other = {
    client_id: 'other',
    client_secret: 'sandbox-secret',
    redirect_uri: 'https://other.example/',
  };
  const outcome = await redeem(sandbox, await obtainCode(sandbox), other);
  expect(outcome).toMatchObject(refused(400, 'Authorization code was not issued to this client'));
});

for (const wrong of [{ client_id: 'nobody' }, { client_secret: 'guess' }]) {
  test(`401 for ${JSON.stringify(wrong)}`, async ({ sandbox }) => {
    const outcome = await redeem(sandbox, await obtainCode(sandbox), wrong);
    expect(outcome).toMatchObject(refused(401, 'Client authentication failed'));
  });
}

for (const name of ['grant_type', 'client_id', 'client_secret', 'redirect_uri', 'code']) {
  test(`400 without ${name}`, async ({ sandbox }) => {
    const outcome = await redeem(sandbox, 'any', { [name]: undefined });
    expect(outcome).toMatchObject(refused(400, `Check the \`${name}\` parameter`));
  });
}

test('400 for another grant type, and for broken JSON', async ({ sandbox }) => {
  const outcome = await request(sandbox, { grant_type: 'password' });
  expect(outcome).toMatchObject(refused(400, 'Check the `grant_type` parameter'));
  for (const body of ['{', 'null', '"text"']) {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${sandbox.url}/oauth2/access_token`, { method: 'POST', headers, body });
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
  }
});

test('refresh tokens rotate: the old one is valid until the new one is used', async ({ sandbox }) => {
  const { body: first } = await redeem(sandbox, await obtainCode(sandbox));
  const { body: second } = await refresh(sandbox, first.refresh_token);
  expect(second.refresh_token).not.toBe(first.refresh_token);
  expect((await refresh(sandbox, first.refresh_token)).status).toBe(200);
  expect((await refresh(sandbox, second.refresh_token)).status).toBe(200);
  expect(await refresh(sandbox, first.refresh_token)).toMatchObject(refused(400, 'Invalid refresh token'));
});

test('a refresh token lasts three months, and is bound to the redirect URI', async ({ sandbox, clock }) => {
  const { body } = await redeem(sandbox, await obtainCode(sandbox));
  const elsewhere = await refresh(sandbox, body.refresh_token, { redirect_uri: 'https://shop.example/' });
  expect(elsewhere).toMatchObject(refused(400, 'Invalid redirect URI'));
  clock.now += 90 * DAY;
  expect(await refresh(sandbox, body.refresh_token)).toMatchObject(refused(400, 'Token has expired'));
});

test('an access token lasts a day', async ({ sandbox, clock }) => {
  const { body } = await redeem(sandbox, await obtainCode(sandbox));
  clock.now += DAY - 1;
  expect((await account(sandbox, body.access_token)).status).toBe(200);
  clock.now += 1;
  expect((await account(sandbox, body.access_token)).status).toBe(401);
});

test('401 without an access token, or with a made-up one', async ({ sandbox }) => {
  const responses = [await fetch(`${sandbox.url}/api/v4/account`), await account(sandbox, 'made-up')];
  for (const { status, headers } of responses) {
    expect(status).toBe(401);
    expect(headers.get('content-type')).toBe('application/problem+json');
  }
});

test('no page may read tokens', async ({ sandbox }) => {
  const response = await fetch(`${sandbox.url}/oauth2/access_token`, {
    method: 'OPTIONS',
    headers: { origin: 'http://localhost:3000', 'access-control-request-method': 'POST' },
  });
  expect(response.headers.get('access-control-allow-origin')).toBeNull();
});

test('disconnect revokes the tokens and signs the hook', async ({ sandbox, receiver }) => {
  const { body } = await redeem(sandbox, await obtainCode(sandbox));
  expect(await sandbox.disconnect(SHOP.clientId, 31000001)).toBe(200);
  expect(receiver.requests).toMatchObject([
    {
      method: 'GET',
      url:
        '/bye?client_uuid=shop-id&account_id=31000001&signature=' +
        '043a00bb0464ba5872aef66e785a78d754faf7738f203c81dbb82dfc47c4575e',
    },
  ]);
  expect((await account(sandbox, body.access_token)).status).toBe(401);
  expect((await refresh(sandbox, body.refresh_token)).status).toBe(400);
  await expect(sandbox.disconnect('nobody', 1)).rejects.toThrow(RangeError);
});
