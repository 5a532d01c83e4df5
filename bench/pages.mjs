// @ts-check
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { bundle } from './bundles.mjs';
import { clickPage } from './click-pages.mjs';
import { connectionsPage } from './connections-pages.mjs';
import { firstButtonPage, leastScript, vendorScript } from './first-button-pages.mjs';

const SLOW = 1000;

/** The clock of a page has steps of 5 µs if the page is isolated, and of 100 µs otherwise. */
const ISOLATED = {
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Document-Isolation-Policy': 'isolate-and-require-corp',
};
const SCRIPT = { 'Content-Type': 'text/javascript; charset=utf-8' };
const CSS = { 'Content-Type': 'text/css; charset=utf-8' };

/**
 * Serves the measured pages on a free port.
 *
 * @param {ReadonlyMap<string, import('./bundles.mjs').Bundle>} bundles of the candidates
 */
export async function servePages(bundles) {
  const client = await bundle("import './client/buttons.mjs';", 'iife');
  const hydrating = await bundle(
    "import '@lit-labs/ssr-client/lit-element-hydrate-support.js'; import '../dist/index.js';",
  );
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(ISOLATED)) c.header(name, value);
    c.header('Cache-Control', 'no-store');
  });
  app.get('/buttons/:id', (c) => {
    const id = c.req.param('id');
    return c.html(`<!doctype html><html lang="en" data-candidate="${id}"><meta charset="utf-8"><title>Bench</title>
      <link rel="icon" href="data:,"><link rel="stylesheet" href="/candidates/${id}.css">
      <script src="/candidates/${id}.js"></script><body><script src="/client.js"></script>`);
  });
  app.get('/blank', (c) =>
    c.html('<!doctype html><html lang="en"><title>Bench</title><link rel="icon" href="data:,"><body>'),
  );
  app.get('/cold/:id/:run', (c) => {
    const { id, run } = c.req.param();
    return c.html(`<!doctype html><html lang="en"><title>Bench</title><link rel="icon" href="data:,"><body>
      <script>performance.mark('load ${run}')</script><script src="/candidates/${id}.js"></script>
      <script>performance.mark('ran ${run}')</script>`);
  });
  app.get('/connections/:id', (c) => c.html(connectionsPage(c.req.param('id'))));
  app.get('/connections.js', (c) => c.body(readFileSync('cdn/connections.js', 'utf8'), 200, SCRIPT));
  app.get('/click/:id', (c) => {
    const { port } = new URL(c.req.url);
    return c.html(clickPage(c.req.param('id'), `http://127.0.0.1:${port}`));
  });
  app.get('/client.js', (c) => c.body(client.js.toString(), 200, SCRIPT));
  app.get('/candidates/:file', (c) => {
    const [id = '', type] = c.req.param('file').split('.');
    const scripts = /** @type {Record<string, string>} */ ({
      vendor: vendorScript,
      least: leastScript,
      hydrating: String(hydrating.js),
    });
    const script = scripts[id] ?? String(bundles.get(id)?.js ?? '');
    return type === 'css'
      ? c.body(String(bundles.get(id)?.css ?? ''), 200, CSS)
      : c.body(script, 200, SCRIPT);
  });
  app.get('/first/:slow/:loading/:id', (c) => c.html(firstButtonPage(c.req.param(), bundles)));
  app.get('/slow.svg', async (c) => {
    await wait(SLOW);
    return c.body('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', 200, {
      'Content-Type': 'image/svg+xml',
    });
  });
  app.get('/slow.css', async (c) => {
    await wait(SLOW);
    return c.body('h1 { color: #0e0142 }', 200, CSS);
  });
  // The consent page allows at once, and reports as the CRM does.
  app.get('/oauth/*', (c) =>
    c.html(`<!doctype html><title>Consent</title><script>
      const query = new URLSearchParams(location.search);
      const url = new URL('/callback', query.get('origin'));
      url.searchParams.set('code', 'code');
      url.searchParams.set('state', query.get('state'));
      url.searchParams.set('referer', 'acme.kommo.com');
      opener?.postMessage({ url: url.href }, new URL(query.get('origin')).origin);
    </script>`),
  );
  const server = createAdaptorServer({ fetch: app.fetch });
  server.listen(0);
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `http://localhost:${port}`,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
