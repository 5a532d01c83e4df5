import { CallbackError, TokenError } from 'crm-oauth-button/server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono, type Context } from 'hono';
import { cors } from 'hono/cors';
import { createMiddleware } from 'hono/factory';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import { fileURLToPath } from 'node:url';
import { otherOriginOf } from '../shared/place.js';
import type { Asset, Assets } from './assets.js';
import { crmSideRoutes } from './crm-side-routes.js';
import { notFoundPage } from './pages/not-found-page.js';
import type { Services } from './services.js';
import { session, type SiteEnv } from './session.js';
import { settingsRoutes } from './settings-routes.js';
import { widgetRoutes } from './widget-routes.js';

/** All routes of the demo site. */
export function createApp(services: Services, assets: Assets): Hono<SiteEnv> {
  const app = new Hono<SiteEnv>();
  const { crm, sandbox, sessionKey } = services;

  app.use(securityHeaders(services));

  const built = serveStatic({ root: fileURLToPath(new URL('../..', import.meta.url)) });
  // Pages elsewhere load these by copied snippets; with an integrity attribute that takes CORS.
  app.use('/:folder{cdn|dist}/*', cors());
  app.get('/cdn/*', built);
  // Its other half is for servers alone.
  app.get('/dist/:name{(server|sandbox)\\b.*|providers/.*token.*}', (c) => c.notFound());
  const send = (c: Context, { type, body }: Asset) => c.body(body, 200, { 'content-type': type });
  const serve = (isOfPackage: boolean): void => {
    for (const [path, asset] of assets) {
      if (path.startsWith('dist/') === isOfPackage) app.get(`/${path}`, (c) => send(c, asset));
    }
  };
  // These come first: they take the place of built files of the same path.
  serve(true);
  app.get('/dist/*', built);

  app.get('/sandbox', (c) => c.redirect(sandbox.url));

  app.use(session(sessionKey));
  serve(false);
  const index = assets.get('index.html');
  if (index) app.get('/', (c) => send(c, index));
  app.all('/crm/*', (c) => crm(c.req.raw, { user: c.get('user') }));
  app.use(csrf());
  app.route('/', settingsRoutes(services));
  app.route('/', widgetRoutes(services));
  app.route('/', crmSideRoutes(services));

  app.notFound((c) => c.html(notFoundPage(c.req.path), 404));
  app.onError((error, c) => {
    if (error instanceof HTTPException) return error.getResponse();
    if (error instanceof CallbackError) return c.json({ error: error.code }, 403);
    if (error instanceof TokenError) return c.json({ error: error.code }, 502);
    throw error;
  });
  return app;
}

/** Strict: the button needs no inline script, no inline style, no frame and no foreign origin. The studio needs some. */
function securityHeaders({ url, sandbox }: Services) {
  const ownOrigins = ["'self'", url, otherOriginOf(url)].join(' ');
  const policyOf = (path: string) =>
    [
      "default-src 'none'",
      // The script that plays the browser inside an app.
      `script-src 'self'${path === '/webview.html' ? ` ${sandbox.url}` : ''}`,
      "style-src 'self'",
      // The studio's control of the sandbox; the button itself connects to nothing.
      `connect-src 'self' ${sandbox.url}`,
      // The stories, one of them under this machine's other name, and RingCentral's widget in another.
      `frame-src ${ownOrigins} ${sandbox.url}`,
      // Logos that somebody enters in a control.
      "img-src 'self' data: https:",
      "form-action 'self'",
      `frame-ancestors ${path === '/framed.html' ? ownOrigins : "'self'"}`,
      "base-uri 'none'",
    ].join('; ');

  return createMiddleware(async (c, next) => {
    await next();
    c.header('X-Content-Type-Options', 'nosniff');
    // The pages of the handler have policies of their own.
    if (!c.res.headers.has('content-security-policy')) {
      c.header('Content-Security-Policy', policyOf(c.req.path));
      c.header('Referrer-Policy', 'same-origin');
    }
    if (c.res.headers.has('cache-control')) return;
    const isPage = c.res.headers.get('content-type')?.startsWith('text/html');
    c.header('Cache-Control', isPage ? 'no-store' : 'no-cache');
  });
}
