import type { Hono } from 'hono';
import type { CatalogueClient } from './catalogue/vendor-clients.js';
import type { CatalogueStore } from './catalogue/vendor-store.js';
import type { Integration } from './crm/crm-integrations.js';
import type { CrmStore } from './crm/crm-store.js';
import type { IndexContent, Snippet } from './pages/index-page.js';
import type { RingCentralSandboxOptions, RingCentralStore } from './ringcentral/ringcentral-store.js';
import type { ServedBrand } from './shared/authorization-endpoint.js';
import type { Env } from './shared/requests.js';
import type { Runtime } from './shared/runtime.js';

/** The state of one sandbox. */
export interface Stores {
  readonly runtime: Runtime;
  readonly crm: CrmStore;
  readonly ringcentral: RingCentralStore;
  readonly catalogue: CatalogueStore;
}

/** A client to be registered. */
export interface Registration {
  clientId: string;
  clientSecret: string | undefined;
  redirectUri: string;
  /** Where the server tells the client that an account has disconnected it. */
  disconnectUri?: string;
  name: string;
  /** Whether no other server of the same protocol may know the client. */
  isExclusive: boolean;
}

/** A client as an option of `startSandbox()`, under its protocol's name. */
export type Registered =
  | { integrations: readonly Integration[] }
  | { ringcentral: RingCentralSandboxOptions }
  | { clients: readonly CatalogueClient[] };

/** An authorization server that the sandbox stands in for: a brand and its protocol. */
export interface AuthorizationServer {
  readonly brand: ServedBrand;
  /** Whether every client needs a secret. */
  readonly needsSecret: boolean;
  /** Whether a client can have a `disconnectUri`. */
  readonly hasDisconnectHook: boolean;
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
