import type { AuthorizationServer } from './authorization-server.js';
import { vendorServer } from './vendor-server.js';
import { VENDORS } from './catalogue/vendors.js';
import { crmAccountEndpoint } from './crm/crm-account-endpoint.js';
import { crmAuthorizationEndpoint } from './crm/crm-authorization-endpoint.js';
import { AMOCRM, KOMMO, type CrmBrand } from './crm/crm-brands.js';
import { crmTokenEndpoint } from './crm/crm-token-endpoint.js';
import { buttonSnippet, redirectSnippet } from './pages/button-snippet.js';
import { pageStyles } from './pages/page-styles.js';
import { ringCentralAuthorizationEndpoint } from './ringcentral/ringcentral-authorization-endpoint.js';
import { RINGCENTRAL } from './ringcentral/ringcentral-brand.js';
import {
  ringCentralAccountEndpoint,
  ringCentralTokenEndpoint,
} from './ringcentral/ringcentral-token-endpoint.js';
import type { ServedBrand } from './shared/authorization-endpoint.js';
import { widgetEndpoint } from './widget/widget-endpoint.js';

/** The protocol of Kommo and amoCRM. */
function crm(brand: CrmBrand): AuthorizationServer {
  const [path, ...others] = Object.keys(brand.consentPaths).map((path) => `${path}/`);
  const also = others.length > 0 ? `; also ${others.join(', ')}` : '';
  return {
    brand,
    needsSecret: true,
    hasDisconnectHook: true,
    openPaths: [],
    endpoints: [
      [path ?? '', `GET: ${brand.name}’s consent page${also}`],
      ['/oauth2/access_token', 'POST: tokens for a code or a refresh token'],
      ['/api/v4/account', 'GET: the account behind an access token'],
      ['/oauth2/account/subdomain', 'GET: its host today, for an access token'],
      ['/oauth2/account/current/subdomain', 'GET: the same, for a refresh token in X-Refresh-Token'],
    ],
    serve: ({ crm, runtime }) => [
      crmAuthorizationEndpoint(brand, crm, runtime),
      crmTokenEndpoint(brand, crm, runtime),
      crmAccountEndpoint(brand, crm, runtime),
    ],
    register: ({ clientSecret = '', isExclusive, ...client }) => ({
      integrations: [{ ...client, clientSecret, ...(isExclusive && { brand: brand.id }) }],
    }),
    snippets: (origin) => {
      const query = { client_id: `${brand.id}-example`, state: 'example', origin: `${origin}/` };
      return [buttonSnippet(brand, origin, ['data-client-id="…"'], path ?? '', query)];
    },
  };
}

/** RingCentral: its OAuth 2.0, its API, and the widget that speaks both. */
function ringCentral(brand: ServedBrand): AuthorizationServer {
  const [path = ''] = Object.keys(brand.consentPaths);
  const tokenPath = '/restapi/oauth/token';
  const revocationPath = '/restapi/oauth/revoke';
  const widget = `${brand.prefix}/embeddable`;
  return {
    brand,
    needsSecret: false,
    hasDisconnectHook: false,
    openPaths: [tokenPath, revocationPath],
    endpoints: [
      [path, `GET: ${brand.name}’s consent page`],
      [tokenPath, 'POST: tokens for a code, a refresh token or a JWT; pages may ask'],
      [revocationPath, 'POST: ends a session; pages may ask'],
      ['/restapi/v2/accounts/~', 'GET: the account behind an access token'],
      ['/embeddable/adapter.js', `GET: puts ${brand.name}’s widget into a page`],
      ['/embeddable/app.html', 'GET: the widget itself, for a frame'],
    ],
    serve: ({ ringcentral, runtime }) => [
      ringCentralAuthorizationEndpoint(brand, ringcentral, runtime),
      ringCentralTokenEndpoint({ path: tokenPath, revocationPath }, ringcentral, runtime),
      ringCentralAccountEndpoint(ringcentral, runtime),
      widgetEndpoint(),
    ],
    register: ({ clientId, clientSecret, name, redirectUri }) => ({
      ringcentral: {
        clients: [{ clientId, name, redirectUris: [redirectUri], ...(clientSecret && { clientSecret }) }],
      },
    }),
    snippets: (origin) => [
      redirectSnippet(brand, origin, [], path, { response_type: 'code' }),
      {
        markup: ['<script', `  src="${origin}${widget}/adapter.js?clientId=…"`, '></script>'],
        href: `${widget}/app.html`,
        caption: 'Try the widget',
      },
    ],
  };
}

/** Every CRM that the sandbox stands in for. One that speaks OAuth 2.0 is a row of `VENDORS`; a new protocol is a function above. */
export const SERVERS: readonly AuthorizationServer[] = [
  // The first one is at the root, and below its name.
  crm(KOMMO),
  crm(AMOCRM),
  ringCentral(RINGCENTRAL),
  ...Object.entries(VENDORS).map(([id, vendor]) => vendorServer(id, vendor)),
];

/** The stylesheet of all pages, with the colours of every brand. */
export const STYLES = pageStyles(SERVERS.map(({ brand }) => brand));
