import { TokenSet, type TokenRecord } from './token-set.js';
import { type TokenChange, type TokenStore, Turns } from './token-store.js';

/** The part of a connection of `pg` that the store uses. */
export interface PostgresClient {
  query(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
  /** With an error, the connection is closed instead of used again. */
  release(error?: Error): void;
  on?(event: 'error', listener: (error: Error) => void): unknown;
  off?(event: 'error', listener: (error: Error) => void): unknown;
}

/** The part of a `Pool` of `pg`, or of anything that works like one, that the store uses. */
export interface PostgresPool {
  query(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
  connect(): Promise<PostgresClient>;
}

/**
 * Keeps tokens in PostgreSQL. While they are being refreshed, the account's row is locked (`SELECT … FOR UPDATE`): one process
 * refreshes, and the others get its tokens. Replacing or removing them waits for the refresh, and comes after it. Other rows
 * and reading never wait.
 *
 * Waiting more than 30 seconds for a lock is an error, and so is a refresh that takes a minute; then nothing has changed, and
 * the old refresh token is still good.
 */
export class PostgresTokenStore implements TokenStore {
  readonly #pool: PostgresPool;
  readonly #table: string;
  /** One connection of this process waits for an account, not all of the pool's. */
  readonly #turns = new Turns();

  /**
   * @param options.table - name of the table, with its schema if needed. Default `crm_tokens`
   * @throws TypeError for a name that would have to be quoted
   */
  constructor(pool: PostgresPool, { table = 'crm_tokens' }: { readonly table?: string | undefined } = {}) {
    if (!/^([a-z_][a-z0-9_]*\.)?[a-z_][a-z0-9_]*$/.test(table)) {
      throw new TypeError('The table has to have a plain name: lower case, digits and underscores.');
    }
    this.#pool = pool;
    this.#table = table;
  }

  /** Creates the table if it does not exist. For your own migrations: its columns are `account text primary key, tokens jsonb not null`. */
  async createTable(): Promise<void> {
    const columns = 'account text PRIMARY KEY, tokens jsonb NOT NULL';
    await this.#pool.query(`CREATE TABLE IF NOT EXISTS ${this.#table} (${columns})`);
  }

  async get(account: string): Promise<TokenSet | undefined> {
    const { rows } = await this.#pool.query(`SELECT tokens FROM ${this.#table} WHERE account = $1`, [
      account,
    ]);
    return toTokens(rows);
  }

  async set(account: string, tokens: TokenSet): Promise<void> {
    const insert = `INSERT INTO ${this.#table} (account, tokens) VALUES ($1, $2)`;
    const upsert = `${insert} ON CONFLICT (account) DO UPDATE SET tokens = excluded.tokens`;
    await this.#transact((client) => client.query(upsert, [account, toJson(tokens)]));
  }

  async delete(account: string): Promise<void> {
    await this.#transact((client) => this.#remove(client, account));
  }

  update(account: string, change: TokenChange): Promise<TokenSet | undefined> {
    return this.#turns.take(account, () => this.#transact((client) => this.#change(client, account, change)));
  }

  async #change(client: PostgresClient, account: string, change: TokenChange): Promise<TokenSet | undefined> {
    const { rows } = await client.query(`SELECT tokens FROM ${this.#table} WHERE account = $1 FOR UPDATE`, [
      account,
    ]);
    const current = toTokens(rows);
    // Without a row there is no lock: a row made here could undo another process's change.
    if (!current) return undefined;
    const tokens = await change(current);
    const write = `UPDATE ${this.#table} SET tokens = $2 WHERE account = $1`;
    if (tokens) await client.query(write, [account, toJson(tokens)]);
    if (tokens === null) await this.#remove(client, account);
    return tokens ?? undefined;
  }

  #remove(client: PostgresClient, account: string): Promise<unknown> {
    return client.query(`DELETE FROM ${this.#table} WHERE account = $1`, [account]);
  }

  async #transact<T>(task: (client: PostgresClient) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect();
    let failure: Error | undefined;
    const fail = (error: Error) => {
      failure = error;
    };
    // A connection that breaks during the request to the CRM emits an event, which ends the process if nobody listens.
    client.on?.('error', fail);
    try {
      // Not the database's default: under a stricter level, waiting for a row fails instead of reading it anew.
      await client.query('BEGIN ISOLATION LEVEL READ COMMITTED');
      await client.query("SET LOCAL lock_timeout = '30s'");
      // A server may be configured to end idle transactions, and this one waits for the CRM.
      await client.query("SET LOCAL idle_in_transaction_session_timeout = '60s'");
      const result = await task(client);
      await client.query('COMMIT');
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch(fail);
      throw error;
    } finally {
      client.off?.('error', fail);
      client.release(failure);
    }
  }
}

function toJson(tokens: TokenSet): string {
  return JSON.stringify(tokens.toRecord());
}

function toTokens([row]: readonly unknown[]): TokenSet | undefined {
  return row ? new TokenSet((row as { tokens: TokenRecord }).tokens) : undefined;
}
