import type { RingCentralClient, Sandbox } from '../../sandbox/index.js';
import { sendForm, testWith } from './fixtures.js';

/** A client that has no secret: it must use PKCE. */
export const PUBLIC = {
  clientId: 'public-id',
  name: 'Harbor Phone',
  redirectUris: ['https://shop.example/phone?tenant=7', 'https://shop.example/other'] as const,
} satisfies RingCentralClient;

export const CONFIDENTIAL = {
  clientId: 'confidential-id',
  clientSecret: 'confidential-secret',
  name: 'Harbor Desk',
  redirectUris: ['https://shop.example/desk'] as const,
} satisfies RingCentralClient;

/** The vendor's own example. */
export const VERIFIER = 'pIUgx4tiqFpaOUz0HMc_QbIyQlL901w8mRmkrmhEJ_E';
export const CHALLENGE = '_drLS7o5FwkfUiBhlq2hwJnK_SC6yE7sKOde5O1fdzk';

export const USER = '62000101';
export const JWT = 'sandbox.jwt.credential';

export const test = testWith({ ringcentral: { clients: [PUBLIC, CONFIDENTIAL] } });

export type Fields = Record<string, string | undefined>;

const withoutUndefined = (fields: Fields) =>
  Object.entries(fields).filter((entry): entry is [string, string] => entry[1] !== undefined);

/** An authorization request of the public client, with PKCE. */
export function authorizeUrl(sandbox: Sandbox, fields: Fields = {}): string {
  const query = new URLSearchParams(
    withoutUndefined({
      response_type: 'code',
      client_id: PUBLIC.clientId,
      redirect_uri: PUBLIC.redirectUris[0],
      state: 's1',
      code_challenge: CHALLENGE,
      code_challenge_method: 'S256',
      ...fields,
    }),
  );
  return `${sandbox.url}/ringcentral/restapi/oauth/authorize?${query.toString()}`;
}

/** Where a response sends the browser. */
export const locationOf = (response: Response) => new URL(response.headers.get('location') ?? '');

/** Goes through the consent page and gives the authorization code. */
export async function obtainCode(sandbox: Sandbox, fields: Fields = {}, account = USER): Promise<string> {
  const response = await sendForm(authorizeUrl(sandbox, fields), { answer: 'allow', account });
  return locationOf(response).searchParams.get('code')!;
}

export interface TokenBody {
  [name: string]: unknown;
  access_token: string;
  refresh_token: string;
}

/** A request to the token endpoint; `undefined` leaves a field out. */
export async function requestTokens(
  sandbox: Sandbox,
  fields: Fields,
  headers: Record<string, string> = {},
): Promise<{ status: number; headers: Headers; body: TokenBody }> {
  const response = await fetch(`${sandbox.url}/ringcentral/restapi/oauth/token`, {
    method: 'POST',
    headers,
    body: new URLSearchParams(withoutUndefined(fields)),
  });
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as TokenBody,
  };
}

export const basic = ({ clientId, clientSecret }: { clientId: string; clientSecret: string }) => ({
  authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}`,
});
