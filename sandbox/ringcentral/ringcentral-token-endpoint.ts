import { Hono, type Context } from 'hono';
import { isEqual } from '../../src/server/crypto.js';
import { bearerToken, required, sentPath, type Env } from '../shared/requests.js';
import type { Runtime } from '../shared/runtime.js';
import { pagesMayAsk } from './pages-may-ask.js';
import { OAuthError, type RingCentralTokens, type TokenClient } from './ringcentral-grants.js';
import type { RingCentralStore, RingCentralUser } from './ringcentral-store.js';

const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

/**
 * RingCentral's token endpoint, and the one that ends a session. Pages may call both: a client with PKCE needs no server.
 *
 * @see https://developers.ringcentral.com/api-reference/Get-Token
 */
export function ringCentralTokenEndpoint(
  { path, revocationPath }: Readonly<Record<'path' | 'revocationPath', string>>,
  store: RingCentralStore,
  runtime: Runtime,
): Hono<Env> {
  const app = new Hono<Env>();

  for (const each of [path, revocationPath]) app.use(each, pagesMayAsk('POST'));

  app.onError((error, c) => {
    if (!(error instanceof OAuthError)) throw error;
    runtime.log(`tokens refused: ${error.message}`);
    // RFC 6749 §5.2 requires the header when the client has used this scheme.
    if (error.status === 401 && c.req.header('authorization')) c.header('WWW-Authenticate', 'Basic');
    return c.json(error.toJSON(), error.status);
  });

  app.post(path, async (c) => {
    const params = new URLSearchParams(await c.req.text());
    runtime.record('token', sentPath(c), params);
    const client = identify(params, c.req.header('authorization'), store);
    const tokens = exchange(params, client, store, runtime);
    runtime.log(`tokens issued to ${client.clientId}`);
    return c.json(tokens);
  });

  // RFC 7009 §2.2: 200 for any token.
  app.post(revocationPath, async (c) => {
    const params = new URLSearchParams(await c.req.text());
    runtime.recordCall('revocation', sentPath(c));
    const client = identify(params, c.req.header('authorization'), store);
    if (!client.authenticated && store.secretOf(client.clientId) !== undefined) {
      throw new OAuthError('invalid_client', 'Client authentication is required', 'OAU-123');
    }
    store.grants.revoke(params.get('token') ?? '', client);
    return c.body(null);
  });

  return app;
}

/** The company of every user: the account that a token is for. */
const COMPANY = { id: '62000100', companyName: 'Acme Trading', status: 'Confirmed' };

/** The calls of RingCentral's API with which the widget, or a server, finds out who has logged in. */
export function ringCentralAccountEndpoint({ grants, users }: RingCentralStore, runtime: Runtime): Hono<Env> {
  const app = new Hono<Env>();

  const userOf = (c: Context<Env>): RingCentralUser => {
    runtime.recordCall('account', sentPath(c));
    const userId = grants.userIdOf(bearerToken(c));
    const user = users.find(({ id }) => id === userId);
    if (!user) throw new OAuthError('invalid_token', 'Access token is invalid');
    return user;
  };

  for (const version of ['v1.0', 'v2']) app.use(`/restapi/${version}/*`, pagesMayAsk('GET'));

  app.onError((error, c) => {
    if (!(error instanceof OAuthError)) throw error;
    return c.json(error.toJSON(), error.status);
  });

  app.get('/restapi/v2/accounts/~', (c) => c.json({ ...COMPANY, mainNumber: userOf(c).mainNumber }));

  app.get('/restapi/v1.0/account/~', (c) =>
    c.json({
      mainNumber: userOf(c).mainNumber,
      serviceInfo: { contractedCountry: { isoCode: 'US' } },
    }),
  );

  app.get('/restapi/v1.0/account/~/extension/~', (c) => {
    const { extensionNumber, id, name } = userOf(c);
    return c.json({ id, extensionNumber, name });
  });

  return app;
}

/** Identifies the client that asks. Its secret may be missing, but not wrong (RFC 6749 §2.3.1). */
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
  if (!store.admits(clientId)) throw new OAuthError('invalid_client', 'Invalid client credentials');
  const expected = store.secretOf(clientId);
  const authenticated = expected !== undefined && isEqual(expected, given);
  if (given && !authenticated) throw new OAuthError('invalid_client', 'Invalid client credentials');
  return { clientId, authenticated };
}

function exchange(
  params: URLSearchParams,
  client: TokenClient,
  store: RingCentralStore,
  { behaviour }: Runtime,
): RingCentralTokens {
  const get = required(params, (name) => new OAuthError('invalid_request', `Parameter [${name}] is missing`));
  const { grants, users } = store;
  switch (get('grant_type')) {
    case 'authorization_code':
      return grants.redeemCode(get('code'), client, get('redirect_uri'), params.get('code_verifier') ?? '');
    case 'refresh_token': {
      const refreshToken = get('refresh_token');
      if (behaviour.account === 'blocked') throw new OAuthError('invalid_grant', 'Account is blocked');
      return grants.refresh(refreshToken, client);
    }
    case JWT_BEARER: {
      const assertion = get('assertion');
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
