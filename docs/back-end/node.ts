import { createServer } from 'node:http';
import { Client, createHandler, SqliteStore, toNodeListener } from 'crm-oauth-button/server';
import { userOf } from './session.js'; // yours

const { CRM_ID = '', CRM_SECRET = '', CRM_REDIRECT_URI = '', CRM_KEY = '', CRM_SERVER } = process.env;

export const crm = createHandler({
  clients: [new Client({ clientId: CRM_ID, clientSecret: CRM_SECRET, redirectUri: CRM_REDIRECT_URI })],
  store: await SqliteStore.open('crm.db', { keys: [CRM_KEY] }),
  userOf,
  server: CRM_SERVER,
});

const listener = toNodeListener(crm);

export const server = createServer((request, response) => {
  listener(request, response, () => response.end('Your pages.'));
}).listen(process.env.PORT ?? 3000);
