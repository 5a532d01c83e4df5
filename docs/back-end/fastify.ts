import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Client, createHandler, SqliteStore, toNodeListener } from 'crm-oauth-button/server';

const { CRM_ID = '', CRM_SECRET = '', CRM_REDIRECT_URI = '', CRM_KEY = '', CRM_SERVER } = process.env;

export const crm = createHandler<{ fastify: FastifyRequest & { session?: { userId?: string } } }>({
  clients: [new Client({ clientId: CRM_ID, clientSecret: CRM_SECRET, redirectUri: CRM_REDIRECT_URI })],
  store: await SqliteStore.open('crm.db', { keys: [CRM_KEY] }),
  userOf: (_, { fastify }) => fastify.session?.userId,
  server: CRM_SERVER,
});

const listener = toNodeListener(crm);

/** After the session's plugin. Hooks of this kind run before any body parser, which would take the body away. */
export function addCrm(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, done) => {
    listener(Object.assign(request.raw, { fastify: request }), reply.raw, done);
  });
}
