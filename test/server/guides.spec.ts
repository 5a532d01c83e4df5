import { expect } from '@playwright/test';
import express, { type RequestHandler } from 'express';
import fastify from 'fastify';
import { Hono } from 'hono';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { sessions } from '../../docs/back-end/session.js';
import { infoOf, readBlocks } from '../helpers/documents.js';
import { type Crm, follow, headersOf, type Site, siteAt, test } from './guides/follow.js';
import type { Place } from './guides/runtimes.js';

/** Loads a guide's module as a site would: in its own folder, with the variables of its own. */
async function load<Module>({ folder, env }: Place, module: () => Promise<Module>): Promise<Module> {
  Object.assign(process.env, env);
  const before = process.cwd();
  process.chdir(folder);
  return module().finally(() => process.chdir(before));
}

/** The session of a request, as a framework's own plugin gives it. */
const userIn = (cookie: string | undefined) => (cookie ? { userId: cookie.replace('session=', '') } : {});

const siteOf = (
  handle: (request: Request) => Response | Promise<Response>,
  crm: Crm,
  { folder }: Place,
): Site => ({
  fetch: async (path, user, init) =>
    handle(new Request(`https://shop.example${path}`, headersOf(user, init))),
  accessToken: (user, id, options) => crm.accessToken(user, id, options),
  folder,
});

const urlOf = (server: Server) => `http://localhost:${(server.address() as AddressInfo).port}`;

const stop = (server: Server) => {
  server.closeAllConnections();
  server.close();
};

test.beforeAll(() => {
  for (const user of ['me', 'you']) sessions.set(user, user);
});

const addSession: RequestHandler = (request, _, next) => {
  Object.assign(request, { session: userIn(request.headers.cookie) });
  next();
};
const parsers: RequestHandler[] = [express.json({ type: '*/none' }), express.urlencoded()];

for (const [where, before, after] of [
  ['before', parsers, []],
  ['after', [], parsers],
] as const) {
  test(`Express, with body parsers ${where} it`, async ({ place, sandbox }) => {
    const { createApp, crm } = await load(place, () => import('../../docs/back-end/express.js'));
    const app = createApp(addSession, ...before);
    app.use(...after, (_, response) => response.send('Your pages.'));
    const server = createServer(app).listen(0, '127.0.0.1');
    await once(server, 'listening');
    await follow(siteAt(urlOf(server), crm, place), sandbox);
    expect(await (await fetch(urlOf(server))).text()).toBe('Your pages.');
    stop(server);
  });
}

test('Fastify', async ({ place, sandbox }) => {
  const { addCrm, crm } = await load(place, () => import('../../docs/back-end/fastify.js'));
  const app = fastify();
  app.addHook('onRequest', (request, _, done) => {
    Object.assign(request, { session: userIn(request.headers.cookie) });
    done();
  });
  addCrm(app);
  app.get('/', () => 'Your pages.');
  await app.listen({ port: 0, host: '127.0.0.1' });
  await follow(siteAt(urlOf(app.server), crm, place), sandbox);
  expect(await (await fetch(urlOf(app.server))).text()).toBe('Your pages.');
  app.server.closeAllConnections();
  await app.close();
});

test('Hono', async ({ place, sandbox }) => {
  const { crm, crmRoutes } = await load(place, () => import('../../docs/back-end/hono.js'));
  const app = new Hono<{ Variables: { userId?: string } }>();
  app.use(async (c, next) => {
    const { userId } = userIn(c.req.header('cookie'));
    if (userId) c.set('userId', userId);
    await next();
  });
  app.route('/', crmRoutes).get('/', (c) => c.text('Your pages.'));
  await follow(
    siteOf((request) => app.fetch(request), crm, place),
    sandbox,
  );
  expect(await (await app.request('/')).text()).toBe('Your pages.');
});

test('Node', async ({ place, sandbox }) => {
  const { crm, server } = await load(place, () => import('../../docs/back-end/node.js'));
  if (!server.listening) await once(server, 'listening');
  await follow(siteAt(urlOf(server), crm, place), sandbox);
  expect(await (await fetch(urlOf(server))).text()).toBe('Your pages.');
  stop(server);
});

/** A framework that calls the function of the request's method. */
const byMethod =
  (module: Readonly<Record<string, unknown>>, eventOf: (request: Request) => unknown) => (request: Request) =>
    (module[request.method] as (event: unknown) => Promise<Response>)(eventOf(request));

/** What a framework's own middleware has put there. */
const eventOf = (request: Request) => {
  const { userId } = userIn(request.headers.get('cookie') ?? '');
  return { request, locals: userId ? { user: { id: userId } } : {} };
};

test('Next', async ({ place, sandbox }) => {
  const { crm } = await load(place, () => import('../../docs/back-end/next.js'));
  const route = await import('../../docs/back-end/next-route.js');
  await follow(
    siteOf(
      byMethod(route, (request) => request),
      crm,
      place,
    ),
    sandbox,
  );
});

test('SvelteKit', async ({ place, sandbox }) => {
  const { crm } = await load(place, () => import('../../docs/back-end/sveltekit.js'));
  const route = await import('../../docs/back-end/sveltekit-route.js');
  await follow(siteOf(byMethod(route, eventOf), crm, place), sandbox);
});

test('Astro', async ({ place, sandbox }) => {
  const { crm } = await load(place, () => import('../../docs/back-end/astro.js'));
  const { ALL, prerender } = await import('../../docs/back-end/astro-route.js');
  expect(prerender).toBe(false);
  await follow(
    siteOf(async (request) => ALL(eventOf(request)), crm, place),
    sandbox,
  );
});

test('what the guides show is what was tested here', () => {
  const files = readdirSync('docs/back-end');
  const guides = files.filter((name) => name.endsWith('.md'));
  const shown = ['docs/back-end.md', ...guides.map((name) => `docs/back-end/${name}`)]
    .flatMap(readBlocks)
    .filter(({ language }) => language === 'ts');
  const tested = files.filter((name) => name.endsWith('.ts'));
  expect(tested.length).toBeGreaterThan(10);
  const read = (name: string) => readFileSync(resolve('docs/back-end', name), 'utf8');
  expect(shown.map((block) => [infoOf(block, 'file'), block.code]).sort()).toEqual(
    tested.map((name) => [name, read(name)]).sort(),
  );
});
