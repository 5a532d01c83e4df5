import { createAdaptorServer } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { bundleLit } from '../../demo/server/assets.js';

/** The redirect page from the CRM's documents: it reports to its opener and closes. */
const SAMPLE_REDIRECT_PAGE = `<!doctype html><script>
  if (window.opener) {
    const error = new URLSearchParams(location.search).get('error') ?? undefined;
    window.opener.postMessage({ error, status: error ? 'error' : 'ok' }, '*');
    window.close();
  }
</script>`;

/** An integrator's site on a port of its own. */
export interface Site {
  readonly url: string;
  /** Puts a page at a path; returns its URL. */
  page(path: string, html: string, headers?: Record<string, string>): string;
  /** Bodies that were posted to `/secrets`, parsed. */
  readonly secrets: unknown[];
  close(): Promise<void>;
}

/**
 * Serves `/cdn`, `/dist`, the redirect pages `/callback` and `/report`, the webhook `/secrets`, and the test's own pages.
 *
 * @param backEnd routes below `/api`. Default: none
 */
export async function startSite(backEnd?: Hono): Promise<Site> {
  const app = new Hono();
  const pages = new Map<string, { html: string; headers: Record<string, string> }>();
  const secrets: unknown[] = [];
  if (backEnd) app.route('/api', backEnd);
  app.use('/cdn/*', serveStatic({ root: '.' }));
  for (const [path, { type, body }] of await bundleLit()) {
    app.get(`/${path}`, (c) => c.body(body, 200, { 'content-type': type }));
  }
  app.use('/dist/*', serveStatic({ root: '.' }));
  app.get('/callback', (c) => c.html('<!doctype html><title>Connected</title>'));
  app.get('/report', (c) => c.html(SAMPLE_REDIRECT_PAGE));
  app.post('/secrets', async (c) => {
    secrets.push(await c.req.json());
    return c.text('');
  });
  app.get('*', (c) => {
    const page = pages.get(c.req.path);
    return page ? c.html(page.html, 200, page.headers) : c.notFound();
  });

  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    url,
    secrets,
    page(path, html, headers = {}) {
      pages.set(path, {
        html: `<!doctype html><meta charset="utf-8"><title>Shop</title><body>${html}`,
        headers,
      });
      return url + path;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
