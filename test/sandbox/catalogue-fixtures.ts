import { createHash } from 'node:crypto';
import type { Sandbox } from '../../sandbox/index.js';
import { accountsOf } from '../../sandbox/catalogue/vendor.js';
import { VENDORS } from '../../sandbox/catalogue/vendors.js';
import { PROVIDERS } from '../providers/table.js';
import { sendForm, testWith } from './fixtures.js';

export const VERIFIER = 'pIUgx4tiqFpaOUz0HMc_QbIyQlL901w8mRmkrmhEJ_E';
export const CHALLENGE = createHash('sha256').update(VERIFIER).digest('base64url');
export const REDIRECT_URI = 'https://shop.example/callback?tenant=7';
export const SECRET = 'shop-secret +/%&:=';

/** A sandbox that knows the client `shop` at each CRM of the catalogue. */
export const test = testWith({
  clients: Object.keys(VENDORS).map((provider) => ({
    provider,
    clientId: 'shop',
    clientSecret: SECRET,
    name: 'Harbor Shop',
    redirectUri: REDIRECT_URI,
  })),
});

export type Fields = Readonly<Record<string, string | undefined>>;

const query = (fields: Fields) =>
  new URLSearchParams(
    Object.entries(fields).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );

/** A vendor's own path below its prefix. */
export const urlOf = (sandbox: Sandbox, provider: string, path: string) =>
  `${sandbox.url}/${provider}${path.replace(':tenant', 'organizations')}`;

/** The authorization request of the table of providers, with PKCE where the vendor takes it; `undefined` leaves a field out. */
export function authorizeUrl(sandbox: Sandbox, provider: string, fields: Fields = {}): string {
  const { parameters } = PROVIDERS[provider as keyof typeof PROVIDERS];
  const { authorizationPath, pkce } = VENDORS[provider]!;
  const sent = query({
    ...parameters,
    client_id: 'shop',
    ...('redirect_uri' in parameters && { redirect_uri: REDIRECT_URI }),
    state: 's1',
    ...(pkce !== 'never' && { code_challenge: CHALLENGE, code_challenge_method: 'S256' }),
    ...fields,
  });
  return `${urlOf(sandbox, provider, authorizationPath)}?${sent.toString()}`;
}

/** The first or the second of a vendor's accounts. */
export const accountOf = (provider: string, index: 0 | 1) => accountsOf(VENDORS[provider]!)[index];

export async function answer(url: string, provider: string, index: 0 | 1 = 0): Promise<Response> {
  return sendForm(url, { answer: 'allow', account: accountOf(provider, index).id });
}

export const locationOf = (response: Response) => new URL(response.headers.get('location') ?? '');

/** Goes through the consent page and gives the authorization code. */
export async function obtainCode(sandbox: Sandbox, provider: string, fields: Fields = {}, index: 0 | 1 = 0) {
  const response = await answer(authorizeUrl(sandbox, provider, fields), provider, index);
  return locationOf(response).searchParams.get('code')!;
}

export type Body = Record<string, unknown> & { access_token: string; refresh_token: string };

const form = (text: string) => new URLSearchParams([['', text]]).toString().slice(1);
export const BASIC = `Basic ${btoa(`shop:${form(SECRET)}`)}`;

/** Sends a token request as the vendor's documents have it; `undefined` leaves a field out. */
export async function requestTokens(sandbox: Sandbox, provider: string, fields: Fields) {
  const { authentication = [], encoding, tokenPath } = VENDORS[provider]!;
  const isBasic = authentication[0] === 'basic';
  const sent = query({ ...(!isBasic && { client_id: 'shop', client_secret: SECRET }), ...fields });
  const url = urlOf(sandbox, provider, tokenPath);
  const response = authentication.includes('query')
    ? await fetch(`${url}?${sent.toString()}`)
    : await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': encoding ? 'application/json' : 'application/x-www-form-urlencoded',
          ...(isBasic && { authorization: BASIC }),
        },
        body: encoding ? JSON.stringify(Object.fromEntries(sent)) : sent.toString(),
      });
  return { status: response.status, body: (await response.json()) as Body };
}

/** The fields of a token request with a code. */
export const codeFields = (provider: string, code: string): Fields => ({
  grant_type: 'authorization_code',
  code,
  redirect_uri: REDIRECT_URI,
  scope: provider === 'zendesk' ? 'read' : undefined,
  code_verifier: VENDORS[provider]!.pkce === 'never' ? undefined : VERIFIER,
});

/** Goes the whole way to tokens. */
export async function obtainTokens(
  sandbox: Sandbox,
  provider: string,
  fields: Fields = {},
  index: 0 | 1 = 0,
) {
  const code = await obtainCode(sandbox, provider, fields, index);
  return requestTokens(sandbox, provider, codeFields(provider, code));
}

export const refresh = (sandbox: Sandbox, provider: string, refresh_token: string, fields: Fields = {}) =>
  requestTokens(sandbox, provider, { grant_type: 'refresh_token', refresh_token, ...fields });
