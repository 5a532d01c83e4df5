import { expect } from '@playwright/test';
import { VENDORS } from '../../sandbox/catalogue/vendors.js';
import {
  accountOf,
  BASIC,
  codeFields,
  obtainCode,
  obtainTokens,
  REDIRECT_URI,
  refresh,
  requestTokens,
  SECRET,
  test,
  urlOf,
} from './catalogue-fixtures.js';

const NAMES = Object.keys(VENDORS);
const text = expect.any(String) as unknown;
const both = { access_token: text, refresh_token: text };

/** The token response of each vendor for its second account, as its documents show it. */
const RESPONSES: Readonly<Record<string, { status?: number; body: object }>> = {
  hubspot: {
    body: {
      ...both,
      token_type: 'bearer',
      expires_in: 1800,
      hub_id: 13579246,
      user_id: 7000001,
      scopes: ['oauth', 'crm.objects.contacts.read'],
    },
  },
  pipedrive: {
    body: {
      ...both,
      token_type: 'Bearer',
      expires_in: 3600,
      scope: 'base,deals:read',
      api_domain: 'https://globex.pipedrive.com',
    },
  },
  zoho: {
    body: {
      ...both,
      token_type: 'Bearer',
      expires_in: 3600,
      scope: 'ZohoCRM.modules.ALL ZohoCRM.org.READ',
      api_domain: 'https://www.zohoapis.eu',
    },
  },
  salesforce: {
    body: {
      ...both,
      token_type: 'Bearer',
      scope: 'api refresh_token',
      instance_url: 'https://globex.my.salesforce.com',
      id: 'https://login.salesforce.com/id/00D5f000000GlbxEAS/0055f000000UserAAA',
      issued_at: text,
    },
  },
  bitrix24: {
    body: {
      ...both,
      expires_in: 3600,
      scope: 'crm,user',
      client_endpoint: 'https://globex.bitrix24.com/rest/',
      server_endpoint: 'https://oauth.bitrix24.tech/rest/',
      domain: 'oauth.bitrix24.tech',
      member_id: '5d41402abc4b2a76b9719d911017c592',
      status: 'L',
    },
  },
  dynamics: {
    body: {
      ...both,
      token_type: 'Bearer',
      expires_in: 3600,
      scope: 'https://acme.crm4.dynamics.com/user_impersonation offline_access',
    },
  },
  close: {
    body: {
      ...both,
      token_type: 'Bearer',
      expires_in: 3600,
      scope: 'all.full_access offline_access',
      organization_id: 'orga_8hJ4pFgTnC3vMxKq6EuWyD',
      user_id: text,
    },
  },
  intercom: { body: { access_token: text, token: text, token_type: 'Bearer' } },
  zendesk: {
    status: 201,
    body: {
      ...both,
      token_type: 'bearer',
      expires_in: 1800,
      refresh_token_expires_in: 2592000,
      scope: 'read',
    },
  },
  monday: { body: { ...both, token_type: 'Bearer', scope: 'account:read' } },
  highlevel: {
    body: {
      ...both,
      token_type: 'Bearer',
      expires_in: 86400,
      scope: 'contacts.readonly',
      userType: 'Location',
      locationId: 'Xk2Lq7RtB5nYw0ZcJd4H',
      companyId: text,
      userId: text,
    },
  },
};

/** Seconds for which a code is good, where the vendor says so. */
const CODE_LIFETIMES = {
  pipedrive: 300,
  zoho: 120,
  salesforce: 900,
  bitrix24: 30,
  dynamics: 600,
  intercom: 300,
  zendesk: 120,
  monday: 600,
};

const isRefused = ({ body }: { body: object }) => 'error' in body || 'error_description' in body;

