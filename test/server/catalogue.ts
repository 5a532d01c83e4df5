import type { ProviderName } from '../../src/providers/catalogue.js';
import type { ClientOptions } from '../../src/server.js';

export const VERIFIER = 'pIUgx4tiqFpaOUz0HMc_QbIyQlL901w8mRmkrmhEJ_E';
export const REDIRECT_URI = 'https://shop.example/callback/crm';
const ACCESS = 'access-which-nobody-may-see';
const REFRESH = 'refresh-which-nobody-may-see';

/** A provider of the catalogue at its back end: the vendor's documents, as an integrator reads them. */
export interface CatalogueRow {
  /** Settings of its client, besides id, secret and redirect URI. */
  readonly settings: object;
  /** Parameters of the authorization response, besides code and state. */
  readonly response: Readonly<Record<string, string>>;
  /** The parameter of it by which the vendor names a host, and a value that is a host of the vendor's. */
  readonly named?: readonly [parameter: string, host: string];
  readonly pkce: 'may' | 'must' | 'never';
  readonly exchange: {
    readonly method: 'GET' | 'POST';
    readonly url: string;
    readonly type: 'form' | 'json' | 'query';
    /** Who shows the secret where. */
    readonly by: 'body' | 'basic' | 'query';
    /** The other fields, besides grant_type and code, or refresh_token. */
    readonly more?: Readonly<Record<string, string>>;
    /** Whether the redirect URI goes along. Default: with the code. */
    readonly redirectUri?: 'code' | 'always' | 'never';
  };
  /** A token response, in the vendor's form. */
  readonly answer: Readonly<Record<string, unknown>>;
  /** The field of it by which the vendor names the API's host. */
  readonly hostField?: string;
  readonly apiHost: string;
  /** The domain below which the vendor alone hands out hosts, where the token response names one. */
  readonly domain?: RegExp;
  /** The refusal of a code or a refresh token that is not good any more. */
  readonly refusal: { readonly status: number; readonly body: object };
  readonly account: {
    readonly url?: string;
    readonly method?: string;
    readonly authorization?: string;
    readonly answer?: unknown;
    readonly id: string;
    readonly name?: string;
  };
  readonly revocation?: {
    readonly url: string;
    readonly method: 'POST' | 'DELETE';
    readonly by: 'parameter' | 'bearer';
  };
  /** The vendor's pages. */
  readonly source: string;
}

const tokens = { access_token: ACCESS, refresh_token: REFRESH, token_type: 'Bearer', expires_in: 3600 };
const standard = (status = 400) => ({
  status,
  body: { error: 'invalid_grant', error_description: 'It has expired.' },
});

export const CATALOGUE_ROWS: Readonly<
  Record<Exclude<ProviderName, 'kommo' | 'amocrm' | 'oauth2'>, CatalogueRow>
