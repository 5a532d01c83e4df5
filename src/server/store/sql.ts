/** A row, by the names of its columns. */
export type Row = Readonly<Record<string, unknown>>;

/** Runs one statement of SQL with `$1`, `$2`, … and gives its rows. */
export type Query = (text: string, values?: readonly unknown[]) => Promise<readonly Row[]>;

/** What sets one database apart from another. The statements are the same: SQL that PostgreSQL and SQLite both know. */
export interface SqlDatabase {
  readonly query: Query;
  /** Runs a task that may lock rows, all of it or nothing. */
  transact<T>(task: (query: Query) => Promise<T>): Promise<T>;
  /** Follows a `SELECT` whose row nobody else may change until the task ends. Empty where there is no such lock. */
  readonly lock: string;
}

/** Names of tables. */
export interface Tables {
  readonly states: string;
  readonly secrets: string;
  readonly connections: string;
}

/**
 * Gives the tables' names.
 *
 * @param prefix - in front of each. Default `crm_`; with a schema in PostgreSQL, `shop.crm_`
 * @throws TypeError for a name that would have to be quoted
 */
export function tablesOf(prefix = 'crm_'): Tables {
  if (!/^([a-z_][a-z0-9_]*\.)?[a-z_][a-z0-9_]*$/.test(prefix)) {
    throw new TypeError('The prefix of the tables has lower-case letters, digits and underscores.');
  }
  return { states: `${prefix}states`, secrets: `${prefix}secrets`, connections: `${prefix}connections` };
}

/** The statements that create the tables, unless they are there. */
export function schemaOf({ states, secrets, connections }: Tables): readonly string[] {
  const index = (table: string, columns: string) =>
    `CREATE INDEX IF NOT EXISTS ${table.replace('.', '_')}_by_${columns.split(',')[0] ?? ''} ON ${table} (${columns})`;
  return [
    `CREATE TABLE IF NOT EXISTS ${states} (digest text PRIMARY KEY, session text NOT NULL, client text, expires bigint NOT NULL, is_used integer NOT NULL, data text)`,
    index(states, 'session, expires'),
    index(states, 'expires'),
    `CREATE TABLE IF NOT EXISTS ${secrets} (digest text PRIMARY KEY, owner text NOT NULL, expires bigint NOT NULL, credentials text)`,
    index(secrets, 'owner, expires'),
    index(secrets, 'expires'),
    `CREATE TABLE IF NOT EXISTS ${connections} (id text PRIMARY KEY, user_id text NOT NULL, client text NOT NULL, account text NOT NULL, since bigint NOT NULL, record text NOT NULL, UNIQUE (user_id, client, account))`,
    index(connections, 'client, account'),
  ];
}
