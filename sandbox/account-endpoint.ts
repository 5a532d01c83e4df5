import { Hono } from 'hono';
import type { Brand } from './brand.js';
import type { Env } from './env.js';
import { OAuthProblem } from './oauth-problem.js';
import type { Store } from './store.js';

/** The one call of the CRM's API that there is here: which account does this access token open? */
export function accountEndpoint(brand: Brand, { accounts, grants }: Store): Hono<Env> {
  const app = new Hono<Env>();

  app.get('/api/v4/account', (c) => {
    const token = /^Bearer (.+)$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? '';
    const accountId = grants.accountIdOf(token);
    const account = accounts.find(({ id }) => id === accountId);
    return account ? c.json(account) : new OAuthProblem(401, 'Unauthorized').toResponse(brand);
  });

  return app;
}
