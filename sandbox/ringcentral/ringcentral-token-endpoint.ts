import { Hono } from 'hono';
import { cors } from 'hono/cors';
import type { Env } from '../env.js';
import { isSame } from '../is-same.js';
import type { Store } from '../store.js';
import { OAuthError } from './oauth-error.js';
import type { RingCentralTokens, TokenClient } from './ringcentral-grants.js';
import type { RingCentralStore } from './ringcentral-store.js';

/** Below the prefix. */
export const TOKEN_PATH = '/restapi/oauth/token';
const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

/**
 * RingCentral's token endpoint. Pages may call it: a client with PKCE needs no server.
 *
 * @see https://developers.ringcentral.com/api-reference/Get-Token
 */
export function ringCentralTokenEndpoint(store: Store): Hono<Env> {
  const app = new Hono<Env>();

  app.use(TOKEN_PATH, cors({ origin: '*', allowMethods: ['POST'] }));

  app.onError((error, c) => {
    if (!(error instanceof OAuthError)) throw error;
    store.log(`tokens refused: ${error.message}`);
    // RFC 6749 §5.2 asks for it when the client has tried this scheme.
    if (error.status === 401 && c.req.header('authorization')) c.header('WWW-Authenticate', 'Basic');
    return c.json(error.toJSON(), error.status);
  });

  app.post(TOKEN_PATH, async (c) => {
    const params = new URLSearchParams(await c.req.text());
    store.record('token', c.env.incoming.url ?? c.req.path, params);
    const client = identify(params, c.req.header('authorization'), store.ringcentral);
    const tokens = exchange(params, client, store.ringcentral);
    store.log(`tokens issued to ${client.clientId}`);
    return c.json(tokens);
  });

  return app;
}

/** Who asks. The secret may be missing, but not wrong (RFC 6749 §2.3.1). */
function identify(
  params: URLSearchParams,
  authorization: string | undefined,
  store: RingCentralStore,
): TokenClient {
  const basic = /^Basic (.+)$/i.exec(authorization ?? '')?.[1];
  const [, id, secret] = /^([^:]*):(.*)$/s.exec(Buffer.from(basic ?? '', 'base64').toString()) ?? [];
  const clientId = id ?? params.get('client_id') ?? '';
  const given = secret ?? params.get('client_secret') ?? '';
  if (!clientId) throw new OAuthError('invalid_client', 'Client authentication is required', 'OAU-123');
  const expected = store.secretOf(clientId);
  const authenticated = expected !== undefined && isSame(expected, given);
  if (given && !authenticated) throw new OAuthError('invalid_client', 'Invalid client credentials');
  return { clientId, authenticated };
}

function exchange(params: URLSearchParams, client: TokenClient, store: RingCentralStore): RingCentralTokens {
  const required = (name: string) => {
    const value = params.get(name);
    if (!value) throw new OAuthError('invalid_request', `Parameter [${name}] is missing`);
    return value;
  };
  const { grants, users } = store;
  switch (required('grant_type')) {
    case 'authorization_code':
      return grants.redeemCode(
        required('code'),
        client,
        required('redirect_uri'),
        params.get('code_verifier') ?? '',
      );
    case 'refresh_token':
      return grants.refresh(required('refresh_token'), client);
    case JWT_BEARER: {
      const assertion = required('assertion');
      if (!client.authenticated) {
        throw new OAuthError('invalid_client', 'Client authentication is required', 'OAU-123');
      }
      const user = users.find(({ jwt }) => jwt === assertion);
      if (!user) throw new OAuthError('invalid_grant', 'Invalid assertion');
      return grants.issueTokens({ clientId: client.clientId, userId: user.id, pkce: false });
    }
    default:
      throw new OAuthError('unsupported_grant_type', 'Unsupported grant type');
  }
}
