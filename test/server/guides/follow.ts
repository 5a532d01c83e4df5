import { expect, test as base } from '@playwright/test';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Integration, type Sandbox, startSandbox } from '../../../sandbox/index.js';
import type { AccessTokenOptions, Connection } from '../../../src/server.js';
import { allow, deny, readAnswer } from '../../sandbox/fixtures.js';
import { tokenRequests } from '../fixtures.js';
import type { Place } from './runtimes.js';

/** The site that follows a guide. The sandbox does not call it, so that any guide may be at this address. */
const SITE = 'https://shop.example';

const integration: Integration = {
  clientId: 'guide',
  clientSecret: 'guide-secret',
  name: 'Guide',
  redirectUri: `${SITE}/crm/callback/kommo`,
};

/** A site that follows a guide. */
export interface Site {
  /** A request of a user's, or of nobody's. */
  readonly fetch: (path: string, user: string, init?: RequestInit) => Promise<Response>;
  /** What the site's own code gets from `accessToken()`. */
  readonly accessToken: (user: string, id: string, options?: AccessTokenOptions) => Promise<string>;
  /** Where it keeps its database. */
  readonly folder: string;
}

/** Headers of a user's request, by which each site here knows them. */
export const headersOf = (user: string, init?: RequestInit): RequestInit => ({
  ...init,
  headers: { ...(init?.headers as Record<string, string>), ...(user && { cookie: `session=${user}` }) },
  redirect: 'manual',
});

/** The part of a handler that a site's own code calls here. */
export type Crm = Pick<Site, 'accessToken'>;

/** A site that listens. */
export const siteAt = (url: string, crm: Crm, { folder }: Place): Site => ({
  fetch: (path, user, init) => fetch(url + path, headersOf(user, init)),
  accessToken: (user, id, options) => crm.accessToken(user, id, options),
  folder,
});

interface Fixtures {
  sandbox: Sandbox;
  /** Folder of the site, where it keeps its database, and the variables that the guides tell to set. */
  place: Place;
}

/** The guides' modules are loaded once, so that all tests of a worker have one sandbox. */
export const test = base.extend<object, Fixtures>({
  sandbox: [
    async ({}, use) => {
      const sandbox = await startSandbox({ port: 0, integrations: [integration] });
      await use(sandbox);
      await sandbox.close();
    },
    { scope: 'worker' },
  ],

  place: [
    async ({ sandbox }, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'crm-oauth-guide-'));
      const env = {
        CRM_ID: integration.clientId,
        CRM_SECRET: integration.clientSecret,
        CRM_REDIRECT_URI: integration.redirectUri,
        CRM_KEY: randomBytes(32).toString('base64'),
        CRM_SERVER: sandbox.url,
        PORT: '0',
      };
      await use({ folder, env });
      rmSync(folder, { recursive: true });
    },
    { scope: 'worker' },
  ],
});

/** The CRM's redirect, from its path on. */
async function answerOf(sandbox: Sandbox, state: string, answer = allow): Promise<string> {
  const query = new URLSearchParams({ client_id: integration.clientId, state, origin: `${SITE}/` });
  const { redirect } = await readAnswer(await answer(`${sandbox.url}/oauth/?${query.toString()}`));
  return redirect.pathname + redirect.search;
}

