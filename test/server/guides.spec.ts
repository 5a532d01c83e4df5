import { expect } from '@playwright/test';
import express from 'express';
import fastify from 'fastify';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { readdirSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { crm as expressCrm } from '../../docs/back-end/express.js';
import { crm as fastifyCrm } from '../../docs/back-end/fastify.js';
import { crm as honoCrm } from '../../docs/back-end/hono.js';
import { type Integration, startSandbox, type Sandbox } from '../../sandbox/index.js';
import { Client, MemoryTokenStore, type TokenSet, type TokenStore } from '../../src/server.js';
import { readBlocks } from '../helpers/documents.js';
import { allow, deny, readAnswer } from '../sandbox/fixtures.js';
import { test, tokenRequests } from './fixtures.js';

const guides = fileURLToPath(new URL('../../docs/back-end', import.meta.url));
const ACCOUNT = 31000001;

/** A site that follows a guide. */
interface Site {
  readonly fetch: (path: string, init?: RequestInit) => Promise<Response>;
}

/** Its integration, whose redirect URI is the guide's. */
const integration = (site: string): Integration => ({
  clientId: 'guide',
  clientSecret: 'guide-secret',
  name: 'Guide',
  redirectUri: `${site}/crm/callback`,
  // A port that is listening.
  ...(site.startsWith('http:') && { disconnectUri: `${site}/crm/disconnected` }),
});

async function withSandbox(site: string, use: (sandbox: Sandbox) => Promise<void>): Promise<void> {
  const sandbox = await startSandbox({ port: 0, integrations: [integration(site)] });
  await use(sandbox).finally(() => sandbox.close());
}

/** A user with one cookie. */
function newVisitor({ fetch }: Site, user: string) {
  let cookie = '';
  /** As somebody else, with the same browser. */
  const getAs = async (name: string, path: string) => {
    const response = await fetch(path, { headers: { cookie, 'x-user': name }, redirect: 'manual' });
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    return response;
  };
  const get = (path: string) => getAs(user, path);
  return {
    get,
    getAs,
    state: async () => {
      const response = await get('/crm/state');
      expect(response.headers.get('cache-control')).toBe('no-store');
      return ((await response.json()) as { state: string }).state;
    },
  };
}

/** The CRM's redirect, from its path on. */
async function answerOf(sandbox: Sandbox, query: Record<string, string>, answer = allow): Promise<string> {
  const params = new URLSearchParams({ origin: 'http://localhost/', ...query });
  const { redirect } = await readAnswer(await answer(`${sandbox.url}/oauth/?${params.toString()}`));
  return redirect.pathname + redirect.search;
}

/** Requirements for each of the guides. */
async function follow(site: Site, sandbox: Sandbox, query: Record<string, string>): Promise<void> {
  const visitor = newVisitor(site, 'me');
  const state = await visitor.state();
  const answer = await answerOf(sandbox, { ...query, state });

  const stranger = newVisitor(site, 'you');
  await stranger.state();
  const planted = await stranger.get(answer);
  expect([planted.status, await planted.text()]).toEqual([403, 'state_mismatch']);
  expect(tokenRequests(sandbox)).toBe(0);

  const swapped = await visitor.getAs('you', answer);
  expect([swapped.status, await swapped.text()]).toEqual([403, 'state_mismatch']);
  expect(tokenRequests(sandbox)).toBe(0);
  const nobody = await site.fetch('/crm/state').catch(() => Response.error());
  expect(await nobody.text()).not.toContain('"state"');

  const arrival = await visitor.get(answer);
  expect([arrival.status, arrival.headers.get('location')]).toEqual([303, '/']);
  expect(tokenRequests(sandbox)).toBe(1);
  expect((await visitor.get(answer)).status).toBe(403);

  const second = await answerOf(sandbox, { ...query, state: await visitor.state() });
  const robbed = await visitor.get(second.replace('acme.kommo.com', 'evil.example'));
  expect([robbed.status, await robbed.text()]).toEqual([403, 'invalid_referer']);

  const refusal = await answerOf(sandbox, { ...query, state: await visitor.state() }, deny);
  const refused = await visitor.get(refusal);
  expect([refused.status, await refused.text()]).toEqual([403, 'access_denied']);
  expect(tokenRequests(sandbox)).toBe(1);
}

/** The disconnect hook, if the guide has one; an attacker may replay an old URL. */
async function disconnect(site: Site, sandbox: Sandbox, tokens: TokenStore): Promise<void> {
  const other = newVisitor(site, 'you');
  await other.get(await answerOf(sandbox, { client_id: 'guide', state: await other.state() }));
  const hook = async (signature: string) => {
    const query = `client_uuid=guide&account_id=${ACCOUNT}&signature=${signature}`;
    return (await site.fetch(`/crm/disconnected?${query}`)).status;
  };
  const signature = createHmac('sha256', 'guide-secret').update(`guide|${ACCOUNT}`).digest('hex');
  expect([await hook('0'.repeat(64)), await hook(signature)]).toEqual([403, 200]);
  expect(await tokens.get('me')).toBeDefined();

  sandbox.behave({ offline: true });
  expect([await hook(signature), (await tokens.get('me'))?.host]).toEqual([502, 'acme.kommo.com']);
  sandbox.behave({ offline: false });
  await sandbox.disconnect('guide', ACCOUNT);
  expect([await hook(signature), await tokens.get('me')]).toEqual([200, undefined]);
  expect(await tokens.get('you')).toBeDefined();
}

async function followCodeFlow(site: Site, sandbox: Sandbox): Promise<void> {
  await follow(site, sandbox, { client_id: 'guide' });
  const visitor = newVisitor(site, 'me');
  const query = new URLSearchParams({
    code: 'made-up',
    state: await visitor.state(),
    referer: 'acme.kommo.com',
  });
  const failed = await visitor.get(`/crm/callback?${query.toString()}`);
  expect([failed.status, await failed.text()]).toEqual([502, 'invalid_grant']);
}

test('Express', async () => {
  const app = express();
  // The server prints nothing for a request that it answers with 500.
  app.set('env', 'test');
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  const tokens = new MemoryTokenStore();
  await withSandbox(url, async (sandbox) => {
    app.use(
      expressCrm({
        client: new Client(integration(url)),
        tokens,
        userOf: (request) => request.get('x-user') ?? '',
        findUser: (accountId) => (accountId === ACCOUNT ? 'me' : undefined),
        server: sandbox.url,
      }),
    );
    const site = { fetch: (path: string, init?: RequestInit) => fetch(url + path, init) };
    await followCodeFlow(site, sandbox);
    expect(tokens.get('me')?.host).toBe('acme.kommo.com');
    await disconnect(site, sandbox, tokens);
  });
  server.closeAllConnections();
  server.close();
});

for (const secretsFirst of [true, false]) {
  test(`Fastify, the webhook ${secretsFirst ? 'before' : 'after'} the redirect`, async () => {
    const app = fastify();
    const kept: [string, Client, TokenSet][] = [];
    // The routes must exist before the server listens, but need its URL.
    const port = await freePort();
    const url = `http://localhost:${port}`;
    await withSandbox(url, async (sandbox) => {
      sandbox.behave({ secretsFirst });
      fastifyCrm(app, {
        redirectUri: `${url}/crm/callback`,
        findClient: (clientId) =>
          Promise.resolve(kept.map(([, client]) => client).find((each) => each.clientId === clientId)),
        keep: (...all) => Promise.resolve(void kept.push(all)),
        userOf: (request) => request.headers['x-user']?.toString() ?? '',
        server: sandbox.url,
      });
      await app.listen({ port, host: '127.0.0.1' });
      const site = { fetch: (path: string, init?: RequestInit) => fetch(url + path, init) };
      const metadata = {
        name: 'Guide',
        redirect_uri: `${url}/crm/callback`,
        secrets_uri: `${url}/crm/secrets`,
      };
      await follow(site, sandbox, metadata);

      // An attacker who knows the integration's id posts a secret for it under their own state.
      const other = newVisitor(site, 'you');
      const genuine = kept[0]![1];
      for (const [clientId, expected] of [
        [genuine.clientId, 'invalid_grant'],
        ['unknown', 'invalid_client'],
      ] as const) {
        const state = await other.state();
        const body = JSON.stringify({ client_id: clientId, client_secret: 'wrong', state });
        const headers = { 'content-type': 'application/json' };
        const posted = await site.fetch('/crm/secrets', { method: 'POST', headers, body });
        expect(posted.status).toBe(200);
        const query = { code: 'made-up', state, referer: 'acme.kommo.com', client_id: clientId };
        const claimed = await other.get(`/crm/callback?${new URLSearchParams(query).toString()}`);
        // The stored secret is right; only the code is wrong.
        expect([claimed.status, await claimed.text()]).toEqual([502, expected]);
      }
    });
    await app.close();
    expect(kept).toHaveLength(1);
    expect(kept[0]?.[0]).toBe('me');
  });
}

test('Hono', async () => {
  const url = 'http://localhost';
  const kept: [string, TokenSet][] = [];
  await withSandbox(url, async (sandbox) => {
    const app = honoCrm({
      client: new Client(integration(url)),
      key: crypto.getRandomValues(new Uint8Array(32)),
      keep: (...all) => Promise.resolve(void kept.push(all)),
      userOf: (request) => request.headers.get('x-user') ?? '',
      secure: false,
      server: sandbox.url,
    });
    const site = {
      fetch: async (path: string, init?: RequestInit) => app.request(url + path, init),
    };
    await followCodeFlow(site, sandbox);
  });
  expect(kept.map(([user, { host }]) => [user, host])).toEqual([['me', 'acme.kommo.com']]);
});

test('Next', async () => {
  const url = 'https://shop.example';
  await withSandbox(url, async (sandbox) => {
    Object.assign(process.env, {
      CRM_CLIENT_ID: 'guide',
      CRM_CLIENT_SECRET: 'guide-secret',
      CRM_REDIRECT_URI: `${url}/crm/callback`,
      CRM_STATE_KEY: Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64'),
      CRM_SERVER: sandbox.url,
    });
    const { site: own, tokens } = await import('../../docs/back-end/next/lib/crm.js');
    await expect(own.userOf(new Request(url))).rejects.toThrow('Nobody is signed in.');
    own.userOf = (request) => Promise.resolve(request.headers.get('x-user') ?? '');
    own.findUser = (accountId) => Promise.resolve(accountId === ACCOUNT ? 'me' : undefined);
    const routes: Record<string, { GET: (request: Request) => Promise<Response> }> = {
      '/crm/state': await import('../../docs/back-end/next/app/crm/state/route.js'),
      '/crm/callback': await import('../../docs/back-end/next/app/crm/callback/route.js'),
      '/crm/disconnected': await import('../../docs/back-end/next/app/crm/disconnected/route.js'),
    };
    const site = {
      fetch: (path: string, init?: RequestInit) => {
        const { pathname } = new URL(url + path);
        return routes[pathname]!.GET(new Request(url + path, init));
      },
    };
    await followCodeFlow(site, sandbox);
    expect((await tokens.get('me'))?.host).toBe('acme.kommo.com');
    await disconnect(site, sandbox, tokens);
  });
});

test('what the guides show is what was tested here', () => {
  const files = readdirSync(guides, { recursive: true, encoding: 'utf8' });
  const read = (name: string) => readFileSync(`${guides}/${name}`, 'utf8');
  const shown = files
    .filter((name) => name.endsWith('.md'))
    .flatMap((name) => readBlocks(`${guides}/${name}`))
    .filter(({ language }) => language === 'ts')
    .map(({ code }) => code);
  const tested = files.filter((name) => name.endsWith('.ts')).map(read);
  expect(tested).toHaveLength(7);
  expect(shown.sort()).toEqual(tested.sort());
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
