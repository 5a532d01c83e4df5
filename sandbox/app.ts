import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { Hono } from 'hono';
import { accountEndpoint } from './account-endpoint.js';
import { authorizationEndpoint } from './authorization-endpoint.js';
import { behaviourEndpoint } from './behaviour-endpoint.js';
import { AMOCRM, KOMMO } from './brand.js';
import type { Env } from './env.js';
import type { Hosts } from './hosts.js';
import { ANSWER_SCRIPT } from './pages/answer-script.js';
import { indexPage } from './pages/index-page.js';
import { notFoundPage } from './pages/not-found-page.js';
import { ANSWER_SCRIPT_PATH, STYLES_PATH } from './pages/page.js';
import { STYLES } from './pages/styles.js';
import { redact } from './redact.js';
import { ringCentralAccountEndpoint } from './ringcentral/ringcentral-account-endpoint.js';
import { ringCentralAuthorizationEndpoint } from './ringcentral/ringcentral-authorization-endpoint.js';
import { ringCentralTokenEndpoint, TOKEN_PATH } from './ringcentral/ringcentral-token-endpoint.js';
import { RINGCENTRAL } from './ringcentral/ringcentral.js';
import { widgetEndpoint } from './ringcentral/widget-endpoint.js';
import type { Store } from './store.js';
import { tokenEndpoint } from './token-endpoint.js';

/**
 * `form-action` stays out: Chromium applies it to the redirect that follows the form, and on to every hop behind the
 * redirect URI.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  'img-src https: http: data:',
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** What a page on any origin may post to, as at the vendor: it has CORS headers of its own. */
export const OPEN_PATHS = [RINGCENTRAL.prefix + TOKEN_PATH];

/** All routes of one sandbox. */
export function createApp(store: Store, hosts: Hosts): Hono<Env> {
  const app = new Hono<Env>({ strict: false });

  // Ahead of the rest: it must be possible to end being offline.
  app.route('/', behaviourEndpoint(store, hosts));

  app.use(async (c, next) => {
    const { method, url = '' } = c.env.incoming;
    if (store.behaviour.offline) {
      store.log(redact(`${method} ${url} dropped`));
      c.env.incoming.socket.destroy();
      return RESPONSE_ALREADY_SENT;
    }
    c.header('Content-Security-Policy', CONTENT_SECURITY_POLICY);
    c.header('Cache-Control', 'no-store');
    // Not no-referrer: with it the browser sends the form with “Origin: null”.
    c.header('Referrer-Policy', 'same-origin');
    c.header('X-Content-Type-Options', 'nosniff');
    await next();
    store.log(redact(`${method} ${url} ${c.res.status}`));
    return undefined;
  });

  app.get('/', (c) => c.html(indexPage(store, new URL(c.req.url))));
  app.get(STYLES_PATH, (c) => c.body(STYLES, 200, { 'content-type': 'text/css; charset=utf-8' }));
  app.get(ANSWER_SCRIPT_PATH, (c) =>
    c.body(ANSWER_SCRIPT, 200, { 'content-type': 'text/javascript; charset=utf-8' }),
  );
  for (const brand of [KOMMO, AMOCRM]) {
    for (const endpoint of [authorizationEndpoint, tokenEndpoint, accountEndpoint]) {
      app.route(brand.prefix || '/', endpoint(brand, store));
    }
  }
  app.route(RINGCENTRAL.prefix, ringCentralAuthorizationEndpoint(store));
  app.route(RINGCENTRAL.prefix, ringCentralTokenEndpoint(store));
  app.route(RINGCENTRAL.prefix, ringCentralAccountEndpoint(store));
  app.route(RINGCENTRAL.prefix, widgetEndpoint());
  app.notFound((c) => c.html(notFoundPage(c.req.path), 404));
  return app;
}