for (const provider of NAMES) {
  test(`${provider}: a code becomes the vendor’s token response, once`, async ({ sandbox }) => {
    const code = await obtainCode(sandbox, provider, {}, 1);
    const { status = 200, body } = RESPONSES[provider]!;
    expect(await requestTokens(sandbox, provider, codeFields(provider, code))).toEqual({ status, body });
    const again = await requestTokens(sandbox, provider, codeFields(provider, code));
    expect(isRefused(again)).toBe(true);
  });

  test(`${provider}: a wrong secret is refused, and a code of another client`, async ({ sandbox }) => {
    const fields = codeFields(provider, await obtainCode(sandbox, provider));
    const isBasic = VENDORS[provider]!.authentication?.[0] === 'basic';
    const stranger = await obtainCode(sandbox, provider, { client_id: 'other', redirect_uri: REDIRECT_URI });
    const refused = [await requestTokens(sandbox, provider, codeFields(provider, stranger))];
    if (!isBasic) refused.push(await requestTokens(sandbox, provider, { ...fields, client_secret: 'wrong' }));
    if (!isBasic)
      refused.push(await requestTokens(sandbox, provider, { ...fields, client_secret: undefined }));
    expect(refused.map(isRefused)).not.toContain(false);
    expect(isRefused(await requestTokens(sandbox, provider, fields))).toBe(false);
  });

  test(`${provider}: the token request’s redirect URI counts as the vendor has it`, async ({ sandbox }) => {
    const outcome = async (redirect_uri: string | undefined) => {
      const fields = codeFields(provider, await obtainCode(sandbox, provider));
      return isRefused(await requestTokens(sandbox, provider, { ...fields, redirect_uri }));
    };
    const { tokenRedirectUri = 'required' } = VENDORS[provider]!;
    const expected = { required: [true, true], optional: [true, false], ignored: [false, false] };
    expect([await outcome(`${REDIRECT_URI}/`), await outcome(undefined)]).toEqual(expected[tokenRedirectUri]);
  });
}

for (const [provider, seconds] of Object.entries(CODE_LIFETIMES)) {
  test(`${provider}: a code is good for ${seconds} seconds`, async ({ sandbox, clock }) => {
    const [good, late] = [await obtainCode(sandbox, provider), await obtainCode(sandbox, provider)];
    clock.now += seconds * 1000 - 1;
    expect(isRefused(await requestTokens(sandbox, provider, codeFields(provider, good)))).toBe(false);
    clock.now += 1;
    expect(isRefused(await requestTokens(sandbox, provider, codeFields(provider, late)))).toBe(true);
  });
}

for (const [provider, wrong] of [
  ['salesforce', 'invalid_request'],
  ['dynamics', 'invalid_grant'],
  ['monday', 'invalid_grant'],
  ['zendesk', 'invalid_grant'],
  ['hubspot', 'invalid_grant'],
] as const) {
  test(`${provider} wants the verifier to its challenge`, async ({ sandbox }) => {
    const fields = codeFields(provider, await obtainCode(sandbox, provider));
    const errorWith = async (code_verifier: string | undefined) =>
      (await requestTokens(sandbox, provider, { ...fields, code_verifier })).body.error;
    expect(await errorWith(undefined)).toBe('invalid_grant');
    expect(await errorWith('v'.repeat(43))).toBe(wrong);
    expect(isRefused(await requestTokens(sandbox, provider, fields))).toBe(false);
  });
}

test('Zoho refuses with the status 200, in words of its own', async ({ sandbox }) => {
  const fields = codeFields('zoho', 'unknown');
  expect(await requestTokens(sandbox, 'zoho', fields)).toEqual({
    status: 200,
    body: { error: 'invalid_code' },
  });
  expect(await requestTokens(sandbox, 'zoho', { ...fields, client_id: 'nobody' })).toEqual({
    status: 200,
    body: { error: 'invalid_client' },
  });
});

for (const [provider, status, body] of [
  ['pipedrive', 400, { error_description: 'Invalid grant: authorization_code is invalid' }],
  ['hubspot', 400, { error: 'invalid_grant', status: 'BAD_AUTHORIZATION_CODE' }],
  ['dynamics', 400, { error: 'invalid_grant', error_codes: [70008] }],
  ['zendesk', 400, { error: 'invalid_grant' }],
] as const) {
  test(`${provider} refuses in its own form`, async ({ sandbox }) => {
    const refused = await requestTokens(sandbox, provider, codeFields(provider, 'unknown'));
    expect(refused).toMatchObject({ status, body });
  });
}

