// @ts-check
import { createAdaptorServer } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { once } from 'node:events';

/** Tells when the first button has a box: from the start of the navigation, in ms. */
const WATCH = `<script>
  window.drawn = new Promise((resolve) => {
    const look = () => {
      const button = document.querySelector('.kommo-oauth');
      if (button && button.offsetHeight) resolve(performance.now());
      else requestAnimationFrame(look);
    };
    look();
  });
</script>`;

/** How the script that ours replaces draws: once the page has loaded, with HTML from text. */
const VENDOR = `window.onload = () => {
  for (const marker of document.querySelectorAll('.kommo_oauth')) {
    marker.insertAdjacentHTML('beforebegin', '<div class="kommo-oauth" style="height: 42px">Continue with Kommo</div>');
  }
};`;

const page = (/** @type {string} */ script) =>
  `<!doctype html><title>Bench</title>${WATCH}<h1>Shop</h1><img src="/slow.svg" alt="">
  <script class="kommo_oauth" data-client-id="shop" src="${script}"></script>`;

const STYLE = `<style>
  .vendor { display: inline-flex; align-items: center; height: 42px; border: 2px solid #0e0142; border-radius: 4px;
    background: #0e0142; color: #fff; font: 700 16px Roboto, Helvetica, Arial, sans-serif; cursor: pointer }
  .vendor .logo { width: 38px; height: 38px; border-radius: 4px; background: #fff }
  .vendor span { padding: 0 16px }
</style>`;

/** Serves the pages that are measured, on a free port. */
export async function servePages() {
  const app = new Hono();
  app.use('/cdn/*', serveStatic({ root: '.' }));
  app.get('/empty', (c) =>
    c.html(`<!doctype html><title>Bench</title>${STYLE}<script src="/cdn/button.js"></script><body>`),
  );
  app.get('/ours', (c) => c.html(page('/cdn/button.js')));
  app.get('/theirs', (c) => c.html(page('/vendor.js')));
  app.get('/vendor.js', (c) => c.body(VENDOR, 200, { 'Content-Type': 'text/javascript' }));
  app.get('/slow.svg', async (c) => {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    return c.body('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', 200, {
      'Content-Type': 'image/svg+xml',
    });
  });
  const server = createAdaptorServer({ fetch: app.fetch });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { url: `http://localhost:${port}`, close: () => new Promise((resolve) => server.close(resolve)) };
}
