import { expect } from '@playwright/test';
import { VENDORS } from '../../sandbox/catalogue/vendors.js';
import {
  accountOf,
  answer,
  authorizeUrl,
  locationOf,
  REDIRECT_URI,
  SECRET,
  test,
} from './catalogue-fixtures.js';
import { sendForm } from './fixtures.js';
import { startSandbox } from '../../sandbox/index.js';

const NAMES = Object.keys(VENDORS);
const deny = (url: string) => sendForm(url, { answer: 'deny' });

for (const provider of NAMES) {
  test(`${provider}: the consent page asks, with the vendor’s accounts, and the answer has a code`, async ({
    sandbox,
  }) => {
    const url = authorizeUrl(sandbox, provider);
    const page = await (await fetch(url)).text();
    expect(page).toContain(`Harbor Shop wants to connect to your ${VENDORS[provider]!.face.brand} account`);
    for (const index of [0, 1] as const) expect(page).toContain(accountOf(provider, index).name);
    const location = locationOf(await answer(url, provider));
    expect(location.href).toMatch(/^https:\/\/shop\.example\/callback\?tenant=7&code=[\w-]+&/);
    expect(location.searchParams.get('state')).toBe('s1');
  });

  test(`${provider}: a redirect URI counts as the vendor has it`, async ({ sandbox }) => {
    const get = (fields: Record<string, string | undefined>) =>
      fetch(authorizeUrl(sandbox, provider, fields), { redirect: 'manual' });
    const other = await get({ redirect_uri: `${REDIRECT_URI}/` });
    const none = await get({ redirect_uri: undefined });
    const { redirectUri = 'request' } = VENDORS[provider]!;
    expect([other.status, none.status]).toEqual(
      { request: [400, 400], registered: [400, 200], always: [200, 200] }[redirectUri],
    );
  });
}

for (const [provider, expected] of [
  ['zoho', { location: 'eu', 'accounts-server': 'https://accounts.zoho.eu' }],
  [
    'bitrix24',
    {
      domain: 'globex.bitrix24.com',
      member_id: '5d41402abc4b2a76b9719d911017c592',
      scope: 'crm,user',
      server_domain: 'oauth.bitrix24.tech',
    },
  ],
  ['monday', { status: 'success' }],
  ['hubspot', {}],
] as const) {
  test(`${provider}: the response names the account’s place`, async ({ sandbox }) => {
    const location = locationOf(await answer(authorizeUrl(sandbox, provider), provider, 1));
    const { code, state, tenant, ...rest } = Object.fromEntries(location.searchParams);
    expect({ state, tenant, isCode: Boolean(code) }).toEqual({ state: 's1', tenant: '7', isCode: true });
    expect(rest).toEqual(expected);
  });
}

test('Zoho has an account in the US and one in the EU', async ({ sandbox }) => {
  const regions = [0, 1].map(async (index) =>
    locationOf(await answer(authorizeUrl(sandbox, 'zoho'), 'zoho', index as 0 | 1)).searchParams.get(
      'location',
    ),
  );
  expect(await Promise.all(regions)).toEqual(['us', 'eu']);
});

for (const provider of NAMES.filter((name) => VENDORS[name]!.refusal !== 'page')) {
  test(`${provider}: a refusal goes back`, async ({ sandbox }) => {
    const { searchParams } = locationOf(await deny(authorizeUrl(sandbox, provider)));
    expect(searchParams.get('error')).toBe(provider === 'pipedrive' ? 'user_denied' : 'access_denied');
    expect(searchParams.get('state')).toBe('s1');
    expect(searchParams.has('code')).toBe(false);
  });
}

test('Bitrix24 reports no refusal: a page says so', async ({ sandbox }) => {
  const response = await deny(authorizeUrl(sandbox, 'bitrix24'));
  expect(response.status).toBe(200);
  expect(await response.text()).toContain('Bitrix24 does not tell Harbor Shop.');
});

