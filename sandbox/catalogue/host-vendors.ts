import { bitrix24Face } from '../../src/providers/bitrix24/face.js';
import { pipedriveFace } from '../../src/providers/pipedrive/face.js';
import { salesforceFace } from '../../src/providers/salesforce/face.js';
import { zohoFace } from '../../src/providers/zoho/face.js';
import { accounts, USER_ID, type Vendor } from './vendor.js';

/** Bitrix24's own server, which alone gets a client's secret. */
const BITRIX24_SERVER = 'oauth.bitrix24.tech';

/** The vendors that name an account's host, or its data centre, in a response. */
export const HOST_VENDORS = {
  // https://pipedrive.readme.io/docs/marketplace-oauth-authorization
  pipedrive: {
    face: pipedriveFace,
    authorizationPath: '/oauth/authorize',
    tokenPath: '/oauth/token',
    accounts: accounts('7654321', '7123456', 'pipedrive.com'),
    omitsResponseType: true,
    scopes: { app: 'base,deals:read' },
    pkce: 'never',
    refusal: { error: 'user_denied' },
    authentication: ['basic'],
    lifetimes: { code: 300, accessToken: 3600, refreshToken: 5_184_000 },
    refresh: { old: 'stays' },
    tokens: ({ account: { host = '' } }, at) => ({ api_domain: `https://${at(host)}` }),
    // The text says which error it is; its place in the body is not documented.
    refuse: ({ code, message }) => {
      const kind = code.replaceAll('_', ' ').replace(/^./, (letter) => letter.toUpperCase());
      return { status: 400, body: { success: false, error_description: `${kind}: ${message}` } };
    },
    account: {
      path: '/v1/users/me',
      answer: ({ id, name, host = '' }) => ({
        success: true,
        data: {
          id: USER_ID,
          company_id: Number(id),
          company_name: name,
          company_domain: host.replace(/\..*/, ''),
        },
      }),
    },
    revocation: { path: '/oauth/revoke', by: 'client' },
    // https://pipedrive.readme.io/docs/app-uninstallation
    uninstallation: (client_id, { id }, time) => ({
      client_id,
      company_id: Number(id),
      user_id: USER_ID,
      timestamp: time.toISOString(),
    }),
  },

  // https://www.zoho.com/accounts/protocol/oauth/multi-dc.html
  zoho: {
    face: zohoFace,
    authorizationPath: '/oauth/v2/auth',
    tokenPath: '/oauth/v2/token',
    accounts: [
      { id: '668123450', name: 'Acme Trading', host: 'zoho.com', region: 'us' },
      { id: '20087654321', name: 'Globex', host: 'zoho.eu', region: 'eu' },
    ],
    scopes: 'required',
    scopeSeparator: ',',
    pkce: 'never',
    response: ({ host = '', region = '' }, at) => ({
      location: at(region),
      'accounts-server': `https://${at(`accounts.${host}`)}`,
    }),
    authentication: ['body'],
    lifetimes: { code: 120, accessToken: 3600 },
    refresh: {
      old: 'silent',
      isGiven: (request, hadOne) =>
        request.get('access_type') === 'offline' && (!hadOne || request.get('prompt') === 'consent'),
    },
    tokens: ({ account: { host = '' }, scope }, at) => ({
      scope: scope.replaceAll(',', ' '),
      api_domain: `https://${at(host.replace('zoho', 'www.zohoapis'))}`,
    }),
    // The revocation endpoint alone refuses with a status.
    refuse: ({ code }) => ({
      status: code === 'invalid_token' ? 400 : 200,
      body: { error: code === 'invalid_grant' ? 'invalid_code' : code },
    }),
    account: {
      path: '/crm/v8/org',
      schemes: ['Zoho-oauthtoken', 'Bearer'],
      scope: 'ZohoCRM.org.READ',
      answer: ({ id, name }) => ({ org: [{ id: `4150868000000${id}`, zgid: id, company_name: name }] }),
    },
    revocation: { path: '/oauth/v2/token/revoke', by: 'token', body: { status: 'success' } },
  },

  // https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_web_server_flow.htm
  salesforce: {
    face: salesforceFace,
    authorizationPath: '/services/oauth2/authorize',
    tokenPath: '/services/oauth2/token',
    accounts: accounts('00D5f000000AcmeEAK', '00D5f000000GlbxEAS', 'my.salesforce.com'),
    attributes: ['scopes="api refresh_token"'],
    scopes: { default: 'api' },
    pkce: 'must',
    refusal: { error: 'access_denied', error_description: 'end-user denied authorization' },
    authentication: ['body', 'none'],
    lifetimes: { code: 900, accessToken: 7200, refreshToken: 2_592_000 },
    refresh: {
      old: 'ends',
      isGiven: (request) => /(^| )(refresh_token|offline_access)( |$)/.test(request.get('scope') ?? ''),
    },
    wrongVerifier: 'invalid_request',
    tokens: ({ account: { id, host = '' } }, at) => ({
      expires_in: undefined,
      instance_url: `https://${at(host)}`,
      id: `https://${at('login.salesforce.com')}/id/${id}/0055f000000UserAAA`,
      issued_at: String(Date.now()),
    }),
    refuse: ({ code, message }) => ({
      status: 400,
      body: { error: code === 'invalid_client' ? 'invalid_client_id' : code, error_description: message },
    }),
    account: {
      path: '/services/data/v60.0/query',
      answer: ({ id, name }) => ({ totalSize: 1, done: true, records: [{ Id: id, Name: name }] }),
    },
    revocation: { path: '/services/oauth2/revoke', by: 'token' },
  },

  // https://apidocs.bitrix24.com/settings/oauth/index.html
  bitrix24: {
    face: bitrix24Face,
    authorizationPath: '/oauth/authorize/',
    tokenPath: '/oauth/token/',
    accounts: accounts(
      'a223c6b3710f85df22e9377d6c4f7553',
      '5d41402abc4b2a76b9719d911017c592',
      'bitrix24.com',
    ),
    attributes: ['domain="acme.bitrix24.com"'],
    omitsResponseType: true,
    scopes: { app: 'crm,user' },
    pkce: 'never',
    redirectUri: 'always',
    refusal: 'page',
    response: ({ id, host = '' }, at) => ({
      domain: at(host),
      member_id: id,
      scope: 'crm,user',
      server_domain: at(BITRIX24_SERVER),
    }),
    authentication: ['query'],
    tokenRedirectUri: 'ignored',
    lifetimes: { code: 30, accessToken: 3600, refreshToken: 15_552_000 },
    refresh: { old: 'ends' },
    tokens: ({ account: { id, host = '' } }, at) => ({
      token_type: undefined,
      client_endpoint: `https://${at(host)}/rest/`,
      server_endpoint: `https://${at(BITRIX24_SERVER)}/rest/`,
      domain: at(BITRIX24_SERVER),
      member_id: id,
      status: 'L',
    }),
  },
} satisfies Readonly<Record<string, Vendor>>;
