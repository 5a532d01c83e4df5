import express, { type Express, type Request, type RequestHandler } from 'express';
import { Client, createHandler, SqliteStore, toNodeListener } from 'crm-oauth-button/server';

const { CRM_ID = '', CRM_SECRET = '', CRM_REDIRECT_URI = '', CRM_KEY = '', CRM_SERVER } = process.env;

export const crm = createHandler<Request & { session?: { userId?: string } }>({
  clients: [new Client({ clientId: CRM_ID, clientSecret: CRM_SECRET, redirectUri: CRM_REDIRECT_URI })],
  store: await SqliteStore.open('crm.db', { keys: [CRM_KEY] }),
  userOf: (_, { session }) => session?.userId,
  server: CRM_SERVER,
});

/** @param sessions - such as those of `express-session` */
export function createApp(...sessions: RequestHandler[]): Express {
  const app = express();
  app.use(...sessions);
  app.use(toNodeListener(crm));
  return app;
}
