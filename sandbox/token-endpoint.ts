import { Hono, type Context } from 'hono';
import type { Brand } from './brand.js';
import type { Env } from './env.js';
import type { Tokens } from './grants.js';
import { isSame } from './is-same.js';
import { OAuthProblem } from './oauth-problem.js';
import type { Store } from './store.js';

/**
 * Where a server exchanges its code or its refresh token. It answers no page: there are no CORS headers.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-3.2
 */
export function tokenEndpoint(brand: Brand, store: Store): Hono<Env> {
  const app = new Hono<Env>();

  app.onError((error) => {
    if (!(error instanceof OAuthProblem)) throw error;
    store.log(`tokens refused: ${error.message}`);
    return error.toResponse(brand);
  });

  app.post('/oauth2/access_token', async (c) => {
    const params = await readParams(c);
    store.record('token', c.env.incoming.url ?? c.req.path, params);
    const tokens = exchange(params, brand, store);
    store.log(`tokens issued to ${params.get('client_id') ?? ''}`);
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

function exchange(params: URLSearchParams, { id }: Brand, { grants, integrations }: Store): Tokens {
  const required = (name: string) => {
    const value = params.get(name);
    if (!value) throw new OAuthProblem(400, `Check the \`${name}\` parameter`);
    return value;
  };
  const grantType = required('grant_type');
  const clientId = required('client_id');
  const clientSecret = required('client_secret');
  const redirectUri = required('redirect_uri');

  const integration = integrations.find(clientId);
  const isRegistered = integration && (integration.brand ?? id) === id;
  if (!isRegistered || !isSame(integration.clientSecret, clientSecret)) {
    throw new OAuthProblem(401, 'Client authentication failed');
  }
  if (grantType === 'authorization_code') return grants.redeemCode(required('code'), clientId, redirectUri);
  if (grantType === 'refresh_token') return grants.refresh(required('refresh_token'), clientId, redirectUri);
  throw new OAuthProblem(400, 'Check the `grant_type` parameter');
}
