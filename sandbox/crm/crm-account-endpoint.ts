import { Hono, type Context } from 'hono';
import { bearerToken, sentPath, type Env } from '../shared/requests.js';
import type { Runtime } from '../shared/runtime.js';
import { accountHost, type CrmBrand } from './crm-brands.js';
import { OAuthProblem, PAYMENT_REQUIRED } from './crm-grants.js';
import type { CrmStore } from './crm-store.js';

/**
 * The calls that tell which account a token opens, and under which host it is found today.
 *
 * @see https://developers.kommo.com/reference/account-parameters
 */
export function crmAccountEndpoint(brand: CrmBrand, store: CrmStore, runtime: Runtime): Hono<Env> {
  const app = new Hono<Env>();
  const { grants } = store;

  app.onError((error) => {
    if (!(error instanceof OAuthProblem)) throw error;
    return error.toResponse(brand.problem);
  });

  const accountOf = (c: Context<Env>, accountId: number | undefined) => {
    runtime.recordCall('account', sentPath(c));
    const account = store.findAccount(accountId);
    if (!account) throw new OAuthProblem(401, 'Unauthorized');
    return account;
  };

  app.get('/api/v4/account', (c) => {
    const account = accountOf(c, grants.accountIdOf(bearerToken(c)));
    if (runtime.behaviour.account === 'blocked') throw PAYMENT_REQUIRED;
    return c.json(account);
  });

  // The vendor's library has both calls and the names of their fields; the documents have neither.
  // https://github.com/amocrm/amocrm-api-php/blob/master/src/AmoCRM/OAuth/AmoCRMOAuth.php (getAccountDomain…)
  const domainOf = (c: Context<Env>, accountId: number | undefined) => {
    const { id, subdomain } = accountOf(c, accountId);
    const domain = accountHost({ subdomain }, brand);
    return c.json({ id, subdomain, domain, top_level_domain: domain.replace(/^.*\./, '') });
  };

  app.get('/oauth2/account/subdomain', (c) => domainOf(c, grants.accountIdOf(bearerToken(c))));

  app.get('/oauth2/account/current/subdomain', (c) =>
    domainOf(c, grants.accountIdOfRefreshToken(c.req.header('x-refresh-token') ?? '')),
  );

  return app;
}
