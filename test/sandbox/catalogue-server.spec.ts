import { expect } from '@playwright/test';
import { VENDORS } from '../../sandbox/catalogue/vendors.js';
import type { Sandbox } from '../../sandbox/index.js';
import type { ProviderName } from '../../src/providers/catalogue.js';
import {
  type Client,
  exchangeCode,
  fetchAccount,
  readAuthorizationResponse,
  refreshTokens,
  revokeTokens,
} from '../../src/server.js';
import { clientOf, OUTCOMES } from '../helpers/catalogue.js';
import {
  answer,
  authorizeUrl,
  locationOf,
  REDIRECT_URI,
  SECRET,
  test,
  VERIFIER,
} from './catalogue-fixtures.js';

const shop = (provider: string) =>
  clientOf(provider as ProviderName, { clientId: 'shop', clientSecret: SECRET, redirectUri: REDIRECT_URI });

/** Allows for the second account, and gives the redirect. */
async function consent(sandbox: Sandbox, provider: string): Promise<URL> {
  return locationOf(await answer(authorizeUrl(sandbox, provider), provider, 1));
}

async function connect(sandbox: Sandbox, client: Client, provider: string, codeVerifier = VERIFIER) {
  const response = await readAuthorizationResponse(await consent(sandbox, provider), () => true, client);
  return exchangeCode(client, response, {
    server: `${sandbox.url}/${provider}`,
    ...(VENDORS[provider]!.pkce !== 'never' && { codeVerifier }),
  });
}

test('each CRM of the sandbox has an outcome here', () => {
  expect(Object.keys(OUTCOMES).sort()).toEqual(Object.keys(VENDORS).sort());
});

for (const [provider, { account, host, refreshes = true, revokes = true }] of Object.entries(OUTCOMES)) {
  test(`${provider}: the back end gets tokens, learns the account, refreshes and revokes`, async ({
    sandbox,
  }) => {
    const client = shop(provider);
    const server = `${sandbox.url}/${provider}`;
    let tokens = await connect(sandbox, client, provider);
    expect(tokens.host).toBe(host);
    if (account) expect(await fetchAccount(client, tokens, { server })).toMatchObject({ id: account });
    expect(Boolean(tokens.refreshToken)).toBe(refreshes);
    if (refreshes) {
      const refreshed = await refreshTokens(client, tokens, { server });
      expect(refreshed.accessToken).not.toBe(tokens.accessToken);
      tokens = refreshed;
      if (account) expect(await fetchAccount(client, tokens, { server })).toMatchObject({ id: account });
    }
    expect(await revokeTokens(client, tokens, { server })).toBe(revokes);
    if (!refreshes) return;
    const again = refreshTokens(client, tokens, { server });
    if (revokes) await expect(again).rejects.toMatchObject({ code: 'invalid_grant' });
    else expect(await again).toMatchObject({ host });
  });

  test(`${provider}: the back end learns that a code is used up`, async ({ sandbox }) => {
    const client = shop(provider);
    const response = await readAuthorizationResponse(await consent(sandbox, provider), () => true, client);
    const options = {
      server: `${sandbox.url}/${provider}`,
      ...(VENDORS[provider]!.pkce !== 'never' && { codeVerifier: VERIFIER }),
    };
    await exchangeCode(client, response, options);
    await expect(exchangeCode(client, response, options)).rejects.toMatchObject({ code: 'invalid_grant' });
  });
}

for (const provider of ['pipedrive', 'salesforce', 'bitrix24']) {
  test(`${provider}: tokens for a hostile host are refused`, async ({ sandbox }) => {
    sandbox.behave({ host: 'hostile' });
    await expect(connect(sandbox, shop(provider), provider)).rejects.toMatchObject({
      code: 'invalid_response',
    });
  });
}

test('zoho: a hostile data centre is refused before any request', async ({ sandbox }) => {
  sandbox.behave({ host: 'hostile' });
  await expect(connect(sandbox, shop('zoho'), 'zoho')).rejects.toMatchObject({ code: 'invalid_location' });
  expect(sandbox.requests.filter(({ endpoint }) => endpoint === 'token')).toEqual([]);
});

for (const provider of ['salesforce', 'dynamics', 'monday']) {
  test(`${provider}: a wrong verifier gets no tokens, and none is not sent`, async ({ sandbox }) => {
    const client = shop(provider);
    const wrong = connect(sandbox, client, provider, 'v'.repeat(43));
    await expect(wrong).rejects.toMatchObject({ name: 'TokenError' });
    const response = await readAuthorizationResponse(await consent(sandbox, provider), () => true, client);
    const server = `${sandbox.url}/${provider}`;
    await expect(exchangeCode(client, response, { server })).rejects.toThrow(/PKCE/);
  });
}
