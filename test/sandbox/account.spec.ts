import { expect } from '@playwright/test';
import type { Sandbox } from '../../sandbox/index.js';
import { VENDORS } from '../../sandbox/catalogue/vendors.js';
import * as catalogue from './catalogue-fixtures.js';
import { allow, consentUrl, readAnswer, SHOP, test } from './fixtures.js';
import { authorizeUrl, PUBLIC, test as ringCentralTest, VERIFIER } from './ringcentral-fixtures.js';
import { account, obtainTokens, redeem, refresh } from './token-fixtures.js';

const domain = async (sandbox: Sandbox, path: string, headers: Record<string, string>) => {
  const response = await fetch(`${sandbox.url}${path}`, { headers });
  return { status: response.status, body: (await response.json()) as unknown };
};
const byAccessToken = (sandbox: Sandbox, token: string, prefix = '') =>
  domain(sandbox, `${prefix}/oauth2/account/subdomain`, { authorization: `Bearer ${token}` });
const byRefreshToken = (sandbox: Sandbox, token: string, prefix = '') =>
  domain(sandbox, `${prefix}/oauth2/account/current/subdomain`, { 'x-refresh-token': token });

test('a renamed account keeps its id and its tokens, and answers under its new name', async ({ sandbox }) => {
  const tokens = await obtainTokens(sandbox);
  sandbox.rename(31000001, { name: 'Acme & Sons', subdomain: 'acme-sons' });
  const renamed = { id: 31000001, name: 'Acme & Sons', subdomain: 'acme-sons' };
  expect(await (await account(sandbox, tokens.access_token)).json()).toEqual(renamed);
  const { redirect } = await readAnswer(await allow(consentUrl(sandbox)));
  expect(redirect.searchParams.get('referer')).toBe('acme-sons.kommo.com');
  expect(await (await fetch(consentUrl(sandbox))).text()).toContain('acme-sons.kommo.com');
  expect((await refresh(sandbox, tokens.refresh_token)).status).toBe(200);
});

test('a name or a subdomain alone leaves the other, and reset() takes both back', async ({ sandbox }) => {
  const read = async () =>
    (await account(sandbox, sandbox.longLivedToken(SHOP.clientId, 31000001))).json() as Promise<unknown>;
  sandbox.rename(31000001, { subdomain: 'acme-sons' });
  expect(await read()).toEqual({ id: 31000001, name: 'Acme Trading', subdomain: 'acme-sons' });
  sandbox.rename(31000001, { name: 'Acme & Sons' });
  expect(await read()).toEqual({ id: 31000001, name: 'Acme & Sons', subdomain: 'acme-sons' });
  sandbox.reset();
  expect(await read()).toEqual({ id: 31000001, name: 'Acme Trading', subdomain: 'acme' });
  expect(() => sandbox.rename(1, { name: 'Nobody' })).toThrow(RangeError);
});

test('either token tells under which host the account is found today', async ({ sandbox }) => {
  const tokens = await obtainTokens(sandbox);
  sandbox.rename(31000001, { subdomain: 'acme-sons' });
  for (const { status, body } of [
    await byAccessToken(sandbox, tokens.access_token),
    await byRefreshToken(sandbox, tokens.refresh_token),
  ]) {
    expect(status).toBe(200);
    expect(body).toEqual({
      id: 31000001,
      subdomain: 'acme-sons',
      domain: 'acme-sons.kommo.com',
      top_level_domain: 'com',
    });
  }
  expect((await byRefreshToken(sandbox, tokens.refresh_token, '/amocrm')).body).toMatchObject({
    domain: 'acme-sons.amocrm.ru',
    top_level_domain: 'ru',
  });
});

test('neither takes the other’s token, a made-up one, or none', async ({ sandbox }) => {
  const tokens = await obtainTokens(sandbox);
  for (const token of [tokens.refresh_token, 'made-up', '']) {
    expect((await byAccessToken(sandbox, token)).status).toBe(401);
  }
  for (const token of [tokens.access_token, 'made-up', '']) {
    expect((await byRefreshToken(sandbox, token)).status).toBe(401);
  }
});

