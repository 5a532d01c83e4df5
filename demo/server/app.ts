import { serveStatic } from '@hono/node-server/serve-static';
import { issueState } from 'crm-oauth-button/server';
import { Hono, type Context } from 'hono';
import { cors } from 'hono/cors';
import { HTTPException } from 'hono/http-exception';
import { fileURLToPath } from 'node:url';
import type { Asset, Assets } from '../assets.js';
import { failurePage } from '../pages/failure-page.js';
import { notFoundPage } from '../pages/not-found-page.js';
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
  const { sandbox, sessionKey, states } = services;

  app.use(securityHeaders(sandbox));

  const built = serveStatic({ root: fileURLToPath(new URL('../..', import.meta.url)) });
  // Pages elsewhere load these by copied snippets; with an integrity attribute that takes CORS.
  app.use('/:folder{cdn|dist}/*', cors());
  app.get('/cdn/*', built);
  // The package has two halves, and the other one is none of a page's.
  app.get('/dist/:name{(server|sandbox)\\b.*}', (c) => c.notFound());
  const send = (c: Context, { type, body }: Asset) => c.body(body, 200, { 'content-type': type });
  const serve = (isOfPackage: boolean): void => {
    for (const [path, asset] of assets) {
      if (path.startsWith('dist/') === isOfPackage) app.get(`/${path}`, (c) => send(c, asset));
    }
  };
  // In place of what was built under the same path.
  serve(true);
  app.get('/dist/*', built);

  app.get('/sandbox', (c) => c.redirect(sandbox));

  // The CRM's server calls these: it has no session.
  app.route('/', hooks(services));

  app.use(session(sessionKey));
  serve(false);
  const index = assets.get('index.html');
  if (index) app.get('/', (c) => send(c, index));
  app.get('/login-state', async (c) => {
    c.header('cache-control', 'no-store');
    return c.json({ state: await issueState(c.get('session'), states) });
  });
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
