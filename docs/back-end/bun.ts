import { Database } from 'bun:sqlite';
import { Client, createHandler, SqliteStore } from 'crm-oauth-button/server';
import { userOf } from './session.js'; // yours

const { CRM_ID = '', CRM_SECRET = '', CRM_REDIRECT_URI = '', CRM_KEY = '', CRM_SERVER } = Bun.env;

export const crm = createHandler({
  clients: [new Client({ clientId: CRM_ID, clientSecret: CRM_SECRET, redirectUri: CRM_REDIRECT_URI })],
  store: new SqliteStore(new Database('crm.db'), { keys: [CRM_KEY] }),
  userOf,
  server: CRM_SERVER,
});

Bun.serve({
  routes: { '/crm/*': (request) => crm(request) },
  fetch: () => new Response('Your pages.'),
});
