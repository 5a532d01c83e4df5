import { Hono } from 'hono';
import { readFile } from 'node:fs/promises';
import { CSS, JAVASCRIPT, type Env } from '../shared/requests.js';
import { redirectPage, WIDGET_STYLES, widgetPage } from './widget-page.js';

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
  app.get('/embeddable/app.css', (c) => c.body(WIDGET_STYLES, 200, CSS));
  app.get('/embeddable/:script{[a-z-]+\\.js}', async (c) => {
    const script = await readWidgetScript(c.req.param('script'));
    if (script === undefined) return c.notFound();
    return c.body(script, 200, JAVASCRIPT);
  });

  return app;
}

/**
 * Reads a script of the widget, which lies in `frame/` next to this module, bundled or not.
 *
 * @param name a plain file name
 * @returns `undefined` when there is no such file
 */
export async function readWidgetScript(name: string): Promise<string | undefined> {
  try {
    return await readFile(new URL(`./frame/${name}`, import.meta.url), 'utf8');
  } catch {
    return undefined;
  }
}