for (const prefix of ['', '/kommo', '/amocrm']) {
  test(`account: blocked refuses refreshes and the API below “${prefix}” with 402, until it is active again`, async ({
    sandbox,
  }) => {
    const tokens = await obtainTokens(sandbox);
    sandbox.behave({ account: 'blocked' });
    const problem = {
      title: 'Payment Required',
      type: 'https://httpstatus.es/402',
      status: 402,
      detail: 'Payment required',
    };
    const refused = await refresh(sandbox, tokens.refresh_token, {}, prefix);
    expect([refused.status, refused.body]).toEqual([402, problem]);
    const response = await account(sandbox, tokens.access_token, prefix);
    expect([response.status, await response.json()]).toEqual([402, problem]);
    expect(response.headers.get('content-type')).toBe('application/problem+json');

    sandbox.behave({ account: 'active' });
    expect((await account(sandbox, tokens.access_token, prefix)).status).toBe(200);
    expect((await refresh(sandbox, tokens.refresh_token, {}, prefix)).status).toBe(200);
  });
}

test('a blocked account is told to those alone whose token and secret are good', async ({ sandbox }) => {
  const tokens = await obtainTokens(sandbox);
  sandbox.behave({ account: 'blocked' });
  expect((await account(sandbox, 'made-up')).status).toBe(401);
  const outcome = await refresh(sandbox, tokens.refresh_token, { client_secret: 'guess' });
  expect(outcome.status).toBe(401);
});

for (const [provider, { refresh: rule }] of Object.entries(VENDORS)) {
  if (rule === 'none') continue;
  catalogue.test(`account: blocked refuses a refresh of ${provider}’s`, async ({ sandbox }) => {
    const { body } = await catalogue.obtainTokens(sandbox, provider);
    sandbox.behave({ account: 'blocked' });
    const { body: refusal } = await catalogue.refresh(sandbox, provider, body.refresh_token);
    expect(refusal).not.toHaveProperty('access_token');
    // The vendor's words for invalid_grant are its own.
    const { body: invalid } = await catalogue.refresh(sandbox, provider, 'made-up');
    expect(refusal.error).toBe(invalid.error);
    sandbox.behave({ account: 'active' });
    const { body: renewed } = await catalogue.refresh(sandbox, provider, body.refresh_token);
    expect(renewed.access_token).toEqual(expect.any(String));
  });
}

ringCentralTest('account: blocked refuses a refresh of RingCentral’s', async ({ sandbox }) => {
  const tokens = async (fields: Record<string, string>) => {
    const body = new URLSearchParams({ client_id: PUBLIC.clientId, ...fields });
    const response = await fetch(`${sandbox.url}/ringcentral/restapi/oauth/token`, { method: 'POST', body });
    return (await response.json()) as Record<string, string>;
  };
  sandbox.behave({ answer: 'allow' });
  const { headers } = await fetch(authorizeUrl(sandbox), { redirect: 'manual' });
  const first = await tokens({
    grant_type: 'authorization_code',
    code: new URL(headers.get('location')!).searchParams.get('code')!,
    redirect_uri: PUBLIC.redirectUris[0],
    code_verifier: VERIFIER,
  });
  const renew = () => tokens({ grant_type: 'refresh_token', refresh_token: first.refresh_token! });
  sandbox.behave({ account: 'blocked' });
  expect((await renew()).error).toBe('invalid_grant');
  sandbox.behave({ account: 'active' });
  expect((await renew()).access_token).toEqual(expect.any(String));
});

test('a blocked account does not keep a code from being exchanged', async ({ sandbox }) => {
  const { redirect } = await readAnswer(await allow(consentUrl(sandbox)));
  sandbox.behave({ account: 'blocked' });
  expect((await redeem(sandbox, redirect.searchParams.get('code')!)).status).toBe(200);
});
