import { type PostgresClient, type PostgresPool, transact } from '../store/postgres.js';
import { TokenSet, type TokenRecord } from './token-set.js';
import { type TokenChange, type TokenStore, Turns } from './token-store.js';

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
    await transact(this.#pool, (client) => client.query(upsert, [account, toJson(tokens)]));
  }

  async delete(account: string): Promise<void> {
    await transact(this.#pool, (client) => this.#remove(client, account));
  }

  update(account: string, change: TokenChange): Promise<TokenSet | undefined> {
    return this.#turns.take(account, () =>
      transact(this.#pool, (client) => this.#change(client, account, change)),
    );
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
}

function toJson(tokens: TokenSet): string {
  return JSON.stringify(tokens.toRecord());
}

function toTokens([row]: readonly unknown[]): TokenSet | undefined {
  return row ? new TokenSet((row as { tokens: TokenRecord }).tokens) : undefined;
}
