import { Client, createHandler, SqliteStore } from 'crm-oauth-button/server';
import { userOf } from './session.js'; // yours

const { CRM_ID = '', CRM_SECRET = '', CRM_REDIRECT_URI = '', CRM_KEY = '', CRM_SERVER } = Deno.env.toObject();

export const crm = createHandler({
  clients: [new Client({ clientId: CRM_ID, clientSecret: CRM_SECRET, redirectUri: CRM_REDIRECT_URI })],
  store: await SqliteStore.open('crm.db', { keys: [CRM_KEY] }),
  userOf,
  server: CRM_SERVER,
});

Deno.serve((request) => {
  const { pathname } = new URL(request.url);
  return crm.has(pathname) ? crm(request) : new Response('Your pages.');
});
