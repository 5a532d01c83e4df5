import type { APIRoute } from 'astro';
import { getSecret } from 'astro:env/server';
import { Client, createHandler, SqliteStore } from 'crm-oauth-button/server';

const secret = (name: string) => getSecret(`CRM_${name}`) ?? '';

export const crm = createHandler<App.Locals>({
  clients: [
    new Client({
      clientId: secret('ID'),
      clientSecret: secret('SECRET'),
      redirectUri: secret('REDIRECT_URI'),
    }),
  ],
  store: await SqliteStore.open('crm.db', { keys: [secret('KEY')] }),
  userOf: (_, locals) => locals.user?.id,
  server: getSecret('CRM_SERVER'),
});

export const handle: APIRoute = ({ request, locals }) => crm(request, locals);
