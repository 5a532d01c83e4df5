import type { SecretsStore, StateStore, TokenStore } from 'crm-oauth-button/server';
import type { Clients, Connections } from './database.js';

/** All that the routes work with. */
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

/**
 * Base URL of an account's server. At the CRM itself this is `https://${host}`; here the sandbox stands in for the servers
 * of all accounts.
 */
export function apiServer(host: string, sandbox: string): string {
  return host.endsWith('.kommo.com') ? sandbox : `${sandbox}/amocrm`;
}
