import { Hono, type Context } from 'hono';
import { isEqual } from '../../src/server/crypto.js';
import { required, sentPath, type Env } from '../shared/requests.js';
import type { Runtime } from '../shared/runtime.js';
import type { CrmBrand } from './crm-brands.js';
import { OAuthProblem, PAYMENT_REQUIRED, type CrmTokens } from './crm-grants.js';
import type { CrmStore } from './crm-store.js';

/**
 * The endpoint at which a server exchanges its code or its refresh token. It answers no page: there are no CORS headers.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-3.2
 */
export function crmTokenEndpoint(brand: CrmBrand, store: CrmStore, runtime: Runtime): Hono<Env> {
  const app = new Hono<Env>();

  app.onError((error) => {
    if (!(error instanceof OAuthProblem)) throw error;
    runtime.log(`tokens refused: ${error.message}`);
    return error.toResponse(brand.problem);
  });

  app.post('/oauth2/access_token', async (c) => {
    const params = await readParams(c);
    runtime.record('token', sentPath(c), params);
    const tokens = exchange(params, brand, store, runtime);
    runtime.log(`tokens issued to ${params.get('client_id') ?? ''}`);
    return c.json(tokens, 200, { 'cache-control': 'no-store' });
  });

  return app;
}

async function readParams(c: Context<Env>): Promise<URLSearchParams> {
  const body = await c.req.text();
  if (!c.req.header('content-type')?.includes('json')) return new URLSearchParams(body);
  try {
    const fields = Object.entries(JSON.parse(body) as Record<string, unknown>);
    return new URLSearchParams(
      fields.filter((field): field is [string, string] => typeof field[1] === 'string'),
    );
  } catch {
    throw new OAuthProblem(400, 'Cannot parse the request body');
  }
}

function exchange(
  params: URLSearchParams,
  { id }: CrmBrand,
  { grants, integrations }: CrmStore,
  { behaviour }: Runtime,
): CrmTokens {
  const get = required(params, (name) => new OAuthProblem(400, `Check the \`${name}\` parameter`));
  const grantType = get('grant_type');
  const clientId = get('client_id');
  const clientSecret = get('client_secret');
  const redirectUri = get('redirect_uri');

  const integration = integrations.find(clientId);
  const isRegistered = integration && (integration.brand ?? id) === id;
  if (!isRegistered || !isEqual(integration.clientSecret, clientSecret)) {
    throw new OAuthProblem(401, 'Client authentication failed');
  }
  if (grantType === 'authorization_code') return grants.redeemCode(get('code'), clientId, redirectUri);
  if (grantType === 'refresh_token') {
    const refreshToken = get('refresh_token');
    if (behaviour.account === 'blocked') throw PAYMENT_REQUIRED;
    return grants.refresh(refreshToken, clientId, redirectUri);
  }
  throw new OAuthProblem(400, 'Check the `grant_type` parameter');
}
