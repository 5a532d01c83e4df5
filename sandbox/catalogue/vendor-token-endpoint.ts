import { Hono } from 'hono';
import { required, routeOf, sentPath, type Env } from '../shared/requests.js';
import type { Runtime } from '../shared/runtime.js';
import { authenticate } from './client-authentication.js';
import { readParameters, tokenMethodOf } from './request-parameters.js';
import type { IssuedPair, TokenClient } from './vendor-grants.js';
import { VendorRefusal } from './vendor-refusal.js';
import type { VendorStore } from './vendor-store.js';
import { lifetimesOf, refreshRuleOf } from './vendor.js';

/**
 * A vendor's token endpoint, and, where it has one at which clients authenticate alike, its revocation endpoint.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-3.2
 * @see https://www.rfc-editor.org/rfc/rfc7009
 */
export function vendorTokenEndpoint(store: VendorStore, runtime: Runtime): Hono<Env> {
  const app = new Hono<Env>();
  const { clients, grants, vendor } = store;
  const { revocation } = vendor;

  app.onError((error, c) => {
    if (!(error instanceof VendorRefusal)) throw error;
    runtime.log(`${store.id} refused: ${error.message}`);
    const { status, body } = vendor.refuse?.(error) ?? error.standard;
    // RFC 6749, section 5.2, requires the header when the client has used this scheme.
    if (status === 401 && c.req.header('authorization')) c.header('WWW-Authenticate', 'Basic');
    return c.json(body, status);
  });

  app.on(tokenMethodOf(vendor), routeOf(vendor.tokenPath), async (c) => {
    const params = await readParameters(c, vendor);
    runtime.record('token', sentPath(c), params);
    const client = authenticate(vendor, clients, params, c.req.header('authorization'));
    const body = tokenResponse(exchange(params, client, store, runtime), store);
    runtime.log(`${store.id}: tokens issued to ${client.clientId}`);
    return c.json(body, vendor.status ?? 200);
  });

  if (revocation && revocation.by !== 'bearer') {
    app.post(routeOf(revocation.path), async (c) => {
      runtime.recordCall('revocation', sentPath(c));
      const params = await readParameters(c, vendor);
      const client =
        revocation.by === 'client' && authenticate(vendor, clients, params, c.req.header('authorization'));
      const grant = grants.grantOfAny(getter(params)('token'));
      // RFC 7009, section 2.2: that the token has ended is what the client wanted. Without a client, nobody's word is taken.
      if (!grant && !client) throw new VendorRefusal('invalid_token', 'token');
      if (grant && (!client || client.clientId === grant.clientId)) grants.revoke((each) => each === grant);
      return revocation.body ? c.json(revocation.body) : c.body('', 200);
    });
  }
  return app;
}

function exchange(
  params: URLSearchParams,
  client: TokenClient,
  { grants, vendor }: VendorStore,
  { behaviour }: Runtime,
): IssuedPair {
  const { tokenParameters = [], tokenRedirectUri = 'required' } = vendor;
  const get = getter(params);
  const rule = refreshRuleOf(vendor);
  // Where there is one kind of grant, there is no need to name it.
  const grantType = rule ? get('grant_type') : 'authorization_code';
  if (grantType === 'refresh_token' && rule) {
    const refreshToken = get('refresh_token');
    if (behaviour.account === 'blocked') {
      throw new VendorRefusal('invalid_grant', 'refresh_token', 'is of an account that is blocked');
    }
    return grants.refresh(refreshToken, client, rule);
  }
  if (grantType !== 'authorization_code') throw new VendorRefusal('unsupported_grant_type', grantType);
  for (const name of tokenParameters) get(name);
  const redirectUri = {
    required: () => get('redirect_uri'),
    optional: () => params.get('redirect_uri') ?? undefined,
    ignored: () => undefined,
  }[tokenRedirectUri]();
  return grants.redeemCode(get('code'), client, { redirectUri, verifier: params.get('code_verifier') ?? '' });
}

function tokenResponse(
  { grant, accessToken, refreshToken }: IssuedPair,
  { at, vendor }: VendorStore,
): object {
  return {
    access_token: accessToken,
    token_type: 'Bearer',
    expires_in: lifetimesOf(vendor).accessToken,
    refresh_token: refreshToken,
    scope: grant.scope || undefined,
    ...vendor.tokens?.(grant, at, accessToken),
  };
}

const getter = (params: URLSearchParams) =>
  required(params, (name) => new VendorRefusal('invalid_request', name, 'is missing'));
