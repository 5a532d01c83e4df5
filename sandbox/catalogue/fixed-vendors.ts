import { closeFace } from '../../src/providers/close/face.js';
import { dynamicsFace } from '../../src/providers/dynamics/face.js';
import { highlevelFace } from '../../src/providers/highlevel/face.js';
import { hubspotFace } from '../../src/providers/hubspot/face.js';
import { intercomFace } from '../../src/providers/intercom/face.js';
import { mondayFace } from '../../src/providers/monday/face.js';
import { zendeskFace } from '../../src/providers/zendesk/face.js';
import { accounts, USER_ID, type Vendor } from './vendor.js';

/** The vendors that name no host: they have one for all accounts, or the client knows it. */
export const FIXED_VENDORS = {
  // https://developers.hubspot.com/docs/apps/legacy-apps/authentication/working-with-oauth
  hubspot: {
    face: hubspotFace,
    authorizationPath: '/oauth/authorize',
    tokenPath: '/oauth/2026-03/token',
    accounts: accounts('24680135', '13579246'),
    omitsResponseType: true,
    scopes: 'required',
    refusal: { error: 'access_denied', error_description: 'The user has denied access' },
    authentication: ['body'],
    lifetimes: { code: 600, accessToken: 1800 },
    refresh: { old: 'stays' },
    tokens: ({ account, scope }) => ({
      token_type: 'bearer',
      hub_id: Number(account.id),
      user_id: USER_ID,
      scope: undefined,
      scopes: scope.split(' '),
    }),
    refuse: ({ code, message, parameter }) => ({
      status: 400,
      body: { error: code, error_description: message, status: `BAD_${parameter.toUpperCase()}`, message },
    }),
    revocation: { path: '/oauth/2026-03/token/revoke', by: 'client' },
  },

  // https://developer.close.com/api/overview/oauth-authentication
  close: {
    face: closeFace,
    authorizationPath: '/oauth2/authorize/',
    tokenPath: '/oauth2/token/',
    accounts: accounts('orga_5kQ2mVdXcR8tYwZb1NsLhA', 'orga_8hJ4pFgTnC3vMxKq6EuWyD'),
    scopes: { default: 'all.full_access offline_access' },
    pkce: 'never',
    authentication: ['body'],
    tokenRedirectUri: 'optional',
    lifetimes: { code: 600, accessToken: 3600 },
    refresh: { old: 'ends', isGiven: (request) => has(request, 'offline_access') },
    tokens: ({ account }) => ({ organization_id: account.id, user_id: 'user_2bNcVx7LqRtYpKsWmZ4dHf' }),
    revocation: { path: '/oauth2/revoke/', by: 'client' },
  },

  // https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow
  dynamics: {
    face: dynamicsFace,
    authorizationPath: '/:tenant/oauth2/v2.0/authorize',
    tokenPath: '/:tenant/oauth2/v2.0/token',
    accounts: accounts('3f1c8a52-6d0e-4b7f-9a21-5c4d3e2f1a0b', '9b7d2e64-1f3a-4c58-8e90-0a1b2c3d4e5f'),
    attributes: ['resource="https://acme.crm4.dynamics.com"'],
    scopes: 'required',
    pkce: 'must',
    refusal: { error: 'access_denied', error_description: 'the user canceled the authentication' },
    authentication: ['body', 'basic', 'none'],
    lifetimes: { code: 600, accessToken: 3600, refreshToken: 7_776_000 },
    refresh: { old: 'kept', isGiven: (request) => has(request, 'offline_access') },
    refuse: ({ code, message, standard: { status } }) => {
      const number = { invalid_client: 7_000_215, invalid_grant: 70_008 }[code as string] ?? 900_144;
      const error_description = `AADSTS${number}: ${message}`;
      return { status, body: { error: code, error_description, error_codes: [number] } };
    },
    account: {
      path: '/api/data/v9.2/WhoAmI',
      answer: ({ id }) => ({ BusinessUnitId: id, UserId: id, OrganizationId: id }),
    },
  },

  // https://developers.intercom.com/docs/build-an-integration/learn-more/authentication/setting-up-oauth
  intercom: {
    face: intercomFace,
    authorizationPath: '/oauth',
    tokenPath: '/auth/eagle/token',
    accounts: accounts('qk3x9v2m', 'wz7t4c1p'),
    omitsResponseType: true,
    scopes: { app: '' },
    pkce: 'never',
    redirectUri: 'registered',
    authentication: ['body'],
    tokenRedirectUri: 'ignored',
    lifetimes: { code: 300 },
    refresh: 'none',
    tokens: (_grant, _at, token) => ({ token }),
    account: {
      path: '/me',
      answer: ({ id, name }) => ({
        type: 'admin',
        id: String(USER_ID),
        app: { type: 'app', id_code: id, name, region: 'US' },
      }),
    },
    revocation: { path: '/auth/uninstall', by: 'bearer' },
  },

  // https://developer.monday.com/apps/docs/migrating-to-the-new-oauth-flow
  monday: {
    face: mondayFace,
    authorizationPath: '/oauth2/authorize',
    tokenPath: '/oauth_ms/oauth/token',
    accounts: accounts('18273645', '19283746'),
    scopes: { default: 'me:read account:read' },
    pkce: 'must',
    response: () => ({ status: 'success' }),
    authentication: ['body'],
    encoding: 'json',
    lifetimes: { code: 600, accessToken: 3600 },
    refresh: { old: 'ends' },
    tokens: () => ({ expires_in: undefined }),
    account: {
      path: '/v2',
      method: 'POST',
      schemes: ['', 'Bearer'],
      scope: 'account:read',
      answer: ({ id, name }) => ({ data: { account: { id, name } } }),
    },
    revocation: { path: '/oauth_ms/oauth/revoke', by: 'client', body: { success: true } },
  },

  // https://marketplace.gohighlevel.com/docs/Authorization/OAuth2.0
  highlevel: {
    face: highlevelFace,
    authorizationPath: '/oauth/chooselocation',
    tokenPath: '/oauth/token',
    accounts: accounts('ve9EPM428h8vShlRW1KT', 'Xk2Lq7RtB5nYw0ZcJd4H'),
    scopes: 'required',
    pkce: 'never',
    authentication: ['body'],
    lifetimes: { code: 600, accessToken: 86_400, refreshToken: 31_536_000 },
    refresh: { old: 'ends', grace: 30 },
    tokens: ({ account }) => ({
      userType: 'Location',
      locationId: account.id,
      companyId: 'Gp8aTn3KsVb6MhQw1RyE',
      userId: 'c6tZZU0rJBf30ZXx9Gli',
    }),
  },

  // https://developer.zendesk.com/api-reference/ticketing/oauth/grant_type_tokens/
  zendesk: {
    face: zendeskFace,
    authorizationPath: '/oauth/authorizations/new',
    tokenPath: '/oauth/tokens',
    accounts: accounts('9001001', '9001002', 'zendesk.com'),
    attributes: ['domain="acme.zendesk.com"', 'scopes="read"'],
    scopes: 'required',
    refusal: {
      error: 'access_denied',
      error_description: 'The end-user or authorization server denied the request',
    },
    authentication: ['body', 'none'],
    encoding: 'json',
    tokenParameters: ['scope'],
    status: 201,
    lifetimes: { code: 120, accessToken: 1800, refreshToken: 2_592_000 },
    refresh: { old: 'ends', endsAccessToken: true },
    tokens: () => ({ token_type: 'bearer', refresh_token_expires_in: 2_592_000 }),
    revocation: { path: '/api/v2/oauth/tokens/current.json', method: 'DELETE', by: 'bearer', status: 204 },
  },
} satisfies Readonly<Record<string, Vendor>>;

function has(request: URLSearchParams, scope: string): boolean {
  return (request.get('scope') ?? '').split(' ').includes(scope);
}
