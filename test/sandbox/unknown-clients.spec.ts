import { expect } from '@playwright/test';
import { startSandbox, type Sandbox } from '../../sandbox/index.js';
import { VENDORS } from '../../sandbox/catalogue/vendors.js';
import * as catalogue from './catalogue-fixtures.js';
import { allow, consentUrl, metadata, PAGE, readAnswer, SHOP, test } from './fixtures.js';
import { request } from './token-fixtures.js';

const strict = test.extend<{ sandbox: Sandbox }>({
  sandbox: async ({}, use) => {
    const sandbox = await startSandbox({ port: 0, integrations: [SHOP], unknownClients: 'refuse' });
    await use(sandbox);
    await sandbox.close();
  },
});

const ringCentral = (sandbox: Sandbox, path: string) => `${sandbox.url}/ringcentral/restapi/oauth/${path}`;
const authorization = new URLSearchParams({
  response_type: 'code',
  client_id: 'other',
  redirect_uri: 'http://localhost:3000/callback',
});

for (const path of ['/oauth/', '/br/oauth/', '/kommo/oauth/', '/amocrm/oauth/']) {
  strict(`${path} knows the registered integration, and no other`, async ({ sandbox }) => {
    expect((await fetch(consentUrl(sandbox, {}, path))).status).toBe(200);
    for (const origin of [PAGE, 'http://localhost:3000/']) {
      const url = consentUrl(sandbox, { client_id: 'other', origin }, path);
      const response = await fetch(url);
      expect(response.status).toBe(400);
      expect(await response.text()).toMatch(/No client “other” is registered with (Kommo|amoCRM)\./);
      expect((await allow(url)).status).toBe(400);
    }
    expect(await (await fetch(sandbox.url)).text()).not.toContain('<code>other</code>');
  });
}

for (const prefix of ['', '/amocrm']) {
  strict(`the token endpoint below “${prefix}” answers 401 for another`, async ({ sandbox }) => {
    const fields = { client_id: 'other', client_secret: 'sandbox-secret', grant_type: 'authorization_code' };
    const { status, body } = await request(sandbox, { ...fields, code: 'x' }, prefix);
    expect([status, body.hint]).toEqual([401, 'Client authentication failed']);
  });
}

strict('RingCentral refuses one on its page, and at both of its endpoints', async ({ sandbox }) => {
  const page = await fetch(`${ringCentral(sandbox, 'authorize')}?${authorization.toString()}`);
  expect([page.status, await page.text()]).toEqual([
    400,
    expect.stringContaining('No client “other” is registered with RingCentral.'),
  ]);
  const jwt = {
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    assertion: 'sandbox.jwt.credential',
  };
  for (const [path, fields] of [
    ['token', { ...jwt, client_secret: 'sandbox-secret' }],
    ['token', { grant_type: 'refresh_token', refresh_token: 'x' }],
    ['revoke', { token: 'x' }],
  ] as const) {
    const body = new URLSearchParams({ ...fields, client_id: 'other' });
    const response = await fetch(ringCentral(sandbox, path), { method: 'POST', body });
    expect([response.status, await response.json()]).toEqual([
      401,
      { error: 'invalid_client', error_description: 'Invalid client credentials' },
    ]);
  }
});

for (const provider of Object.keys(VENDORS)) {
  strict(`${provider} refuses one, too`, async ({ sandbox }) => {
    const page = await fetch(catalogue.authorizeUrl(sandbox, provider), { redirect: 'manual' });
    expect([page.status, await page.text()]).toEqual([
      400,
      expect.stringContaining(`No client “shop” is registered with ${VENDORS[provider]!.face.brand}.`),
    ]);
    const { body } = await catalogue.requestTokens(sandbox, provider, catalogue.codeFields(provider, 'x'));
    expect(body).not.toHaveProperty('access_token');
  });
}

strict('a private integration of the metadata flow still comes into being', async ({ sandbox, receiver }) => {
  const { redirect } = await readAnswer(await allow(consentUrl(sandbox, metadata(receiver))));
  expect(redirect.searchParams.get('code')).toBeTruthy();
  expect(receiver.requests).toHaveLength(1);
});
