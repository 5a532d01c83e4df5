import { serveStatic } from '@hono/node-server/serve-static';
import { createState } from 'crm-oauth-button/server';
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { fileURLToPath } from 'node:url';
import type { Assets } from '../assets.js';
import { failurePage } from '../pages/failure-page.js';
import { notFoundPage } from '../pages/not-found-page.js';
import { storiesPage } from '../pages/stories-page.js';
import { fillIn } from '../stories/fill-in.js';
import { stories } from '../stories/stories.js';
import { callback } from './callback.js';
import { connection } from './connection.js';
import { Failure } from './failure.js';
import { hooks } from './hooks.js';
import { securityHeaders } from './security-headers.js';
import type { Services } from './services.js';
import { session, type SiteEnv } from './session.js';

/** All routes of the demo site. */
export function createApp(services: Services, assets: Assets): Hono<SiteEnv> {
  const app = new Hono<SiteEnv>();
  const { url, sandbox, states } = services;
  // One for each place: a state is good for one attempt.
  const places = JSON.stringify(stories).split('{{state}}').length - 1;

  app.use(securityHeaders(sandbox));

  const built = serveStatic({ root: fileURLToPath(new URL('../..', import.meta.url)) });
  app.get('/cdn/*', built);
  // The package has two halves, and the other one is none of a page's.
  app.get('/dist/:name{(server|sandbox)\\b.*}', (c) => c.notFound());
  app.get('/dist/*', built);
  app.get('/assets/:name', (c) => {
    const asset = assets.get(c.req.param('name'));
    return asset ? c.body(asset.body, 200, { 'content-type': asset.type }) : c.notFound();
  });
  app.get('/stories/:file{[\\w-]+\\.js}', (c) => {
    const script = stories.find(({ id }) => `${id}.js` === c.req.param('file'))?.script;
    if (!script) return c.notFound();
    const type = 'text/javascript; charset=utf-8';
    return c.body(fillIn(script, { site: url, sandbox }), 200, { 'content-type': type });
  });

  app.get('/sandbox', (c) => c.redirect(sandbox));

  // The CRM's server calls these: it has no session.
  app.route('/', hooks(services));

  app.use(session);
  app.get('/', async (c) => {
    const issued = await Promise.all(
      Array.from({ length: places }, () => createState(c.get('session'), states)),
    );
    return c.html(storiesPage(services, () => issued.pop() ?? ''));
  });
  app.get('/login-state', async (c) => c.json({ state: await createState(c.get('session'), states) }));
  app.route('/', callback(services));
  app.route('/', connection(services));

  app.notFound((c) => c.html(notFoundPage(c.req.path), 404));
  app.onError((error, c) => {
    if (error instanceof HTTPException) return error.getResponse();
    const failure = Failure.from(error);
    if (!failure) throw error;
    const { status, page } = failurePage(failure);
    return c.html(page, status);
  });
  return app;
}
