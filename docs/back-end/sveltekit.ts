import { env } from '$env/dynamic/private';
import type { RequestHandler } from '@sveltejs/kit';
import { Client, createHandler, SqliteStore } from 'crm-oauth-button/server';

const { CRM_ID = '', CRM_SECRET = '', CRM_REDIRECT_URI = '', CRM_KEY = '', CRM_SERVER } = env;

export const crm = createHandler<App.Locals>({
  clients: [new Client({ clientId: CRM_ID, clientSecret: CRM_SECRET, redirectUri: CRM_REDIRECT_URI })],
  store: await SqliteStore.open('crm.db', { keys: [CRM_KEY] }),
  userOf: (_, locals) => locals.user?.id,
  server: CRM_SERVER,
});

export const handle: RequestHandler = ({ request, locals }) => crm(request, locals);
