import { expect } from '@playwright/test';
import type { Sandbox } from '../../sandbox/index.js';
import { VENDORS } from '../../sandbox/catalogue/vendors.js';
import * as catalogue from './catalogue-fixtures.js';
import { test } from './fixtures.js';
import { account, obtainTokens, refresh } from './token-fixtures.js';

const endpoints = (sandbox: Sandbox) => sandbox.requests.map(({ endpoint }) => endpoint);
const refreshes = (sandbox: Sandbox) =>
  sandbox.requests.filter(
    ({ endpoint, params }) => endpoint === 'token' && params.get('grant_type') === 'refresh_token',
  );

test('refreshes are counted by their grant type, those that are refused included', async ({ sandbox }) => {
  const { refresh_token: token } = await obtainTokens(sandbox);
  await refresh(sandbox, token);
  await refresh(sandbox, 'made-up');
  expect(refreshes(sandbox)).toHaveLength(2);
  expect(endpoints(sandbox).filter((endpoint) => endpoint === 'token')).toHaveLength(3);
});

test('a request with a token is counted, and neither token nor query is kept', async ({ sandbox }) => {
  const { access_token: token } = await obtainTokens(sandbox);
  await account(sandbox, token);
  await fetch(`${sandbox.url}/amocrm/api/v4/account?access_token=${token}`);
  const calls = sandbox.requests.filter(({ endpoint }) => endpoint === 'account');
  expect(calls.map(({ path, params }) => [path, params.size])).toEqual([
    ['/api/v4/account', 0],
    ['/amocrm/api/v4/account', 0],
  ]);
});

for (const [provider, vendor] of Object.entries(VENDORS)) {
  catalogue.test(`${provider}: account requests and revocations are counted`, async ({ sandbox }) => {
    const { body } = await catalogue.obtainTokens(sandbox, provider);
    const call = async (path: string, method = 'GET') => {
      const authorization = `Bearer ${body.access_token}`;
      const url = catalogue.urlOf(sandbox, provider, path);
      await fetch(`${url}?token=${body.access_token}`, { method, headers: { authorization } });
      const { endpoint, path: recorded, params } = sandbox.requests.at(-1)!;
      expect(params.size).toBe(0);
      return [endpoint, recorded];
    };
    const { account: accountCall, revocation } = vendor;
    if (accountCall) {
      const recorded = await call(accountCall.path, accountCall.method);
      expect(recorded).toEqual(['account', `/${provider}${accountCall.path}`]);
    }
    if (revocation) {
      const recorded = await call(revocation.path, revocation.method ?? 'POST');
      expect(recorded).toEqual(['revocation', `/${provider}${revocation.path}`]);
    }
  });
}

test('RingCentral’s account requests and revocations are counted', async ({ sandbox }) => {
  const server = `${sandbox.url}/ringcentral/restapi`;
  const secrets = new URLSearchParams({ client_id: 'x', client_secret: 'y', token: 'z' });
  await fetch(`${server}/v2/accounts/~`, { headers: { authorization: 'Bearer z' } });
  await fetch(`${server}/oauth/revoke?token=z`, { method: 'POST', body: secrets });
  expect(sandbox.requests.map(({ endpoint, path, params }) => [endpoint, path, params.size])).toEqual([
    ['account', '/ringcentral/restapi/v2/accounts/~', 0],
    ['revocation', '/ringcentral/restapi/oauth/revoke', 0],
  ]);
});
