import type { Account } from './account.js';
import type { Client, Tokens } from './exchange.js';

/** A connected account. The secret and the tokens in it never leave this server. */
export interface Connection {
  client: Client;
  account: Account;
  /** Such as `acme.kommo.com`. */
  host: string;
  tokens: Tokens;
}

/** One connection for each session. A real site keeps them in its database, encrypted, for each of its users. */
export class Connections {
  readonly #bySession = new Map<string, Connection>();

  get(session: string): Connection | undefined {
    return this.#bySession.get(session);
  }

  set(session: string, connection: Connection): void {
    this.#bySession.set(session, connection);
  }

  delete(session: string): void {
    this.#bySession.delete(session);
  }
}
