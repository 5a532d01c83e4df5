import type { Hono } from 'hono';
import { crmAuthorizationEndpoint } from './crm/crm-authorization-endpoint.js';
import { AMOCRM, KOMMO, type CrmBrand } from './crm/crm-brands.js';
import type { Integration } from './crm/crm-integrations.js';
import type { CrmStore } from './crm/crm-store.js';
import { crmAccountEndpoint, crmTokenEndpoint } from './crm/crm-token-endpoint.js';
import type { IndexContent, Snippet } from './pages/index-page.js';
import { pageStyles } from './pages/page-styles.js';
import { ringCentralAuthorizationEndpoint } from './ringcentral/ringcentral-authorization-endpoint.js';
import { RINGCENTRAL } from './ringcentral/ringcentral-brand.js';
import type { RingCentralSandboxOptions, RingCentralStore } from './ringcentral/ringcentral-store.js';
import {
  ringCentralAccountEndpoint,
  ringCentralTokenEndpoint,
} from './ringcentral/ringcentral-token-endpoint.js';
import type { ServedBrand } from './shared/authorization-endpoint.js';
import type { Env } from './shared/requests.js';
import type { Runtime } from './shared/runtime.js';
import { widgetEndpoint } from './widget/widget-endpoint.js';

/** The state of one sandbox. */
export interface Stores {
  readonly runtime: Runtime;
  readonly crm: CrmStore;
  readonly ringcentral: RingCentralStore;
}

/** A client to be registered. */
export interface Registration {
  clientId: string;
  clientSecret: string | undefined;
  redirectUri: string;
  name: string;
  /** Whether no other server of the same protocol may know the client. */
  isExclusive: boolean;
}

/** A client as an option of `startSandbox()`, under its protocol's name. */
export type Registered =
  { integrations: readonly Integration[] } | { ringcentral: RingCentralSandboxOptions };

/** An authorization server that the sandbox stands in for: a brand and its protocol. */
export interface AuthorizationServer {
  readonly brand: ServedBrand;
  /** Whether every client needs a secret. */
  readonly needsSecret: boolean;
  /** Paths below the prefix to which pages of any origin may post. */
  readonly openPaths: readonly string[];
  /** Paths below the prefix, each with its purpose. */
  readonly endpoints: IndexContent['endpoints'];
  /** All routes below the prefix. */
  readonly serve: (stores: Stores) => readonly Hono<Env>[];
  /** Writes the client as an option of `startSandbox()`. */
  readonly register: (client: Registration) => Registered;
  /** @param origin of the sandbox */
  readonly snippets: (origin: string) => readonly Snippet[];
}

/** The protocol of Kommo and amoCRM. */
function crm(brand: CrmBrand): AuthorizationServer {
  const [path, ...others] = Object.keys(brand.consentPaths).map((path) => `${path}/`);
  const also = others.length > 0 ? `; also ${others.join(', ')}` : '';
  return {
    brand,
    needsSecret: true,
    openPaths: [],
    endpoints: [
      [path ?? '', `GET: ${brand.name}’s consent page${also}`],
      ['/oauth2/access_token', 'POST: tokens for a code or a refresh token'],
      ['/api/v4/account', 'GET: the account behind an access token'],
    ],
    serve: ({ crm, runtime }) => [
      crmAuthorizationEndpoint(brand, crm, runtime),
      crmTokenEndpoint(brand, crm, runtime),
      crmAccountEndpoint(brand, crm),
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

/**
 * OAuth 2.0 as most vendors speak it: a code by a redirect, with PKCE or a secret, and tokens for a form. All brands of it share
 * their clients and users.
 *
 * @param tokenPath below the prefix
 */
export function oauth2(brand: ServedBrand, tokenPath: string): AuthorizationServer {
  const [path = ''] = Object.keys(brand.consentPaths);
  return {
    brand,
    needsSecret: false,
    openPaths: [tokenPath],
    endpoints: [
      [path, `GET: ${brand.name}’s consent page`],
      [tokenPath, 'POST: tokens for a code, a refresh token or a JWT; pages may ask'],
    ],
    serve: ({ ringcentral, runtime }) => [
      ringCentralAuthorizationEndpoint(brand, ringcentral, runtime),
      ringCentralTokenEndpoint(tokenPath, ringcentral, runtime),
    ],
    register: ({ clientId, clientSecret, name, redirectUri }) => ({
      ringcentral: {
        clients: [{ clientId, name, redirectUris: [redirectUri], ...(clientSecret && { clientSecret }) }],
      },
    }),
    snippets: (origin) => {
      const query = {
        response_type: 'code',
        redirect_uri: `${origin}/`,
        client_id: `${brand.id}-example`,
        state: 'example',
      };
      return [buttonSnippet(brand, origin, ['client-id="…"', 'redirect_uri="…"'], path, query)];
    },
  };
}

/** RingCentral: its OAuth 2.0, its API, and the widget that speaks both. */
function ringCentral(brand: ServedBrand): AuthorizationServer {
  const server = oauth2(brand, '/restapi/oauth/token');
  return {
    ...server,
    endpoints: [
      ...server.endpoints,
      ['/embeddable/adapter.js', `GET: puts ${brand.name}’s widget into a page`],
      ['/embeddable/app.html', 'GET: the widget itself, for a frame'],
    ],
    serve: (stores) => [
      ...server.serve(stores),
      ringCentralAccountEndpoint(stores.ringcentral),
      widgetEndpoint(),
    ],
    snippets: (origin) => {
      const widget = `${brand.prefix}/embeddable`;
      return [
        ...server.snippets(origin),
        {
          markup: ['<script', `  src="${origin}${widget}/adapter.js?clientId=…"`, '></script>'],
          href: `${widget}/app.html`,
          caption: 'Try the widget',
        },
      ];
    },
  };
}

function buttonSnippet(
  { id, name, prefix }: ServedBrand,
  origin: string,
  attributes: readonly string[],
  path: string,
  query: Record<string, string>,
): Snippet {
  const all = [`provider="${id}"`, `server="${origin}${prefix}"`, ...attributes];
  return {
    markup: ['<crm-oauth-button', ...all.map((attribute) => `  ${attribute}`), '></crm-oauth-button>'],
    href: `${prefix}${path}?${new URLSearchParams(query).toString()}`,
    caption: `Try ${name}`,
  };
}

/** Every CRM that the sandbox stands in for. A new one is a row here; a new protocol is a function above. */
export const SERVERS: readonly AuthorizationServer[] = [
  // The first one has no prefix.
  crm(KOMMO),
  crm(AMOCRM),
  ringCentral(RINGCENTRAL),
];

/** The stylesheet of all pages, with the colours of every brand. */
export const STYLES = pageStyles(SERVERS.map(({ brand }) => brand));
