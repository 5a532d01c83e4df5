import type { Client, SecretsStore, StateStore, TokenStore } from 'crm-oauth-button/server';
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
  /** The site’s client at each CRM of the catalogue, by the provider’s name. */
  readonly catalogue: ReadonlyMap<string, Client>;
  readonly connections: Connections;
}

/**
 * Base URL of the server that has issued a code or tokens. At the CRM itself this is its own host; here the sandbox stands in for
 * the servers of all of them.
 */
export function apiServer(
  { provider, host }: { readonly provider: string; readonly host: string },
  sandbox: string,
): string {
  // A client of Kommo's takes accounts of amoCRM, too.
  if (provider === 'kommo') return host.endsWith('.kommo.com') ? sandbox : `${sandbox}/amocrm`;
  return `${sandbox}/${provider}`;
}
