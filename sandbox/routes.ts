import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import type { Stores } from './authorization-server.js';
import { disconnectEndpoint } from './crm/disconnect-endpoint.js';
import { DISCONNECT_PATH, indexPage } from './pages/index-page.js';
import { ANSWER_SCRIPT, ANSWER_SCRIPT_PATH, notFoundPage } from './pages/outcome-pages.js';
import { STYLES_PATH } from './pages/page.js';
import { WEBVIEW_SCRIPT, WEBVIEW_SCRIPT_PATH } from './pages/webview-script.js';
import { SERVERS, STYLES } from './servers.js';
import type { Hosts } from './shared/hosts.js';
import { CSS, JAVASCRIPT, queryOf, sentPath, type Env } from './shared/requests.js';
import type { Runtime } from './shared/runtime.js';

const BEHAVIOUR_PATH = '/sandbox/behaviour';

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

/** The paths to which pages of any origin may post, as at the vendor. They set CORS headers of their own. */
export const OPEN_PATHS = SERVERS.flatMap(({ brand, openPaths }) =>
  openPaths.map((path) => brand.prefix + path),
);

/** All routes of one sandbox. */
export function createApp(stores: Stores, hosts: Hosts): Hono<Env> {
  const { runtime } = stores;
  const app = new Hono<Env>({ strict: false });

  // Ahead of the rest, so that the behaviour can change while the sandbox is offline.
  app.route('/', behaviourEndpoint(runtime, hosts));

  app.use(async (c, next) => {
    const request = `${c.req.method} ${sentPath(c)}`;
    if (runtime.behaviour.offline) {
      runtime.log(`${request} dropped`);
      c.env.incoming.socket.destroy();
      return RESPONSE_ALREADY_SENT;
    }
    c.header('Content-Security-Policy', CONTENT_SECURITY_POLICY);
    c.header('Cache-Control', 'no-store');
    // Not no-referrer: with it the browser sends the form with “Origin: null”.
    c.header('Referrer-Policy', 'same-origin');
    c.header('X-Content-Type-Options', 'nosniff');
    await next();
    runtime.log(`${request} ${c.res.status}`);
    return undefined;
  });

  app.get('/', (c) => c.html(frontPage(stores, new URL(c.req.url).origin, queryOf(c))));
  app.get(STYLES_PATH, (c) => c.body(STYLES, 200, CSS));
  app.get(ANSWER_SCRIPT_PATH, (c) => c.body(ANSWER_SCRIPT, 200, JAVASCRIPT));
  app.get(WEBVIEW_SCRIPT_PATH, (c) => c.body(WEBVIEW_SCRIPT, 200, JAVASCRIPT));
  app.route('/', disconnectEndpoint(stores.crm, runtime));
  for (const { brand, serve } of SERVERS) {
    for (const endpoint of serve(stores)) {
      for (const prefix of new Set([brand.prefix || '/', `/${brand.id}`])) app.route(prefix, endpoint);
    }
  }
  app.notFound((c) => c.html(notFoundPage(c.req.path), 404));
  return app;
}

/** Reads and changes the behaviour over HTTP. Pages on the sandbox's own hosts may do so too. */
function behaviourEndpoint(runtime: Runtime, hosts: Hosts): Hono<Env> {
  const app = new Hono<Env>();
  const current = () => ({ ...runtime.behaviour, coop: runtime.behaviour.coop ?? null });

  app.use(
    BEHAVIOUR_PATH,
    cors({ origin: (origin) => (hosts.hasOrigin(origin) ? origin : null), allowMethods: ['GET', 'POST'] }),
  );

  app.get(BEHAVIOUR_PATH, (c) => c.json(current()));

  app.post(BEHAVIOUR_PATH, async (c) => {
    // A page elsewhere can send a form or text without a preflight, but no JSON.
    if (!/^application\/json\b/i.test(c.req.header('content-type') ?? '')) {
      return c.json({ error: 'The behaviour must be sent as application/json.' }, 415);
    }
    try {
      runtime.behave(await c.req.json());
    } catch (error) {
      return c.json(
        { error: error instanceof TypeError ? error.message : 'The body is not valid JSON.' },
        400,
      );
    }
    runtime.log(`behaviour: ${JSON.stringify(current())}`);
    return c.json(current());
  });

  return app;
}

function frontPage({ catalogue, crm, ringcentral, runtime }: Stores, origin: string, query: URLSearchParams) {
  const integrations = [...crm.integrations.all(), ...catalogue.clients];
  const content = {
    names: SERVERS.map(({ brand }) => brand.name),
    snippets: SERVERS.flatMap(({ snippets }) => snippets(origin)),
    clients: [
      ...integrations.map(({ clientId, name, redirectUri }) => ({
        clientId,
        name,
        redirectUris: [redirectUri],
      })),
      ...ringcentral.clients,
    ],
    connections: crm.connections.map(({ account, host, integration: { clientId, name } }) => ({
      account: host,
      accountId: account.id,
      clientId,
      name,
    })),
    behaviour: runtime.behaviour,
    endpoints: [
      ...SERVERS.flatMap(({ brand, endpoints }) =>
        endpoints.map(([path, purpose]) => [brand.prefix + path, purpose] as const),
      ),
      [BEHAVIOUR_PATH, 'GET or POST: how the sandbox acts, as JSON'] as const,
      [DISCONNECT_PATH, 'POST: disconnects an account of Kommo or amoCRM, as form or JSON'] as const,
      [WEBVIEW_SCRIPT_PATH, 'GET: a script that turns your page into one inside an app'] as const,
    ],
  };
  return indexPage(content, query);
}