for (const [provider, fields, error] of [
  ...(['salesforce', 'dynamics', 'monday'] as const).flatMap((name) => [
    [name, { code_challenge: undefined }, 'invalid_request'] as const,
    [name, { code_challenge_method: undefined }, 'invalid_request'] as const,
    [name, { code_challenge_method: 'plain' }, 'invalid_request'] as const,
    [name, { code_challenge: 'short' }, 'invalid_request'] as const,
  ]),
  ['zendesk', { code_challenge_method: 'plain' }, 'invalid_request'],
  ['zendesk', { scope: undefined }, 'invalid_scope'],
  ['zoho', { scope: 'ZohoCRM.modules.ALL ZohoCRM.org.READ' }, 'invalid_scope'],
  ['close', { response_type: undefined }, 'unsupported_response_type'],
] as const) {
  test(`${provider} refuses ${JSON.stringify(fields, (_, value: unknown) => value ?? null)}`, async ({
    sandbox,
  }) => {
    const response = await fetch(authorizeUrl(sandbox, provider, fields), { redirect: 'manual' });
    expect(locationOf(response).searchParams.get('error')).toBe(error);
  });
}

for (const provider of ['hubspot', 'zendesk'] as const) {
  test(`${provider} does without PKCE`, async ({ sandbox }) => {
    const fields = { code_challenge: undefined, code_challenge_method: undefined };
    const response = await answer(authorizeUrl(sandbox, provider, fields), provider);
    expect(locationOf(response).searchParams.has('code')).toBe(true);
  });
}

test('an unknown client is taken at its word, where the request has a redirect URI', async ({ sandbox }) => {
  const fields = { client_id: 'made-up', redirect_uri: 'http://localhost:3000/cb' };
  for (const provider of NAMES) {
    const response = await answer(authorizeUrl(sandbox, provider, fields), provider);
    expect(response.headers.get('location'), provider).toContain('http://localhost:3000/cb?code=');
  }
  const unnamed = { ...fields, redirect_uri: undefined };
  const response = await fetch(authorizeUrl(sandbox, 'bitrix24', unnamed));
  expect(response.status).toBe(400);
  expect(await response.text()).toContain('register the client');
});

test('behaviours work as for the others', async ({ sandbox }) => {
  sandbox.behave({ answer: 'allow', state: 'wrong', coop: 'same-origin' });
  const response = await fetch(authorizeUrl(sandbox, 'close'), { redirect: 'manual' });
  expect(response.headers.get('cross-origin-opener-policy')).toBe('same-origin');
  expect(locationOf(response).searchParams.get('state')).toBe('not-s1');
  sandbox.behave({ answer: 'deny', state: 'missing' });
  const refusal = await fetch(authorizeUrl(sandbox, 'close'), { redirect: 'manual' });
  expect(locationOf(refusal).searchParams.has('state')).toBe(false);
});

test('the front page has each CRM, and its button’s request works', async ({ sandbox }) => {
  const page = await (await fetch(sandbox.url)).text();
  for (const provider of NAMES) {
    expect(page).toContain(`provider=&quot;${provider}&quot;`);
    const [, href = ''] = new RegExp(`href="(/${provider}/[^"]*)"`).exec(page) ?? [];
    const consent = await fetch(sandbox.url + href.replaceAll('&amp;', '&'), { redirect: 'manual' });
    expect(consent.status, provider).toBe(200);
  }
  expect(page).toContain('<code>/dynamics/:tenant/oauth2/v2.0/authorize</code>');
});

test('a client of a provider that there is not is refused', async () => {
  const client = { clientId: 'a', clientSecret: SECRET, name: 'A', redirectUri: REDIRECT_URI };
  await expect(startSandbox({ port: 0, clients: [{ ...client, provider: 'kommo' }] })).rejects.toThrow(
    /must be one of .*hubspot.*, not "kommo"/,
  );
});
