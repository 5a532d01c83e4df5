import type { SecretsStore, StateStore, TokenStore } from 'crm-oauth-button/server';
import type { Clients } from './clients.js';
import type { Connections } from './connections.js';

/** What the routes work with. */
export interface Services {
  /** This site's own address, such as `http://localhost:4300`. */
  readonly url: string;
  /** The sandbox's address. */
  readonly sandbox: string;
  /** Signs the sessions. */
  readonly sessionKey: string;
  readonly states: { readonly store: StateStore; readonly now: () => number };
  readonly secrets: SecretsStore;
  readonly tokens: TokenStore;
  readonly clients: Clients;
  readonly connections: Connections;
}
