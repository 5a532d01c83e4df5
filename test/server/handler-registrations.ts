import type { Sandbox, SandboxOptions } from '../../sandbox/index.js';
import type { ProviderName } from '../../src/providers/catalogue.js';
import { type AnyClient, Client, ExternalIntegration } from '../../src/server.js';
import { clientOf } from '../helpers/catalogue.js';
import { accountOf, authorizeUrl as catalogueUrl } from '../sandbox/catalogue-fixtures.js';
import { authorizeUrl as ringcentralUrl, USER } from '../sandbox/ringcentral-fixtures.js';
import { SECRET } from './fixtures.js';

/** The id of each client, at each of its CRMs. */
export const ID = 'shop-id';
export const KOMMO_ACCOUNT = 31000001;

/** The CRMs of the catalogue whose clients a site has, besides those of Kommo and RingCentral. */
const CATALOGUE = ['hubspot', 'pipedrive', 'dynamics'] as const satisfies readonly ProviderName[];

/** The names of a site's clients, in order. */
export const NAMES = ['kommo', ...CATALOGUE, 'ringcentral', 'external'] as const;

/** What `GET /state` gives. */
export interface Attempt {
  readonly state: string;
  readonly codeChallenge?: string;
}

const redirectUriOf = (url: string, name: string) => `${url}/callback/${name}`;

/** The clients of a site. */
export function clientsOf(url: string): AnyClient[] {
  const registration = (name: string) => ({
    clientId: ID,
    clientSecret: SECRET,
    redirectUri: redirectUriOf(url, name),
  });
  return [
    new Client(registration('kommo')),
    ...CATALOGUE.map((name) => clientOf(name, registration(name))),
    new Client({ provider: 'ringcentral', ...registration('ringcentral') }),
    new ExternalIntegration({
      name: 'external',
      title: 'Harbor Analytics',
      redirectUri: redirectUriOf(url, 'external'),
    }),
  ];
}

/** The options of a sandbox that knows them. */
export function registrationsOf(url: string): SandboxOptions {
  const client = { clientId: ID, clientSecret: SECRET, name: 'Harbor Shop' };
  const disconnectUri = `${url}/disconnected/kommo`;
  return {
    port: 0,
    integrations: [{ ...client, redirectUri: redirectUriOf(url, 'kommo'), disconnectUri }],
    clients: CATALOGUE.map((name) => ({ ...client, provider: name, redirectUri: redirectUriOf(url, name) })),
    ringcentral: { clients: [{ ...client, redirectUris: [redirectUriOf(url, 'ringcentral')] }] },
  };
}

/** The authorization request of a button with the settings of `GET /clients`. */
export function consentUrlOf(
  sandbox: Sandbox,
  url: string,
  name: string,
  { state, codeChallenge }: Attempt,
): string {
  const redirectUri = redirectUriOf(url, name);
  const sent = { client_id: ID, redirect_uri: redirectUri, state, code_challenge: codeChallenge };
  const pkce = { code_challenge_method: codeChallenge && 'S256' };
  if (name === 'ringcentral') return ringcentralUrl(sandbox, { ...sent, ...pkce });
  if (name !== 'kommo' && name !== 'external') return catalogueUrl(sandbox, name, { ...sent, ...pkce });
  const integration =
    name === 'kommo'
      ? { client_id: ID }
      : { name: 'Harbor Analytics', redirect_uri: redirectUri, secrets_uri: `${url}/secrets/${name}` };
  const query = new URLSearchParams({ ...integration, state, mode: 'post_message' });
  return `${sandbox.url}/kommo/oauth/?${query.toString()}`;
}

/** The account that a person chooses. */
export function firstAccountOf(name: string): string {
  if (name === 'kommo' || name === 'external') return String(KOMMO_ACCOUNT);
  return name === 'ringcentral' ? USER : accountOf(name, 0).id;
}