> = {
  ringcentral: {
    settings: {},
    response: {},
    pkce: 'may',
    exchange: {
      method: 'POST',
      url: 'https://platform.ringcentral.com/restapi/oauth/token',
      type: 'form',
      by: 'basic',
    },
    answer: {
      ...tokens,
      token_type: 'bearer',
      refresh_token_expires_in: 604_800,
      scope: 'ReadAccounts',
      owner_id: '7',
    },
    apiHost: 'platform.ringcentral.com',
    refusal: standard(),
    account: {
      url: 'https://platform.ringcentral.com/restapi/v2/accounts/~',
      answer: { id: '400131426008', companyName: 'Acme', mainNumber: '+16505550100' },
      id: '400131426008',
      name: 'Acme',
    },
    revocation: {
      url: 'https://platform.ringcentral.com/restapi/oauth/revoke',
      method: 'POST',
      by: 'parameter',
    },
    source: 'https://developers.ringcentral.com/guide/authentication/tokens',
  },
  hubspot: {
    settings: {},
    response: {},
    pkce: 'may',
    exchange: { method: 'POST', url: 'https://api.hubapi.com/oauth/2026-03/token', type: 'form', by: 'body' },
    answer: {
      ...tokens,
      token_type: 'bearer',
      expires_in: 1800,
      hub_id: 62_515,
      scopes: ['oauth'],
      user_id: 5,
    },
    apiHost: 'api.hubapi.com',
    refusal: {
      status: 400,
      body: {
        error: 'invalid_grant',
        error_description: 'It has expired.',
        status: 'BAD_REFRESH_TOKEN',
        message: 'It has expired.',
      },
    },
    account: { id: '62515' },
    revocation: { url: 'https://api.hubapi.com/oauth/2026-03/token/revoke', method: 'POST', by: 'parameter' },
    source:
      'https://developers.hubspot.com/docs/api-reference/2026-03/authentication/oauth-tokens/refresh-oauth-token',
  },
  pipedrive: {
    settings: {},
    response: {},
    pkce: 'never',
    exchange: { method: 'POST', url: 'https://oauth.pipedrive.com/oauth/token', type: 'form', by: 'basic' },
    answer: { ...tokens, scope: 'base,deals:full', api_domain: 'https://acme.pipedrive.com' },
    hostField: 'api_domain',
    apiHost: 'acme.pipedrive.com',
    domain: /^[^.]+\.pipedrive\.com$/,
    refusal: { status: 400, body: { success: false, error: 'Invalid grant: refresh_token is invalid' } },
    account: {
      url: 'https://acme.pipedrive.com/v1/users/me',
      answer: { success: true, data: { id: 9, company_id: 1_234_567, company_name: 'Acme' } },
      id: '1234567',
      name: 'Acme',
    },
    revocation: { url: 'https://oauth.pipedrive.com/oauth/revoke', method: 'POST', by: 'parameter' },
    source: 'https://pipedrive.readme.io/docs/marketplace-oauth-authorization',
  },
  zoho: {
    settings: { secrets: { eu: 'S3cret-which-nobody-may-see' } },
    response: { location: 'eu', 'accounts-server': 'https://accounts.zoho.eu' },
    named: ['location', 'eu'],
    pkce: 'never',
    exchange: { method: 'POST', url: 'https://accounts.zoho.eu/oauth/v2/token', type: 'form', by: 'body' },
    answer: { ...tokens, api_domain: 'https://www.zohoapis.eu' },
    apiHost: 'www.zohoapis.eu',
    refusal: { status: 200, body: { error: 'invalid_code' } },
    account: {
      url: 'https://www.zohoapis.eu/crm/v8/org',
      authorization: `Zoho-oauthtoken ${ACCESS}`,
      answer: { org: [{ id: '4150868000000225013', zgid: '20067094232', company_name: 'Acme' }] },
      id: '20067094232',
      name: 'Acme',
    },
    revocation: { url: 'https://accounts.zoho.eu/oauth/v2/token/revoke', method: 'POST', by: 'parameter' },
    source: 'https://www.zoho.com/accounts/protocol/oauth/multi-dc.html',
  },
  salesforce: {
    settings: { domain: 'acme.my.salesforce.com' },
    response: {},
    pkce: 'must',
    exchange: {
      method: 'POST',
      url: 'https://acme.my.salesforce.com/services/oauth2/token',
      type: 'form',
      by: 'body',
    },
    answer: {
      access_token: ACCESS,
      refresh_token: REFRESH,
      token_type: 'Bearer',
      instance_url: 'https://acme--uat.sandbox.my.salesforce.com',
      id: 'https://login.salesforce.com/id/00D5e000001N20QEAS/0055e000003E8ooAAC',
      issued_at: '1278448832702',
      signature: 's',
      scope: 'api refresh_token',
    },
    hostField: 'instance_url',
    apiHost: 'acme--uat.sandbox.my.salesforce.com',
    domain: /\.salesforce\.com$/,
    refusal: standard(),
    account: {
      url: 'https://acme--uat.sandbox.my.salesforce.com/services/data/v60.0/query?q=SELECT+Id,Name+FROM+Organization',
      answer: { totalSize: 1, done: true, records: [{ Id: '00D5e000001N20QEAS', Name: 'Acme' }] },
      id: '00D5e000001N20QEAS',
      name: 'Acme',
    },
    revocation: {
      url: 'https://acme.my.salesforce.com/services/oauth2/revoke',
      method: 'POST',
      by: 'parameter',
    },
    source: 'https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_web_server_flow.htm',
  },
  bitrix24: {
    settings: { portals: ['crm.acme.example'] },
    response: {
      domain: 'acme.bitrix24.com',
      member_id: 'a223c6b3710f85df22e9377d6c4f7553',
      server_domain: 'oauth.bitrix24.tech',
      scope: 'crm',
    },
    pkce: 'never',
    exchange: {
      method: 'GET',
      url: 'https://oauth.bitrix24.tech/oauth/token/',
      type: 'query',
      by: 'query',
      redirectUri: 'never',
    },
    answer: {
      access_token: ACCESS,
      refresh_token: REFRESH,
      expires_in: 3600,
      client_endpoint: 'https://acme.bitrix24.com/rest/',
      server_endpoint: 'https://oauth.bitrix24.tech/rest/',
      domain: 'oauth.bitrix24.tech',
      member_id: 'a223c6b3710f85df22e9377d6c4f7553',
      scope: 'crm',
      status: 'L',
    },
    hostField: 'client_endpoint',
    apiHost: 'acme.bitrix24.com',
    domain: /^[^.]+\.bitrix24\.(com|ru|eu|de|by|kz|ua|com\.br)$|^crm\.acme\.example$/,
    refusal: standard(),
    account: { id: 'a223c6b3710f85df22e9377d6c4f7553' },
    source: 'https://apidocs.bitrix24.com/settings/oauth/index.html',
  },
  dynamics: {
    settings: { resource: 'https://acme.crm4.dynamics.com/', tenant: 'acme.example' },
    response: { session_state: 'x' },
    pkce: 'must',
    exchange: {
      method: 'POST',
      url: 'https://login.microsoftonline.com/acme.example/oauth2/v2.0/token',
      type: 'form',
      by: 'body',
    },
    answer: { ...tokens, scope: 'https://acme.crm4.dynamics.com/user_impersonation', ext_expires_in: 3600 },
    apiHost: 'acme.crm4.dynamics.com',
    refusal: {
      status: 400,
      body: {
        error: 'interaction_required',
        error_description: 'AADSTS50076: It has expired.',
        error_codes: [50_076],
      },
    },
    account: {
      url: 'https://acme.crm4.dynamics.com/api/data/v9.2/WhoAmI',
      answer: { BusinessUnitId: 'b', UserId: 'u', OrganizationId: '3a6a5b2c-0000-4000-8000-000000000000' },
      id: '3a6a5b2c-0000-4000-8000-000000000000',
    },
    source: 'https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow',
  },
  close: {
    settings: {},
    response: {},
    pkce: 'never',
    exchange: { method: 'POST', url: 'https://api.close.com/oauth2/token/', type: 'form', by: 'body' },
    answer: {
      ...tokens,
      scope: 'all.full_access offline_access',
      organization_id: 'orga_42',
      user_id: 'user_7',
    },
    apiHost: 'api.close.com',
    refusal: standard(),
    account: { id: 'orga_42' },
    revocation: { url: 'https://api.close.com/oauth2/revoke/', method: 'POST', by: 'parameter' },
    source: 'https://developer.close.com/api/overview/oauth-authentication',
  },
  intercom: {
    settings: { region: 'eu' },
    response: {},
    pkce: 'never',
    exchange: {
      method: 'POST',
      url: 'https://api.eu.intercom.io/auth/eagle/token',
      type: 'form',
      by: 'body',
    },
    answer: { token_type: 'Bearer', token: ACCESS, access_token: ACCESS },
    apiHost: 'api.eu.intercom.io',
    refusal: {
      status: 401,
      body: { type: 'error.list', errors: [{ code: 'unauthorized', message: 'Unauthorized Code' }] },
    },
    account: {
      url: 'https://api.eu.intercom.io/me',
      answer: { type: 'admin', id: '1', app: { type: 'app', id_code: 'abc123', name: 'Acme', region: 'EU' } },
      id: 'abc123',
      name: 'Acme',
    },
    revocation: { url: 'https://api.eu.intercom.io/auth/uninstall', method: 'POST', by: 'bearer' },
    source:
      'https://developers.intercom.com/docs/build-an-integration/learn-more/authentication/setting-up-oauth',
  },
  zendesk: {
    settings: { domain: 'acme.zendesk.com', scope: 'read' },
    response: {},
    pkce: 'may',
    exchange: {
      method: 'POST',
      url: 'https://acme.zendesk.com/oauth/tokens',
      type: 'json',
      by: 'body',
      more: { scope: 'read' },
    },
    answer: {
      ...tokens,
      token_type: 'bearer',
      expires_in: 1800,
      scope: 'read',
      refresh_token_expires_in: 2_592_000,
    },
    apiHost: 'acme.zendesk.com',
    refusal: standard(),
    account: { id: 'acme.zendesk.com' },
    revocation: {
      url: 'https://acme.zendesk.com/api/v2/oauth/tokens/current.json',
      method: 'DELETE',
      by: 'bearer',
    },
    source: 'https://support.zendesk.com/hc/en-us/articles/4408845965210',
  },
  monday: {
    settings: {},
    response: { status: 'success' },
    pkce: 'must',
    exchange: {
      method: 'POST',
      url: 'https://auth.monday.com/oauth_ms/oauth/token',
      type: 'json',
      by: 'body',
    },
    answer: { access_token: ACCESS, refresh_token: REFRESH, token_type: 'Bearer', scope: 'account:read' },
    apiHost: 'api.monday.com',
    refusal: standard(),
    account: {
      url: 'https://api.monday.com/v2',
      method: 'POST',
      answer: { data: { account: { id: '1825528', name: 'Acme' } } },
      id: '1825528',
      name: 'Acme',
    },
    revocation: { url: 'https://auth.monday.com/oauth_ms/oauth/revoke', method: 'POST', by: 'parameter' },
    source: 'https://developer.monday.com/apps/docs/migrating-to-the-new-oauth-flow',
  },
  highlevel: {
    settings: {},
    response: {},
    pkce: 'never',
    exchange: {
      method: 'POST',
      url: 'https://services.leadconnectorhq.com/oauth/token',
      type: 'form',
      by: 'body',
      more: { user_type: 'Location' },
    },
    answer: {
      ...tokens,
      expires_in: 86_399,
      userType: 'Location',
      locationId: 'l1C08ntBrFjLS0elLIYU',
      companyId: 'c1',
      scope: 'contacts.readonly',
    },
    apiHost: 'services.leadconnectorhq.com',
    refusal: standard(),
    account: { id: 'l1C08ntBrFjLS0elLIYU' },
    source: 'https://marketplace.gohighlevel.com/docs/Authorization/OAuth2.0',
  },
};

export type CatalogueName = keyof typeof CATALOGUE_ROWS;
export const CATALOGUE_NAMES = Object.keys(CATALOGUE_ROWS) as CatalogueName[];

/** A client's options for a provider of the catalogue. */
export function clientOptions(provider: CatalogueName, more: object = {}): ClientOptions {
  const { settings } = CATALOGUE_ROWS[provider];
  const client = {
    clientId: 'an-id',
    clientSecret: 'S3cret-which-nobody-may-see',
    redirectUri: REDIRECT_URI,
  };
  return { provider, ...client, ...settings, ...more } as unknown as ClientOptions;
}

/** The parameters of a good authorization response. */
export function responseQuery(provider: CatalogueName): URLSearchParams {
  return new URLSearchParams({ code: 'a-code', state: 'a-state', ...CATALOGUE_ROWS[provider].response });
}
