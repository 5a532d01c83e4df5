import { expect } from '@playwright/test';
import { VENDORS } from '../../sandbox/catalogue/vendors.js';
import type { Sandbox } from '../../sandbox/index.js';
import { startSandbox } from '../../sandbox/index.js';
import { obtainTokens, refresh, REDIRECT_URI, SECRET, BASIC, test, urlOf } from './catalogue-fixtures.js';
import { test as withReceiver } from './fixtures.js';

const DAY = 86_400_000;

/** Calls an API with an access token. */
async function call(sandbox: Sandbox, provider: string, token: string, scheme?: string) {
  const { method = 'GET', path, schemes = ['Bearer'] } = VENDORS[provider]!.account!;
  const authorization = `${scheme ?? schemes[0]} ${token}`.trim();
  const response = await fetch(urlOf(sandbox, provider, path), { method, headers: { authorization } });
  return { status: response.status, body: (await response.json()) as unknown };
}

for (const [provider, expected] of [
  ['pipedrive', { data: { company_id: 7123456, company_name: 'Globex', company_domain: 'globex' } }],
  ['zoho', { org: [{ zgid: '20087654321', company_name: 'Globex' }] }],
  ['salesforce', { records: [{ Id: '00D5f000000GlbxEAS', Name: 'Globex' }] }],
  ['dynamics', { OrganizationId: '9b7d2e64-1f3a-4c58-8e90-0a1b2c3d4e5f' }],
  ['intercom', { app: { id_code: 'wz7t4c1p', name: 'Globex' } }],
  ['monday', { data: { account: { id: '19283746', name: 'Globex' } } }],
] as const) {
  test(`${provider}: the account call names the account that was chosen`, async ({ sandbox }) => {
    const { body } = await obtainTokens(sandbox, provider, {}, 1);
    expect(await call(sandbox, provider, body.access_token)).toMatchObject({ status: 200, body: expected });
    expect((await call(sandbox, provider, 'unknown')).status).toBe(401);
    expect((await call(sandbox, provider, body.access_token, 'Basic')).status).toBe(401);
  });
}

test('the account call of Zoho and monday needs its scope', async ({ sandbox }) => {
  for (const [provider, scope] of [
    ['zoho', 'ZohoCRM.modules.ALL'],
    ['monday', 'me:read'],
  ] as const) {
    const { body } = await obtainTokens(sandbox, provider, { scope });
    expect((await call(sandbox, provider, body.access_token)).status).toBe(403);
  }
});

for (const provider of ['salesforce', 'bitrix24', 'close', 'zendesk', 'monday']) {
  test(`${provider}: a refresh ends the old refresh token at once`, async ({ sandbox }) => {
    const { body: first } = await obtainTokens(sandbox, provider);
    const { body: second } = await refresh(sandbox, provider, first.refresh_token);
    expect(second.refresh_token).not.toBe(first.refresh_token);
    expect((await refresh(sandbox, provider, first.refresh_token)).body).toMatchObject({
      error: 'invalid_grant',
    });
    expect((await refresh(sandbox, provider, second.refresh_token)).body).toHaveProperty('access_token');
  });
}

test('dynamics keeps the old refresh token good', async ({ sandbox }) => {
  const { body: first } = await obtainTokens(sandbox, 'dynamics');
  const { body: second } = await refresh(sandbox, 'dynamics', first.refresh_token);
  expect(second.refresh_token).not.toBe(first.refresh_token);
  for (const { refresh_token } of [first, second, first]) {
    expect((await refresh(sandbox, 'dynamics', refresh_token)).status).toBe(200);
  }
});

test('hubspot and pipedrive repeat the refresh token, zoho leaves it out', async ({ sandbox }) => {
  for (const [provider, repeats] of [
    ['hubspot', true],
    ['pipedrive', true],
    ['zoho', false],
  ] as const) {
    const { body: first } = await obtainTokens(sandbox, provider);
    for (let times = 0; times < 2; times++) {
      const { body } = await refresh(sandbox, provider, first.refresh_token);
      expect(body.access_token).not.toBe(first.access_token);
      expect(body.refresh_token).toBe(repeats ? first.refresh_token : undefined);
    }
  }
});

test('pipedrive’s refresh token lives as long as it is used', async ({ sandbox, clock }) => {
  const { body } = await obtainTokens(sandbox, 'pipedrive');
  const renew = async (days: number) => {
    clock.now += days * DAY;
    return (await refresh(sandbox, 'pipedrive', body.refresh_token)).status;
  };
  expect([await renew(59), await renew(59), await renew(60)]).toEqual([200, 200, 400]);
});

test('highlevel gives the same answer once more, within 30 seconds', async ({ sandbox, clock }) => {
  const { body: first } = await obtainTokens(sandbox, 'highlevel');
  const { body: second } = await refresh(sandbox, 'highlevel', first.refresh_token);
  clock.now += 29_999;
  expect((await refresh(sandbox, 'highlevel', first.refresh_token)).body).toEqual(second);
  clock.now += 1;
  expect((await refresh(sandbox, 'highlevel', first.refresh_token)).body).toMatchObject({
    error: 'invalid_grant',
  });
});

