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
}

const registered = { 'client-id': 'an-id', redirect_uri: 'https://shop.example/callback' };

/** Every provider of the catalogue: a new one adds its row. */
export const PROVIDERS: Readonly<Record<ProviderName, ProviderRow>> = {
  kommo: {
    attributes: { 'client-id': 'an-id' },
    caption: 'Continue with Kommo',
    address: 'https://www.kommo.com/oauth/',
    parameters: { client_id: 'an-id', mode: 'popup' },
  },
  amocrm: {
    attributes: { 'client-id': 'an-id', mode: 'post_message' },
    caption: 'Продолжить с amoCRM',
    address: 'https://www.amocrm.ru/oauth/',
    parameters: { client_id: 'an-id', mode: 'post_message' },
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
  },
};
