/** The tables of `docs/providers.md`: what the catalogue of providers knows, as cells of text. */
import { existsSync, readFileSync } from 'node:fs';
import type { ButtonProvider } from '../src/button/providers.js';
import { attributeName } from '../src/button/settings.js';
import { CATALOGUE } from '../src/providers/catalogue.js';
import type { Entry } from '../src/providers/entries.js';
import type { TokenEndpoint } from '../src/providers/token-endpoint.js';
import { TOKEN_ENDPOINTS } from '../src/providers/token-endpoints.js';
import { readableDuration, readableHosts } from './readable.js';
import { code } from './markdown.mjs';

type Row = readonly (string | undefined)[];

const entries = Object.entries<Entry<Record<string, string>>>(CATALOGUE as never);
const endpoints = entries.map(([name]): [string, TokenEndpoint] => [
  name,
  TOKEN_ENDPOINTS[name as keyof typeof TOKEN_ENDPOINTS],
]);

/** The page's half: what a click opens. */
export const PAGE_HEAD = [
  code('provider'),
  'CRM',
  'headless',
  'PKCE',
  'authorization endpoint',
  'needs, besides `client-id`',
];

/** @see PAGE_HEAD */
export async function pageRows(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [name, { face, request }] of entries) {
    const { endpoint, needs } = await tryOut(request);
    rows.push([
      code(name),
      linkTo(name, face.brand),
      code(`${name}()`),
      face.usesPkce ? 'yes' : 'no',
      code(endpoint),
      needs.map((option) => code(attributeName(option))).join(', '),
    ]);
  }
  return rows;
}

/** The back end's half: who may get what. */
export const HOSTS_HEAD = [
  code('provider'),
  'the client secret may go to',
  'an access token may go to',
  'a client authenticates by',
  code('code_verifier'),
  'settings of `Client`',
];

/** @see HOSTS_HEAD */
export function hostsRows(): Row[] {
  return endpoints.map(([name, { hosts, apiHosts, clientAuthentication, encoding, pkce }]) => {
    const settings = settingsOf(name);
    return [
      code(name),
      readableHosts(hosts, settings),
      apiHosts ? readableHosts(apiHosts, settings) : 'the same host',
      clientAuthentication
        .map((method) => (method === 'body' ? `${code(method)} (${encoding})` : code(method)))
        .join(', '),
      pkce,
      settings.map(code).join(', '),
    ];
  });
}

/** The back end's half: how long all of it lasts, and how it ends. */
export const LIFE_HEAD = [
  code('provider'),
  'the code',
  'the access token',
  'the refresh token',
  'a refresh gives',
  '`fetchAccount()` reads',
  '`revokeTokens()` sends',
];

/** @see LIFE_HEAD */
export function lifeRows(): Row[] {
  return endpoints.map(([name, { lifetimes, rotatesRefreshToken, account, revocation, ...endpoint }]) =>
    [
      code(name),
      readableDuration(lifetimes?.code),
      readableDuration(lifetimes?.accessToken),
      readableDuration(lifetimes?.refreshToken),
      rotatesRefreshToken &&
        (endpoint.keepsOldRefreshToken
          ? 'a new refresh token, the old one stays good at first'
          : 'a new refresh token'),
      typeof account === 'object'
        ? `${code(account.id)} of ${account.url ? code(pathOf(account.url)) : 'the token response'}`
        : account && 'the host',
      revocation && code(`${revocation.method ?? 'POST'} ${pathOf(revocation.url)}`),
    ].map((cell) => cell || undefined),
  );
}

/**
 * Finds where a request goes. An option that it needs is tried with the example that its error gives.
 *
 * @returns the address, and the options that it could not do without
 */
async function tryOut(request: Entry<Record<string, string>>['request']) {
  const redirectUri = 'https://shop.example/callback';
  // A setting of the button that is not there is empty.
  const given: Record<string, string> = { clientId: 'an-id', redirectUri: '', authorizationEndpoint: '' };
  const spare: Record<string, string> = {
    redirectUri,
    authorizationEndpoint: 'https://id.example/authorize',
  };
  const needs: string[] = [];
  for (;;) {
    const attempt = request(given);
    await attempt.ready;
    try {
      const { origin, pathname } = new URL(attempt.prepare('a-state', 'https://shop.example/').url);
      return { endpoint: origin + pathname, needs };
    } catch (error) {
      const { message } = error as Error;
      const [name = ''] = /^\w+/.exec(message) ?? [];
      const value = /such as "([^"]*)"/.exec(message)?.[1] ?? spare[name];
      if (!value || needs.includes(name)) throw error;
      given[name] = value;
      needs.push(name);
    }
  }
}

/** The names of a client's settings that a provider's token endpoint depends on, as its source declares them. */
function settingsOf(name: string): string[] {
  const path = `src/providers/${name}/tokens.ts`;
  if (name === 'oauth2' || !existsSync(path)) return [];
  const [, members = ''] = /interface \w+TokensOptions \{([^]*?)\n\}/.exec(readFileSync(path, 'utf8')) ?? [];
  return [...members.matchAll(/readonly (\w+)\??:/g)].map(([, member = '']) => member);
}

/** A CRM's name, with a link to its page if there is one. */
function linkTo(name: string, brand: ButtonProvider['brand']): string {
  const page = [`providers/${name}.md`, `${name}.md`].find((path) => existsSync(`docs/${path}`));
  return page ? `[${brand}](${page})` : brand;
}

function pathOf(template: string): string {
  return template.replace(/^https:\/\/[^/]*/, '').replace(/\?.*/, '');
}
