import { type Context, Hono } from 'hono';
import { Client, createHandler, SqliteStore } from 'crm-oauth-button/server';

const { CRM_ID = '', CRM_SECRET = '', CRM_REDIRECT_URI = '', CRM_KEY = '', CRM_SERVER } = process.env;

interface SignedIn {
  Variables: { userId?: string };
}

export const crm = createHandler<Context<SignedIn>>({
  clients: [new Client({ clientId: CRM_ID, clientSecret: CRM_SECRET, redirectUri: CRM_REDIRECT_URI })],
  store: await SqliteStore.open('crm.db', { keys: [CRM_KEY] }),
  userOf: (_, c) => c.get('userId'),
  server: CRM_SERVER,
});

/** After the middleware that has set `userId`: `app.route('/', crmRoutes)`. */
export const crmRoutes = new Hono<SignedIn>().all('/crm/*', (c) => crm(c.req.raw, c));