/** Follows one user, and another who tries to get in between, from the state to the end of the connection. */
export async function follow({ fetch, accessToken, folder }: Site, sandbox: Sandbox): Promise<void> {
  sandbox.reset();
  const state = async (user: string) => {
    const response = await fetch('/crm/state?provider=kommo', user);
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store']);
    return ((await response.json()) as { state: string }).state;
  };
  const connections = async (user: string) =>
    (await (await fetch('/crm/connections', user)).json()) as Connection[];
  const refusal = async (response: Response) => [
    response.status,
    /\((\w+)\)/.exec(await response.text())?.[1],
  ];

  expect((await fetch('/crm/state?provider=kommo', '')).status).toBe(401);
  expect((await fetch('/crm/connections', '')).status).toBe(401);
  expect(await (await fetch('/crm/callback.js', '')).text()).toContain('location.replace(returnTo)');

  // A page elsewhere, by way of this browser.
  for (const path of ['/crm/state?provider=kommo', '/crm/connections', '/crm/clients']) {
    const crossSite = { headers: { 'sec-fetch-site': 'cross-site' } };
    expect((await fetch(path, 'me', crossSite)).status).toBe(403);
  }
  const redirector = '/crm/state?provider=kommo&returnTo=https://evil.example/';
  expect((await fetch(redirector, 'me')).status).toBe(400);

  // A code of one's own, planted on somebody else.
  const arrival = await answerOf(sandbox, await state('me'));
  expect(await refusal(await fetch(arrival, 'you'))).toEqual([403, 'state_mismatch']);
  const robbed = await answerOf(sandbox, await state('me'));
  const elsewhere = robbed.replace('acme.kommo.com', 'evil.example');
  expect(await refusal(await fetch(elsewhere, 'me'))).toEqual([403, 'invalid_referer']);
  expect(tokenRequests(sandbox)).toBe(0);

  expect((await fetch(arrival, 'me')).status).toBe(200);
  expect(await refusal(await fetch(arrival, 'me'))).toEqual([403, 'state_used']);
  expect(tokenRequests(sandbox)).toBe(1);
  const denied = await answerOf(sandbox, await state('me'), deny);
  expect(await refusal(await fetch(denied, 'me'))).toEqual([403, 'access_denied']);

  const [connection, ...more] = await connections('me');
  expect(more).toEqual([]);
  expect(connection).toMatchObject({ client: 'kommo', account: '31000001', host: 'acme.kommo.com' });
  expect(await connections('you')).toEqual([]);
  const { id = '' } = connection ?? {};

  const token = await accessToken('me', id);
  expect(await accountAt(sandbox, token)).toBe(31000001);
  expect(await accessToken('you', id).catch(String)).toContain('reconnect');
  const refreshed = await accessToken('me', id, { refused: token });
  expect(refreshed).not.toBe(token);
  expect(tokenRequests(sandbox)).toBe(2);
  expect(await accountAt(sandbox, refreshed)).toBe(31000001);
  expect(databaseIn(folder).includes('sealed:')).toBe(true);
  for (const each of [token, refreshed]) expect(databaseIn(folder).includes(each)).toBe(false);

  const remove = (user: string, headers: HeadersInit) =>
    fetch(`/crm/connections/${id}`, user, { method: 'DELETE', headers });
  expect((await remove('me', {})).status).toBe(403);
  expect((await remove('you', { 'x-crm-oauth': '1' })).status).toBe(404);
  expect((await remove('me', { 'x-crm-oauth': '1' })).status).toBe(204);
  expect(await connections('me')).toEqual([]);

  // The body of a webhook is the handler's: no framework has read it, or looks into it first.
  for (const type of ['application/json', 'application/x-www-form-urlencoded']) {
    const init = { method: 'POST', headers: { 'content-type': type }, body: 'neither=of{both' };
    const webhook = await fetch('/crm/secrets/kommo', '', init);
    expect([webhook.status, await webhook.json()]).toEqual([404, { error: 'not_found' }]);
  }
}

/** All that a thief of the database has. */
function databaseIn(folder: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  const kept = files.filter((file) => file.isFile() && !/\.(mjs|capnp)$/.test(file.name));
  return kept.map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'latin1')).join('');
}

async function accountAt(sandbox: Sandbox, token: string): Promise<unknown> {
  const headers = { authorization: `Bearer ${token}` };
  const response = await fetch(`${sandbox.url}/api/v4/account`, { headers });
  return ((await response.json()) as { id: unknown }).id;
}