test('Pipedrive takes credentials in the header alone, Close in the body alone', async ({ sandbox }) => {
  const send = async (provider: string, header: string | undefined, credentials: object) => {
    const { redirect_uri, ...fields } = codeFields(provider, await obtainCode(sandbox, provider));
    const response = await fetch(urlOf(sandbox, provider, VENDORS[provider]!.tokenPath), {
      method: 'POST',
      headers: header ? { authorization: header } : {},
      body: new URLSearchParams({
        redirect_uri: redirect_uri!,
        code: fields.code!,
        grant_type: 'authorization_code',
        ...credentials,
      }),
    });
    return response.status;
  };
  const inBody = { client_id: 'shop', client_secret: SECRET };
  expect(await send('pipedrive', BASIC, {})).toBe(200);
  expect(await send('pipedrive', undefined, inBody)).toBe(400);
  expect(await send('close', BASIC, {})).toBe(401);
  expect(await send('close', undefined, inBody)).toBe(200);
});

test('monday and Zendesk take JSON alone, the others a form alone, Bitrix24 a GET', async ({ sandbox }) => {
  const post = async (provider: string, type: string) => {
    const response = await fetch(urlOf(sandbox, provider, VENDORS[provider]!.tokenPath), {
      method: 'POST',
      headers: { 'content-type': type, authorization: BASIC },
      body: type.includes('json') ? '{}' : 'grant_type=x',
    });
    return response.text();
  };
  for (const provider of NAMES.filter((name) => name !== 'bitrix24' && name !== 'zoho')) {
    const wrong = VENDORS[provider]!.encoding ? 'application/x-www-form-urlencoded' : 'application/json';
    expect(await post(provider, wrong), provider).toContain('content-type must be');
  }
  expect(await post('bitrix24', 'application/x-www-form-urlencoded')).toContain('nothing at this address');
});

test('Zendesk wants the scope once more', async ({ sandbox }) => {
  const fields = codeFields('zendesk', await obtainCode(sandbox, 'zendesk'));
  const refused = await requestTokens(sandbox, 'zendesk', { ...fields, scope: undefined });
  expect(refused.body).toEqual({ error: 'invalid_request', error_description: 'scope is missing' });
});

test('an unknown client has the secret that all of them have, and none is needed with PKCE', async ({
  sandbox,
}) => {
  const client = { client_id: 'made-up', redirect_uri: REDIRECT_URI };
  const exchange = async (provider: string, client_secret?: string) => {
    const code = await obtainCode(sandbox, provider, client);
    return isRefused(
      await requestTokens(sandbox, provider, { ...codeFields(provider, code), ...client, client_secret }),
    );
  };
  expect(await exchange('close', 'sandbox-secret')).toBe(false);
  expect(await exchange('close')).toBe(true);
  expect(await exchange('salesforce')).toBe(false);
  expect(await exchange('salesforce', 'wrong')).toBe(true);
});

for (const [provider, fields] of [
  ['zoho', { access_type: undefined }],
  ['salesforce', { scope: 'api' }],
  ['dynamics', { scope: 'https://acme.crm4.dynamics.com/user_impersonation' }],
  ['close', { scope: 'all.full_access' }],
] as const) {
  test(`${provider} gives a refresh token only to those who ask`, async ({ sandbox }) => {
    const { body } = await obtainTokens(sandbox, provider, fields);
    expect(body).toMatchObject({ access_token: text });
    expect(body).not.toHaveProperty('refresh_token');
  });
}

test('Zoho gives a refresh token the first time alone, unless it asks the person again', async ({
  sandbox,
}) => {
  const again = { prompt: undefined };
  expect((await obtainTokens(sandbox, 'zoho', again)).body).toHaveProperty('refresh_token');
  expect((await obtainTokens(sandbox, 'zoho', again)).body).not.toHaveProperty('refresh_token');
  expect((await obtainTokens(sandbox, 'zoho')).body).toHaveProperty('refresh_token');
  expect(accountOf('zoho', 0).region).toBe('us');
});

test('the log keeps codes, tokens and secrets to itself, in a query as well', async ({ sandbox, lines }) => {
  const code = await obtainCode(sandbox, 'bitrix24');
  const { body } = await requestTokens(sandbox, 'bitrix24', codeFields('bitrix24', code));
  await refresh(sandbox, 'bitrix24', body.refresh_token);
  const all = lines.join('\n');
  expect(all).toContain('GET /bitrix24/oauth/token/?');
  for (const secret of [code, body.refresh_token, encodeURIComponent(SECRET), form(SECRET)]) {
    expect(all).not.toContain(secret);
  }
});

const form = (value: string) => new URLSearchParams([['', value]]).toString().slice(1);