test('zendesk’s refresh ends the old access token as well', async ({ sandbox }) => {
  const revoke = async (token: string) => {
    const url = urlOf(sandbox, 'zendesk', '/api/v2/oauth/tokens/current.json');
    return (await fetch(url, { method: 'DELETE', headers: { authorization: `Bearer ${token}` } })).status;
  };
  const { body: first } = await obtainTokens(sandbox, 'zendesk');
  const { body: second } = await refresh(sandbox, 'zendesk', first.refresh_token);
  expect(await revoke(first.access_token)).toBe(401);
  expect(await revoke(second.access_token)).toBe(204);
  expect((await refresh(sandbox, 'zendesk', second.refresh_token)).status).toBe(400);
});

test('intercom’s token has no end, and goes with the uninstallation', async ({ sandbox, clock }) => {
  const { body } = await obtainTokens(sandbox, 'intercom');
  clock.now += 3650 * DAY;
  expect((await call(sandbox, 'intercom', body.access_token)).status).toBe(200);
  const headers = { authorization: `Bearer ${body.access_token}` };
  await fetch(urlOf(sandbox, 'intercom', '/auth/uninstall'), { method: 'POST', headers });
  expect((await call(sandbox, 'intercom', body.access_token)).status).toBe(401);
});

for (const [provider, body] of [
  ['hubspot', ''],
  ['pipedrive', ''],
  ['close', ''],
  ['monday', '{"success":true}'],
  ['zoho', '{"status":"success"}'],
  ['salesforce', ''],
] as const) {
  test(`${provider}: a revoked refresh token is gone`, async ({ sandbox }) => {
    const { body: tokens } = await obtainTokens(sandbox, provider);
    const { encoding, revocation } = VENDORS[provider]!;
    const revoke = async (secret: string) => {
      const isBasic = provider === 'pipedrive';
      const fields = {
        ...(!isBasic && { client_id: 'shop', client_secret: secret }),
        token: tokens.refresh_token,
      };
      return fetch(urlOf(sandbox, provider, revocation!.path), {
        method: 'POST',
        headers: {
          'content-type': encoding ? 'application/json' : 'application/x-www-form-urlencoded',
          ...(isBasic && { authorization: secret === SECRET ? BASIC : 'Basic c2hvcDp4' }),
        },
        body: encoding ? JSON.stringify(fields) : new URLSearchParams(fields).toString(),
      });
    };
    if (revocation!.by === 'client') expect((await revoke('wrong')).ok).toBe(false);
    const response = await revoke(SECRET);
    expect([response.status, await response.text()]).toEqual([200, body]);
    expect((await refresh(sandbox, provider, tokens.refresh_token)).body).not.toHaveProperty('access_token');
    expect((await revoke(SECRET)).status).toBe(revocation!.by === 'client' ? 200 : 400);
  });
}

test('hostile hosts stand where the vendor names hosts, and nowhere by default', async ({ sandbox }) => {
  const seen = async () => {
    const bodies = await Promise.all(
      ['pipedrive', 'zoho', 'salesforce', 'bitrix24'].map(async (name) => obtainTokens(sandbox, name)),
    );
    return JSON.stringify(bodies);
  };
  expect(await seen()).not.toContain('evil.example');
  sandbox.behave({ host: 'hostile' });
  const all = await seen();
  for (const field of ['api_domain', 'instance_url', 'id', 'server_endpoint', 'client_endpoint']) {
    expect(all).toContain(`"${field}":"https://evil.example`);
  }
});

withReceiver('pipedrive tells the redirect URI of an uninstallation', async ({ receiver, clock }) => {
  const redirectUri = `${receiver.url}/callback/pipedrive`;
  const client = { provider: 'pipedrive', clientId: 'shop', clientSecret: SECRET, name: 'Shop', redirectUri };
  const sandbox = await startSandbox({ port: 0, clients: [client], now: () => clock.now });
  receiver.status = 204;
  expect(await sandbox.uninstall('pipedrive', 'shop', '7654321')).toBe(204);
  expect(receiver.requests).toEqual([
    {
      method: 'DELETE',
      url: '/callback/pipedrive',
      type: 'application/json',
      body: JSON.stringify({
        client_id: 'shop',
        company_id: 7654321,
        user_id: 7000001,
        timestamp: '2026-01-01T00:00:00.000Z',
      }),
    },
  ]);
  await expect(sandbox.uninstall('pipedrive', 'nobody', '7654321')).rejects.toThrow(RangeError);
  await expect(sandbox.uninstall('pipedrive', 'shop', '1')).rejects.toThrow(RangeError);
  await expect(sandbox.uninstall('kommo', 'shop', '1')).rejects.toThrow(RangeError);
  await sandbox.close();
});

test('an uninstallation ends the tokens, and a vendor without a notice sends none', async ({ sandbox }) => {
  const { body } = await obtainTokens(sandbox, 'hubspot');
  const { body: other } = await obtainTokens(sandbox, 'hubspot', {}, 1);
  expect(await sandbox.uninstall('hubspot', 'shop', '24680135')).toBeUndefined();
  expect((await refresh(sandbox, 'hubspot', body.refresh_token)).status).toBe(400);
  expect((await refresh(sandbox, 'hubspot', other.refresh_token)).status).toBe(200);
  expect(REDIRECT_URI).toContain('shop.example');
});

test('a reset forgets what was issued', async ({ sandbox }) => {
  const { body } = await obtainTokens(sandbox, 'intercom');
  sandbox.reset();
  expect((await call(sandbox, 'intercom', body.access_token)).status).toBe(401);
});
