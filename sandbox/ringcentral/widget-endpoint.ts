import { Hono } from 'hono';
import type { Env } from '../env.js';
import { WIDGET_STYLES } from './widget-styles.js';
import { redirectPage, widgetPage } from './widget-page.js';
import { readWidgetScript } from '../read-widget-script.js';

/** The widget may be framed anywhere, and talks to the server that `appServer` names. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  'img-src https: http: data:',
  "connect-src 'self' https: http://localhost:* http://127.0.0.1:*",
  "base-uri 'none'",
].join('; ');

/** RingCentral Embeddable: its adapter script, the page in the frame, the redirect page, and what they load. */
export function widgetEndpoint(): Hono<Env> {
  const app = new Hono<Env>();

  app.use('/embeddable/*', async (c, next) => {
    await next();
    c.header('Content-Security-Policy', CONTENT_SECURITY_POLICY);
  });

  app.get('/embeddable/app.html', (c) => c.html(widgetPage()));
  app.get('/embeddable/redirect.html', (c) => c.html(redirectPage()));
  app.get('/embeddable/app.css', (c) =>
    c.body(WIDGET_STYLES, 200, { 'content-type': 'text/css; charset=utf-8' }),
  );
  app.get('/embeddable/:script{[a-z-]+\\.js}', async (c) => {
    const script = await readWidgetScript(c.req.param('script'));
    if (script === undefined) return c.notFound();
    return c.body(script, 200, { 'content-type': 'text/javascript; charset=utf-8' });
  });

  return app;
}
