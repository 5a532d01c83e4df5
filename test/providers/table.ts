import type { ProviderName } from '../../src/providers/catalogue.js';

/** A button of a provider, and the authorization request that a click on it makes. */
export interface ProviderRow {
  /** The button’s attributes, besides `provider`. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly caption: string;
  /** Origin and path of the consent page. */
  readonly address: string;
  /** The parameters that the request sends, besides `state`, `origin` and PKCE’s challenge. */
  readonly parameters: Readonly<Record<string, string>>;
  /** The vendor’s page that lists the parameters, or another’s code that sends them. */
  readonly source: string;
}

const registered = { 'client-id': 'an-id', redirect_uri: 'https://shop.example/callback' };

/** Every provider of the catalogue: a new one adds its row. */
export const PROVIDERS: Readonly<Record<ProviderName, ProviderRow>> = {
  kommo: {
    attributes: { 'client-id': 'an-id' },
    caption: 'Continue with Kommo',
    address: 'https://www.kommo.com/oauth/',
    parameters: { client_id: 'an-id', mode: 'popup' },
    source: 'https://www.kommo.com/developers/content/oauth/button/',
  },
  amocrm: {
    attributes: { 'client-id': 'an-id', mode: 'post_message' },
    caption: 'Продолжить с amoCRM',
    address: 'https://www.amocrm.ru/oauth/',
    parameters: { client_id: 'an-id', mode: 'post_message' },
    source: 'https://www.amocrm.ru/developers/content/oauth/button',
  },
  ringcentral: {
    attributes: { ...registered, scopes: 'ReadAccounts, CallControl' },
    caption: 'Continue with RingCentral',
    address: 'https://platform.ringcentral.com/restapi/oauth/authorize',
    parameters: {
      response_type: 'code',
      client_id: 'an-id',
      redirect_uri: 'https://shop.example/callback',
      scope: 'ReadAccounts CallControl',
      display: 'page',
      ui_locales: 'en',
    },
    source: 'https://developers.ringcentral.com/guide/authentication/auth-code-pkce-flow',
  },
  hubspot: {
    attributes: { ...registered, scopes: 'oauth crm.objects.contacts.read' },
    caption: 'Continue with HubSpot',
    address: 'https://app.hubspot.com/oauth/authorize',
    parameters: {
      client_id: 'an-id',
      redirect_uri: 'https://shop.example/callback',
      scope: 'oauth crm.objects.contacts.read',
    },
    source: 'https://developers.hubspot.com/docs/apps/legacy-apps/authentication/working-with-oauth',
  },
  pipedrive: {
    attributes: { ...registered, scopes: 'base' },
    caption: 'Continue with Pipedrive',
    address: 'https://oauth.pipedrive.com/oauth/authorize',
    parameters: {
      client_id: 'an-id',
      redirect_uri: 'https://shop.example/callback',
    },
    source: 'https://pipedrive.readme.io/docs/marketplace-oauth-authorization',
  },
  zoho: {
    attributes: { ...registered, scopes: 'ZohoCRM.modules.ALL, ZohoCRM.org.READ', region: 'eu' },
    caption: 'Continue with Zoho',
    address: 'https://accounts.zoho.eu/oauth/v2/auth',
    parameters: {
      client_id: 'an-id',
      redirect_uri: 'https://shop.example/callback',
      response_type: 'code',
      scope: 'ZohoCRM.modules.ALL,ZohoCRM.org.READ',
      access_type: 'offline',
      prompt: 'consent',
    },
    source: 'https://www.zoho.com/accounts/protocol/oauth/web-apps/authorization.html',
  },
  salesforce: {
    attributes: { ...registered, scopes: 'api refresh_token', domain: 'acme.my.salesforce.com' },
    caption: 'Continue with Salesforce',
    address: 'https://acme.my.salesforce.com/services/oauth2/authorize',
    parameters: {
      client_id: 'an-id',
      redirect_uri: 'https://shop.example/callback',
      response_type: 'code',
      scope: 'api refresh_token',
    },
    source: 'https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_web_server_flow.htm',
  },
  bitrix24: {
    attributes: { ...registered, scopes: 'crm', domain: 'acme.bitrix24.com' },
    caption: 'Continue with Bitrix24',
    address: 'https://acme.bitrix24.com/oauth/authorize/',
    parameters: {
      client_id: 'an-id',
    },
    source: 'https://apidocs.bitrix24.com/settings/oauth/index.html',
  },
  dynamics: {
    attributes: { ...registered, resource: 'https://acme.crm4.dynamics.com' },
    caption: 'Continue with Dynamics 365',
    address: 'https://login.microsoftonline.com/organizations/oauth2/v2.0/authorize',
    parameters: {
      client_id: 'an-id',
      redirect_uri: 'https://shop.example/callback',
      response_type: 'code',
      scope: 'https://acme.crm4.dynamics.com/user_impersonation offline_access',
    },
    source: 'https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow',
  },
  close: {
    attributes: { ...registered, scopes: 'all.full_access offline_access' },
    caption: 'Continue with Close',
    address: 'https://app.close.com/oauth2/authorize/',
    parameters: {
      client_id: 'an-id',
      redirect_uri: 'https://shop.example/callback',
      response_type: 'code',
      scope: 'all.full_access offline_access',
    },
    source: 'https://developer.close.com/api/overview/oauth-authentication',
  },
  intercom: {
    attributes: { ...registered, region: 'eu' },
    caption: 'Continue with Intercom',
    address: 'https://app.eu.intercom.com/oauth',
    parameters: {
      client_id: 'an-id',
      redirect_uri: 'https://shop.example/callback',
    },
    source:
      'https://developers.intercom.com/docs/build-an-integration/learn-more/authentication/setting-up-oauth',
  },
  zendesk: {
    attributes: { ...registered, scopes: 'read', domain: 'acme.zendesk.com' },
    caption: 'Continue with Zendesk',
    address: 'https://acme.zendesk.com/oauth/authorizations/new',
    parameters: {
      client_id: 'an-id',
      redirect_uri: 'https://shop.example/callback',
      response_type: 'code',
      scope: 'read',
    },
    source: 'https://support.zendesk.com/hc/en-us/articles/4408845965210',
  },
  monday: {
    attributes: { ...registered, scopes: 'account:read' },
    caption: 'Continue with monday.com',
    address: 'https://auth.monday.com/oauth2/authorize',
    parameters: {
      client_id: 'an-id',
      redirect_uri: 'https://shop.example/callback',
      response_type: 'code',
      scope: 'account:read',
      force_install_if_needed: 'true',
    },
    source: 'https://developer.monday.com/apps/docs/migrating-to-the-new-oauth-flow',
  },
  highlevel: {
    attributes: { ...registered, scopes: 'contacts.readonly' },
    caption: 'Continue with HighLevel',
    address: 'https://marketplace.gohighlevel.com/oauth/chooselocation',
    parameters: {
      client_id: 'an-id',
      redirect_uri: 'https://shop.example/callback',
      response_type: 'code',
      scope: 'contacts.readonly',
      loginWindowOpenMode: 'self',
    },
    source: 'https://marketplace.gohighlevel.com/docs/Authorization/OAuth2.0',
  },
  oauth2: {
    attributes: {
      ...registered,
      'authorization-endpoint': 'https://id.example/authorize',
      scopes: 'openid email',
    },
    caption: 'Continue with OAuth 2.0',
    address: 'https://id.example/authorize',
    parameters: {
      response_type: 'code',
      client_id: 'an-id',
      redirect_uri: 'https://shop.example/callback',
      scope: 'openid email',
    },
    source: 'https://www.rfc-editor.org/rfc/rfc6749#section-4.1.1',
  },
};
